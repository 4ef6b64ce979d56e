namespace CoBuilding.Contracts;

/// <summary>A matter of an <see cref="IDashboardMatters"/>.</summary>
public sealed record DashboardMatter
{
    public required Guid SubjectId { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public required int Count { get; init; }

    /// <summary>UTC; null without a deadline.</summary>
    public required DateTimeOffset? Deadline { get; init; }
}
