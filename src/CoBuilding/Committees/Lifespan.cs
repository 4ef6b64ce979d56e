namespace CoBuilding.Committees;

/// <summary>
/// A committee with where it stands today. Init properties, not a constructor, so that questions can compose queries over it.
/// </summary>
internal sealed record Lifespan
{
    public required Committee Committee { get; init; }
    public required CommitteeState State { get; init; }
}
