using CoBuilding.Data;

namespace CoBuilding.Units;

/// <summary>A title in the district's own order. It stands for every title that contains it, unless a longer one does.</summary>
public sealed class RankTitle : Tenanted
{
    public required string Title { get; init; }

    /// <summary>The smaller comes first.</summary>
    public required int Ordinal { get; set; }

    /// <summary>Not used from this day.</summary>
    public DateOnly? RetiredOn { get; set; }
}
