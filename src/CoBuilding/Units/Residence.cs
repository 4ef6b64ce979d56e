using CoBuilding.Data;

namespace CoBuilding.Units;

/// <summary>
/// A residence of a unit, from a day until (not including) another; a unit that never moved has no rows. Wrong records are superseded by
/// new rows, as with seats.
/// </summary>
public sealed class Residence : Tenanted, IEnds, IRecorded
{
    public required Guid UnitId { get; init; }
    public required Guid PlaceId { get; init; }

    /// <summary>Null: from the beginning.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The unit leaves on a day.</summary>
    /// <exception cref="RuleBroken">It moved in on that day or later.</exception>
    public Residence EndOn(Guid newRowId, DateOnly on, DateTimeOffset now)
    {
        if (on <= From)
            throw ResidencesRules.LeavesBeforeItCame(From.Value);
        SupersededAt = now;
        return new Residence
        {
            Id = newRowId,
            UnitId = UnitId,
            PlaceId = PlaceId,
            From = From,
            Until = on,
            RecordedAt = now,
        };
    }

    /// <summary>Corrects the place: the unit was there all the time.</summary>
    public Residence CorrectTo(Guid newRowId, Guid placeId, DateTimeOffset now)
    {
        SupersededAt = now;
        return new Residence
        {
            Id = newRowId,
            UnitId = UnitId,
            PlaceId = placeId,
            From = From,
            Until = Until,
            RecordedAt = now,
        };
    }
}
