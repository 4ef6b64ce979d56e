namespace CoBuilding.Contracts;

/// <summary>A matter of an <see cref="IDashboardAction"/>. It is due by a moment, by a day, or has no deadline.</summary>
public sealed record DashboardMatter
{
    public required Guid SubjectId { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public required int Count { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateOnly? DueOn { get; init; }
}
