using CoBuilding.Texts;

namespace CoBuilding.Committees;

[TextsIn("Committees")]
public enum SeatKind
{
    /// <summary>Of a resident unit.</summary>
    PartTime,

    /// <summary>Of the host organization.</summary>
    FullTime,

    /// <summary>Of a model or retired resident Party member.</summary>
    Individual,
}
