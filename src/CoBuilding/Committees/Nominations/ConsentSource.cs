using CoBuilding.Texts;

namespace CoBuilding.Committees.Nominations;

[TextsIn("Nominations")]
public enum ConsentSource
{
    /// <summary>In the portal.</summary>
    UnitItself,
    Paper,
    Phone,
}
