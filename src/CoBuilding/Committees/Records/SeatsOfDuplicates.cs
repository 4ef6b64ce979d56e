using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>A seat always belongs to its unit, so open seats have to be closed first; and nobody holds two seats of one body.</summary>
internal sealed class SeatsOfDuplicates : IRefusesMerge
{
    public async Task CheckUnitsAsync(PortalDb db, MergedRecords records, CancellationToken ct)
    {
        var bodies = await BodiesAsync(db, records.DuplicateId, ct);
        if (bodies.Count > 0)
            throw DuplicatesRules.HoldsSeats(records.Duplicate, string.Join(Texts.Wording.T("Shell.Comma"), bodies));
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(PortalDb db, Guid unitId, CancellationToken ct)
    {
        var seats = db.Seats.NotEndedBy(db.Today).Where(s => s.UnitId == unitId);
        return await db
            .Committees.Lifted("names of the bodies on which the duplicate has a seat: the refusal names them, wherever they are")
            .Where(c => seats.Any(s => s.CommitteeId == c.Id))
            .OrderBy(c => c.Name)
            .Select(c => c.Name)
            .ToListAsync(ct);
    }

    public async Task CheckPeopleAsync(PortalDb db, MergedRecords records, CancellationToken ct)
    {
        if (await BodyOfBothAsync(db, records.SurvivorId, records.DuplicateId, ct) is { } body)
            throw DuplicatesRules.BothSitOn(records.Survivor, body);
    }

    private static async Task<string?> BodyOfBothAsync(PortalDb db, Guid survivor, Guid duplicate, CancellationToken ct)
    {
        var open = db.Appointments.Known().NotEndedBy(db.Today);
        var records = db.People.Where(p => p.Id == survivor || p.MergedIntoId == survivor);
        return await db
            .Committees.Lifted("name of a body on which both records sit: nobody holds two seats of one body, wherever it is")
            .Where(c =>
                open.Any(a => a.CommitteeId == c.Id && a.PersonId == duplicate)
                && open.Any(a => a.CommitteeId == c.Id && records.Any(p => p.Id == a.PersonId))
            )
            .OrderBy(c => c.Name)
            .Select(c => c.Name)
            .FirstOrDefaultAsync(ct);
    }
}
