using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Groups;

/// <summary>A committee forms a working group out of its seats.</summary>
public sealed class CreateGroup(Door door)
{
    public sealed record Form : GroupForm
    {
        public Guid GroupId { get; init; } = Guid.CreateVersion7();
        public Guid CommitteeId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Check(this);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId, ct);
        var group = new Group
        {
            Id = form.GroupId,
            CommitteeId = committee.Id,
            PlaceId = committee.PlaceId,
            Name = form.Name.Trim(),
            Purpose = form.Purpose.OrNull(),
            From = form.On!.Value,
            RecordedAt = db.Now,
        };
        db.Groups.Add(group);
        await GroupSeats.SetAsync(db, group, form, ct);
        await db.CommitAsync(ct);
    }
}
