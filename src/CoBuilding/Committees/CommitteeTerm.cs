using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>A term of a committee that is over. The current one is stored on the committee itself.</summary>
public sealed class CommitteeTerm : Tenanted
{
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required int Number { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day of the next one.</summary>
    public required DateOnly EndedOn { get; init; }
    public DateOnly? PlannedEnd { get; init; }

    /// <summary>Where it was extended: until when, and the number of the document that approved it.</summary>
    public DateOnly? ExtendedUntil { get; init; }
    public string? ExtensionApproval { get; init; }
}
