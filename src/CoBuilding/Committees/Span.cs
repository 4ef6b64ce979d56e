namespace CoBuilding.Committees;

/// <summary>Half-open: from a day until (not including) another, or open.</summary>
public sealed record Span(DateOnly From, DateOnly? Until)
{
    public bool Holds(DateOnly day) => From <= day && (Until is null || Until > day);

    public bool Overlaps(Span other) => (Until is null || Until > other.From) && (other.Until is null || other.Until > From);
}
