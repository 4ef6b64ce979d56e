using CoBuilding.Texts;

namespace CoBuilding.Nominations;

[TextsIn("Nominations")]
public enum ConsentSource
{
    /// <summary>In the portal.</summary>
    UnitItself,
    Paper,
    Phone,
}
