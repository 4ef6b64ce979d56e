namespace CoBuilding.Demo;

/// <summary>The amount of demo data of a district.</summary>
internal sealed record Scale(int Streets, int Communities, int UnitsLeast, int UnitsMost, bool IsRich)
{
    public static readonly Scale Rich = new(int.MaxValue, 6, 2, 4, true);
    public static readonly Scale Small = new(2, 3, 2, 4, false);
}
