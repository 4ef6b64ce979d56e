using CoBuilding.Data;

namespace CoBuilding.Committees.Library;

/// <summary>The content of a document from a day on, until the next version begins or the document is repealed.</summary>
public sealed class LibraryVersion : Tenanted, IRecorded
{
    /// <summary>Far above the length of a usual document.</summary>
    public const int LongestText = 20_000;

    public required Guid DocumentId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>From 1; a corrected version keeps it.</summary>
    public required int VersionNumber { get; init; }
    public string? FullText { get; init; }
    public Guid? FileId { get; init; }
    public required DateOnly AdoptedOn { get; init; }

    /// <summary>Which meeting adopted it, or the number of the document that issued it.</summary>
    public string? AdoptedBy { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>What changed from the previous version.</summary>
    public string? Remark { get; init; }

    /// <summary>Why this row corrects the one that it supersedes; null where it records what was adopted.</summary>
    public string? CorrectionReason { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The facts of a version.</summary>
    public sealed record Facts(string? FullText, Guid? FileId, DateOnly AdoptedOn, string? AdoptedBy, DateOnly From, string? Remark);

    public Facts Said => new(FullText, FileId, AdoptedOn, AdoptedBy, From, Remark);

    internal void Supersede(DateTimeOffset now) => SupersededAt = now;
}
