namespace CoBuilding.Data;

/// <summary>Somebody else saved the row since it was read.</summary>
public class Stale(IReadOnlyList<StaleChange> changes) : Refusal("stale")
{
    public IReadOnlyList<StaleChange> Changes { get; } = changes;
}
