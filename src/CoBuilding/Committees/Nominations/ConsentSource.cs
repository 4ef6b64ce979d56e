namespace CoBuilding.Committees.Nominations;

public enum ConsentSource
{
    /// <summary>In the portal.</summary>
    UnitItself,
    Paper,
    Phone,
}
