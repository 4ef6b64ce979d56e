namespace CoBuilding.Data;

/// <summary>A tenant. This table is not tenanted: the list of districts is public.</summary>
public sealed class District
{
    public required Guid Id { get; init; }

    /// <summary>The first segment of the district's URLs, e.g. <c>ganjingzi</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Six digits of the national statistical division code.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Demo data; every page states this.</summary>
    public bool IsDemo { get; init; }
}
