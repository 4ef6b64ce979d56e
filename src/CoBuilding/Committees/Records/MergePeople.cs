using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Merges two records of one person: the survivor appears in lists and pickers, and shows the other's posts, seats and accounts, none of
/// which is rewritten. Only the mobile number is moved, since a person has one.
/// </summary>
public sealed class MergePeople(Door door, IEnumerable<IRefusesMerge> rooms)
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
        foreach (var room in rooms)
            await room.CheckPeopleAsync(db, new(duplicate.Id, duplicate.Name, survivor.Id, survivor.Name), ct);
        await db.CommitAsync(ct);
    }
}
