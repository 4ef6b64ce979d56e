using CoBuilding.Data;

namespace CoBuilding.Committees;

/// <summary>
/// A standing alternate: the second person whom a unit names for its seat, from a day until (not including) another. What becomes
/// known later supersedes the row by a new one; no row is rewritten.
/// </summary>
public sealed class Alternate : Tenanted, ILasts, IRecorded
{
    /// <summary>The id of the first row; all later versions of this record have the same.</summary>
    public required Guid FirstId { get; init; }
    public required Guid SeatId { get; init; }
    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>The person at the unit who reported it.</summary>
    public string? ToldBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Supersedes this row by one that ends on a day.</summary>
    /// <exception cref="RuleBroken">It would end before it began.</exception>
    public Alternate EndOn(Guid newRowId, DateOnly on, string? toldBy, DateTimeOffset now)
    {
        if (on <= From)
            throw CommitteesRules.EndsBeforeItBegins(From);
        SupersededAt = now;
        return new Alternate
        {
            Id = newRowId,
            FirstId = FirstId,
            SeatId = SeatId,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            PersonId = PersonId,
            From = From,
            Until = on,
            ToldBy = toldBy ?? ToldBy,
            RecordedAt = now,
        };
    }

    /// <summary>The same alternate as a record of its own, from a later day on.</summary>
    public Alternate Again(Guid id, DateOnly from, DateTimeOffset now) =>
        new()
        {
            Id = id,
            FirstId = id,
            SeatId = SeatId,
            CommitteeId = CommitteeId,
            PlaceId = PlaceId,
            UnitId = UnitId,
            PersonId = PersonId,
            From = from,
            Until = Until,
            ToldBy = ToldBy,
            RecordedAt = now,
        };

    /// <summary>Voided: another person was named from the same day or an earlier one.</summary>
    public void Retract(DateTimeOffset now) => SupersededAt = now;
}
