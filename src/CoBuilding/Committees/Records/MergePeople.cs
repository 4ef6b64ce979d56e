using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Merges two records of one person: the survivor appears in lists and pickers, and shows the other's posts, seats and accounts, none of
/// which is rewritten. Only the mobile number is moved, since a person has one.
/// </summary>
public sealed class MergePeople(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid DuplicateId { get; init; }
        public long ExpectedVersion { get; init; }
        public Guid? SurvivorId { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.SurvivorId).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var duplicate = await PortalDb.FindAsync(PeopleQueries.KnownWithinReach(db), form.DuplicateId, ct);
        await db.ExpectAsync(duplicate, form.ExpectedVersion, ct);
        var survivor = await PortalDb.FindAsync(PeopleQueries.KnownWithinReach(db), form.SurvivorId!.Value, ct);
        // At most one step from a record to its survivor, so that no chain has to be followed.
        if (await db.People.AnyAsync(p => p.MergedIntoId == duplicate.Id, ct))
            throw DuplicatesRules.HasDuplicates(duplicate.Name);
        duplicate.MergeInto(survivor);
        if (await BodyOfBothAsync(db, survivor.Id, duplicate.Id, ct) is { } body)
            throw DuplicatesRules.BothSitOn(survivor.Name, body);
        await db.CommitAsync(ct);
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
