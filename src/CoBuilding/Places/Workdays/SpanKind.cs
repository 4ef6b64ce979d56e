using CoBuilding.Texts;

namespace CoBuilding.Places.Workdays;

[TextsIn("Workdays")]
public enum SpanKind
{
    /// <summary>Days off, regardless of the day of the week.</summary>
    DaysOff,

    /// <summary>Weekend days that are worked in exchange for days off.</summary>
    Workdays,
}
