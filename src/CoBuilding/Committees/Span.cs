using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>Half-open: from a day until (not including) another, or open.</summary>
public sealed record Span(DateOnly From, DateOnly? Until) : ILasts
{
    public bool Overlaps(Span other) => !this.HasEndedBy(other.From) && !other.HasEndedBy(From);
}
