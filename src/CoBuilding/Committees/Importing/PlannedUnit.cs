using CoBuilding.Places;
using CoBuilding.Units;

namespace CoBuilding.Committees.Importing;

/// <summary>A unit that rows name: known, or to be entered with them.</summary>
internal sealed class PlannedUnit
{
    public ResidentUnit? Known { get; init; }
    public EnterUnit.Form? Form { get; init; }
    public DistrictUnitKind? Kind { get; init; }
    public required Place Residence { get; init; }

    public Guid Id => Known?.Id ?? Form!.UnitId;
    public string Name => Known?.Name ?? Form!.Name;

    /// <summary>Its people are stored under their posts instead of names.</summary>
    public bool WithholdsNames => Known?.WithholdsNames ?? Kind!.Kind == UnitKind.Military;

    public ResidentUnit Entered()
    {
        var unit = new ResidentUnit
        {
            Id = Form!.UnitId,
            Name = "",
            PlaceId = Residence.Id,
        };
        Form.WriteTo(unit, Kind!);
        return unit;
    }
}
