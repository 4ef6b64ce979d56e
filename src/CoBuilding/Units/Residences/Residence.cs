using CoBuilding.Data;

namespace CoBuilding.Units.Residences;

/// <summary>
/// Where a unit resided, from a day until (not including) another; a unit that never moved has no rows, since it was where it is. What turns out to be wrong is superseded by a new row, as
/// with seats.
/// </summary>
public sealed class Residence : Tenanted
{
    public required Guid UnitId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>Null: from the beginning.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The unit leaves on a day.</summary>
    /// <exception cref="RuleBroken">It came on that day or later.</exception>
    public Residence EndOn(Guid newRowId, DateOnly on, DateTimeOffset now)
    {
        if (on <= From) throw ResidencesRules.LeavesBeforeItCame(From.Value);
        SupersededAt = now;
        return new Residence { Id = newRowId, UnitId = UnitId, PlaceId = PlaceId, From = From, Until = on, RecordedAt = now };
    }

    /// <summary>It was somewhere else all the time.</summary>
    public Residence CorrectTo(Guid newRowId, Guid placeId, DateTimeOffset now)
    {
        SupersededAt = now;
        return new Residence { Id = newRowId, UnitId = UnitId, PlaceId = placeId, From = From, Until = Until, RecordedAt = now };
    }
}
