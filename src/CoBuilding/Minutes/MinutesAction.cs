using CoBuilding.Texts;

namespace CoBuilding.Minutes;

[TextsIn("Minutes")]
public enum MinutesAction
{
    Begun,

    /// <summary>To the units, to be countersigned.</summary>
    Sent,

    /// <summary>Back to drafting.</summary>
    TakenBack,
    Issued,

    /// <summary>A new version of what was issued.</summary>
    Corrected,
}
