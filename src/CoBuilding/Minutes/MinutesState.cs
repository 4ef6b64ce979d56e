using CoBuilding.Texts;

namespace CoBuilding.Minutes;

[TextsIn("Minutes")]
public enum MinutesState
{
    Drafting,

    /// <summary>With the units that were due, until its term is over.</summary>
    Countersigning,
    Issued,
}
