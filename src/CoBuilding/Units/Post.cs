using CoBuilding.Data;

namespace CoBuilding.Units;

/// <summary>A person's dated post at a unit, or at the office of a place.</summary>
public sealed class Post : Tenanted, ILasts
{
    public required Guid PersonId { get; init; }
    public Guid? UnitId { get; set; }

    /// <summary>The duplicate record of the unit under which the post was entered; it goes back there if the merging is undone.</summary>
    public Guid? EnteredAtUnitId { get; set; }

    /// <summary>The unit's place, or the place of the office.</summary>
    public required Guid PlaceId { get; set; }
    public required string Title { get; set; }

    /// <summary>The unit's Party secretary: a seat that follows the post is held by whoever holds this one.</summary>
    public bool IsSecretary { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>The record of the unit is merged into another one, of the same unit.</summary>
    public void MoveTo(ResidentUnit unit)
    {
        (EnteredAtUnitId, UnitId, PlaceId) = (EnteredAtUnitId ?? UnitId, unit.Id, unit.PlaceId);
        if (EnteredAtUnitId == UnitId)
            EnteredAtUnitId = null;
    }
}
