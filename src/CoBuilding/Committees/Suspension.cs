using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>
/// A time in which a seat is suspended: its invitations are not due. From a day until (not including) another, or open. What becomes known
/// later supersedes the row, as with appointments.
/// </summary>
public sealed class Suspension : Tenanted, ILasts, IRecorded
{
    public required Guid SeatId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Supersedes this row by one that ends on a day.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public Suspension EndOn(Guid newRowId, DateOnly on, DateTimeOffset now)
    {
        if (on <= From)
            throw CommitteesRules.EndsBeforeItBegins(From);
        SupersededAt = now;
        return new Suspension
        {
            Id = newRowId,
            SeatId = SeatId,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            From = From,
            Until = on,
            Reason = Reason,
            RecordedAt = now,
        };
    }
}
