using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>A role for a place with its subtree or for one unit, from a day until (not including) another.</summary>
public sealed class Grant : Tenanted, ILasts
{
    public required Guid AccountId { get; init; }
    public required Role Role { get; init; }

    /// <summary>Where; for a unit's role the place in which the unit resides.</summary>
    public required Guid PlaceId { get; set; }
    public Guid? UnitId { get; set; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; set; }

    /// <summary>The post that the grant belongs to; it ends with the post.</summary>
    public Guid? PostId { get; init; }
}
