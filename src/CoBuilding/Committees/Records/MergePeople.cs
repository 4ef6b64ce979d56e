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
        // Whoever appoints one of them at the same time waits, or is waited for: nobody gets two seats of one body by it.
        var records = await PeopleQueries
            .KnownWithinReach(db)
            .Where(p => p.Id == form.DuplicateId || p.Id == form.SurvivorId)
            .Locked()
            .ToDictionaryAsync(p => p.Id, ct);
        var duplicate = records.GetValueOrDefault(form.DuplicateId) ?? throw new NotFound();
        await db.ExpectAsync(duplicate, form.ExpectedVersion, ct);
        var survivor = records.GetValueOrDefault(form.SurvivorId!.Value) ?? throw new NotFound();
        // At most one step from a record to its survivor, so that no chain has to be followed.
        if (await db.People.AnyAsync(p => p.MergedIntoId == duplicate.Id, ct))
            throw DuplicatesRules.HasDuplicates(duplicate.Name);
        duplicate.MergeInto(survivor);
        foreach (var room in rooms)
            await room.CheckPeopleAsync(db, new(duplicate.Id, duplicate.Name, survivor.Id, survivor.Name), ct);
        await db.CommitAsync(ct);
    }
}
