using CoBuilding.Texts;

namespace CoBuilding.Meetings.Words;

[TextsIn("Meetings")]
public enum MeetingKind
{
    Joint,
    Regular,
    Topic,
    Liaison,

    /// <summary>To which all members of the body are invited.</summary>
    Plenary,

    /// <summary>A kind of the district's own, of which nothing is known but its name.</summary>
    Own,
}
