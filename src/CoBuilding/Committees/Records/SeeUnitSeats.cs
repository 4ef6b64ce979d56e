using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>The seats of one unit within reach on all bodies, those of records merged into it as well; open ones first.</summary>
public sealed class SeeUnitSeats(Door door)
{
    /// <param name="Holder">The current or last holder.</param>
    /// <param name="IsOfDuplicate">It belongs to a record that was merged into the unit.</param>
    public sealed record Row(
        Guid SeatId,
        Guid CommitteeId,
        string Committee,
        SeatRole Role,
        string Title,
        string? Holder,
        DateOnly From,
        DateOnly? Until,
        bool IsOfDuplicate
    ) : ILasts
    {
        public bool IsOpen { get; init; }
    }

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Guid unitId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var unit = await PortalDb.FindAsync(db.Units.AsNoTracking(), unitId, ct);
        var (records, appointments, people, today) = (
            db.Units.Where(u => u.Id == unit.Id || u.MergedIntoId == unit.Id),
            db.Appointments.Known(),
            db.People,
            db.Today
        );
        var rows = await db
            .Seats.AsNoTracking()
            .Where(s => records.Any(u => u.Id == s.UnitId))
            .Join(db.Committees, s => s.CommitteeId, c => c.Id, (s, c) => new { s, Committee = c.Name })
            .OrderBy(x => x.s.Until != null)
            .ThenByDescending(x => x.s.From)
            .ThenBy(x => x.s.Id)
            .Select(x => new Row(
                x.s.Id,
                x.s.CommitteeId,
                x.Committee,
                x.s.Role,
                x.s.Title,
                appointments
                    .Where(a => a.SeatId == x.s.Id && a.From <= today)
                    .OrderByDescending(a => a.From)
                    .Join(people, a => a.PersonId, p => p.Id, (a, p) => p.Name)
                    .FirstOrDefault(),
                x.s.From,
                x.s.Until,
                x.s.UnitId != unit.Id
            ))
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return [.. rows.Select(r => r with { IsOpen = !r.HasEndedBy(today) })];
    }
}
