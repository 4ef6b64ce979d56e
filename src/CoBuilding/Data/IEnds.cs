namespace CoBuilding.Data;

/// <summary>What may have an end.</summary>
public interface IEnds
{
    /// <summary>The first day without it; null while no end is known.</summary>
    DateOnly? Until { get; }
}
