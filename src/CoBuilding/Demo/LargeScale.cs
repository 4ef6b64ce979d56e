namespace CoBuilding.Demo;

/// <summary>The size of the large district, and the number of simulated years.</summary>
public sealed record LargeScale
{
    public const int MostStreets = 40;
    public const int MostCommunities = 576;

    public int Streets { get; init; } = 30;
    public int Communities { get; init; } = 400;

    /// <summary>Those of the streets and of the communities together.</summary>
    public int Units { get; init; } = 5_000;
    public int Years { get; init; } = 10;

    /// <summary>Why the sizes are not possible, in English; null if they are.</summary>
    public string? Unfit =>
        Streets is < 1 or > MostStreets ? $"It has 1 to {MostStreets} streets."
        : Communities < Streets || Communities > MostCommunities
            ? $"It has at least one community for each street, and at most {MostCommunities}."
        : Units < 5 * Communities || Units > 18 * Communities
            ? $"{Communities} communities have {5 * Communities} to {18 * Communities} units."
        : Years is < 1 or > 30 ? "It has lived for 1 to 30 years."
        : null;
}
