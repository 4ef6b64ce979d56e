using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;

namespace CoBuilding.Committees.Seats;

/// <summary>Which units may be given seats of a body.</summary>
internal static class UnitsForSeats
{
    /// <summary>A new seat of a unit, which the caller adds.</summary>
    /// <exception cref="RuleBroken">The unit has left, or resides outside the committee's place.</exception>
    public static async Task<Seat> SeatForUnitAsync(
        PortalDb db,
        Committee committee,
        Guid seatId,
        Guid unitId,
        SeatRole role,
        string title,
        DateOnly from,
        CancellationToken ct
    )
    {
        var (unit, residence) = await UnitForSeatAsync(db, committee, unitId, from, ct);
        return committee.SeatFor(seatId, unit.Id, residence, role, title, from, db.Now);
    }

    /// <summary>A unit that may be given a seat, and where it resides.</summary>
    /// <exception cref="RuleBroken">The unit has left, or resides outside the committee's place.</exception>
    public static async Task<(ResidentUnit Unit, Place Residence)> UnitForSeatAsync(
        PortalDb db,
        Committee committee,
        Guid unitId,
        DateOnly from,
        CancellationToken ct
    )
    {
        var unit =
            committee.Kind == CommitteeKind.Consortium
                ? await FindConsortiumUnits.UnitAsync(db, unitId, ct)
                : await PortalDb.FindAsync(db.Units, unitId, ct);
        CheckUnit(unit, from);
        var residence = await PortalDb.FindAsync(db.Places, unit.PlaceId, ct);
        return committee.Covers(residence) ? (unit, residence) : throw CommitteesRules.OutsideTerritory(residence.Name);
    }

    /// <exception cref="RuleBroken">The unit has left by that day, or its record was merged into another.</exception>
    public static void CheckUnit(ResidentUnit unit, DateOnly on)
    {
        if (!unit.IsListed)
            throw DuplicatesRules.RecordIsMerged(unit.Name);
        if (!unit.ResidesOn(on))
            throw CommitteesRules.UnitHasLeft(unit.Name);
    }
}
