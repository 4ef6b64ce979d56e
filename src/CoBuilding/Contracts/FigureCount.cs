namespace CoBuilding.Contracts;

// Init properties, not a constructor, so that the dashboard can compose its statement over it.
public sealed record FigureCount
{
    public required int Numerator { get; init; }
    public required int Denominator { get; init; }
}
