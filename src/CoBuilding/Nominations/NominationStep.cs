using CoBuilding.Data;

namespace CoBuilding.Nominations;

/// <summary>One step of a nomination; never changed.</summary>
public sealed class NominationStep : Tenanted
{
    public required Guid NominationId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required NominationAction Action { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>The first day after the public notice.</summary>
    public DateOnly? Until { get; init; }
    public ConsentSource? Source { get; init; }

    /// <summary>Of the document that belongs to the step; of an appointment, the letter's.</summary>
    public string? DocumentNumber { get; init; }
    public string? Remark { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
