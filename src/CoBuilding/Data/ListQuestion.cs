namespace CoBuilding.Data;

/// <summary>What every list question has.</summary>
public abstract record ListQuestion
{
    public const int LargestPage = 100;

    public string? Search { get; init; }
    public int Number { get; init; } = 1;
    public int Size { get; init; } = 20;
}
