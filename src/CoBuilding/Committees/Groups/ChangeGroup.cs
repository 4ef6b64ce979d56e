using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Groups;

/// <summary>Changes a group's name, purpose or, from a day on, its members.</summary>
public sealed class ChangeGroup(Door door)
{
    public sealed record Form : GroupForm
    {
        public Guid GroupId { get; init; }
        public long ExpectedVersion { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Check(this);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var group = await PortalDb.FindAsync(db.Groups, form.GroupId, ct);
        await db.ExpectAsync(group, form.ExpectedVersion, ct);
        (group.Name, group.Purpose) = (form.Name.Trim(), form.Purpose.OrNull());
        await GroupSeats.SetAsync(db, group, form, ct);
        await db.CommitAsync(ct);
    }
}
