namespace CoBuilding.Data;

/// <summary>What lasts from a day until (not including) another, or without a known end.</summary>
public interface ILasts : IEnds
{
    DateOnly From { get; }
}
