using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Groups;

/// <summary>A group ends; its members stay on the committee.</summary>
public sealed class EndGroup(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid GroupId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day without the group.</summary>
        public DateOnly? On { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.On).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var group = await PortalDb.FindAsync(db.Groups, form.GroupId, ct);
        await db.ExpectAsync(group, form.ExpectedVersion, ct);
        await GroupSeats.EndAsync(db, group, form.On!.Value, ct);
        await db.CommitAsync(ct);
    }
}
