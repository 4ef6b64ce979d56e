namespace CoBuilding.Meetings.Words;

public enum MeetingWordList
{
    MeetingKinds,
    TopicCategories,
}
