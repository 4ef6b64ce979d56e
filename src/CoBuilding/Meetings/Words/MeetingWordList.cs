using CoBuilding.Texts;

namespace CoBuilding.Meetings.Words;

[TextsIn("Words")]
public enum MeetingWordList
{
    MeetingKinds,
    TopicCategories,
}
