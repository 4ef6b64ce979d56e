using CoBuilding.Texts;

namespace CoBuilding.Meetings.Minutes;

[TextsIn("Minutes")]
public enum CountersignAnswer
{
    NoObjection,
    Comments,
}
