using CoBuilding.Texts;

namespace CoBuilding.Meetings.Series;

/// <summary>How often a body is used to meet.</summary>
[TextsIn("Series")]
public enum Cadence
{
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}
