using CoBuilding.Committees.CommitteeKinds;
using CoBuilding.Committees.Consortiums;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using CoBuilding.Units.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

internal static class AppointmentGuards
{
    /// <summary>Nobody holds two seats of one committee at a time.</summary>
    /// <exception cref="RuleBroken">The person holds another one on that day or later.</exception>
    /// <exception cref="NotFound">There is no such person.</exception>
    public static Task CheckFreeAsync(PortalDb db, Guid committeeId, Guid personId, DateOnly from, CancellationToken ct) =>
        CheckFreeAsync(db, committeeId, personId, new Span(from, null), Guid.Empty, ct);

    /// <summary>The same for a term with both ends, which may be in the past.</summary>
    /// <param name="exceptFirstId">The appointment itself.</param>
    public static async Task CheckFreeAsync(
        PortalDb db,
        Guid committeeId,
        Guid personId,
        Span term,
        Guid exceptFirstId,
        CancellationToken ct
    )
    {
        var person = await PortalDb.FindAsync(db.People, personId, ct);
        if (person.MergedIntoId is not null)
            throw DuplicatesRules.RecordIsMerged(person.Name);
        var records = db.People.Where(p => p.Id == personId || p.MergedIntoId == personId);
        var held = db
            .Appointments.Known()
            .NotEndedBy(term.From)
            .Where(a => a.CommitteeId == committeeId && records.Any(p => p.Id == a.PersonId) && a.FirstId != exceptFirstId);
        if (term.Until is { } until)
            held = held.Where(a => a.From < until);
        if (await held.AnyAsync(ct))
            throw CommitteesRules.PersonHasSeat(person.Name);
    }

    /// <summary>
    /// Appointing beyond the usual number is allowed and pointed out: with a reason where the district requires one, and not if the
    /// page still showed a free place (two clerks filling the last one conflict at the committee's row).
    /// </summary>
    /// <param name="seen">How many members the page showed.</param>
    /// <exception cref="RuleBroken">A reason is missing, or the last place was filled meanwhile.</exception>
    public static async Task GuardQuotaAsync(
        PortalDb db,
        Committee committee,
        Seat seat,
        DateOnly from,
        int? seen,
        string? reason,
        CancellationToken ct
    )
    {
        if (seat.Kind == SeatKind.FullTime)
            return;
        db.Touch(committee);
        var kind = await PortalDb.FindAsync(db.CommitteeKinds.AsNoTracking(), committee.KindId, ct);
        var partTime = db.Seats.Where(s => s.CommitteeId == committee.Id && s.Kind != SeatKind.FullTime);
        var terms = await db
            .Appointments.AsNoTracking()
            .Known()
            .Where(a => partTime.Any(s => s.Id == a.SeatId))
            .Select(a => new Span(a.From, a.Until))
            .ToListAsync(ct);
        GuardQuota(kind, terms, from, db.Today, seen, reason);
    }

    /// <param name="terms">Of the part-time members.</param>
    internal static void GuardQuota(
        DistrictCommitteeKind kind,
        IReadOnlyCollection<Span> terms,
        DateOnly from,
        DateOnly today,
        int? seen,
        string? reason
    )
    {
        if (kind.Max is not { } max)
            return;
        var most = 1 + terms.Select(t => t.From).Append(from).Where(d => d >= from).Max(d => terms.Count(t => t.IsOn(d)));
        if (most <= max)
            return;
        if (seen is { } shown && shown < terms.Count(t => t.IsOn(today)) && reason is null)
            throw CommitteesRules.QuotaFilledMeanwhile(most, max);
        if (reason is null && kind.RequiresReason)
            throw CommitteesRules.QuotaReasonMissing(most, max);
    }

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

    /// <summary>A unit's seat follows the post if it is given to the unit's secretary, and stays with the person otherwise.</summary>
    public static async Task FollowPostAsync(PortalDb db, Seat seat, Guid personId, DateOnly from, CancellationToken ct) =>
        seat.FollowsPost =
            seat.UnitId is { } unit
            && await db.Posts.On(from).AnyAsync(o => o.UnitId == unit && o.PersonId == personId && o.IsSecretary, ct);

    /// <summary>The seat's current appointment on a day or the next one after it.</summary>
    public static async Task<Appointment> HolderAsync(PortalDb db, Guid seatId, DateOnly on, CancellationToken ct) =>
        await db.Appointments.Known().NotEndedBy(on).Where(a => a.SeatId == seatId).OrderBy(a => a.From).FirstOrDefaultAsync(ct)
        ?? throw CommitteesRules.SeatIsVacant();
}
