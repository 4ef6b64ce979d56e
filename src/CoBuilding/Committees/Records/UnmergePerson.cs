using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;

namespace CoBuilding.Committees.Records;

/// <summary>
/// Undoes a merge of people: the record is separate again, with its own posts and seats. The number stays with the other.
/// </summary>
public sealed class UnmergePerson(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid DuplicateId { get; init; }
        public long ExpectedVersion { get; init; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var duplicate = await PortalDb.FindAsync(PeopleQueries.KnownWithinReach(db), form.DuplicateId, ct);
        await db.ExpectAsync(duplicate, form.ExpectedVersion, ct);
        duplicate.Unmerge();
        await db.CommitAsync(ct);
    }
}
