using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Lifecycle;

/// <summary>Writes down what a consortium is for, in its members' own words.</summary>
public sealed class SetAims(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CommitteeId { get; init; }
        public long ExpectedVersion { get; init; }
        public string? Aims { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Aims).MaximumLength(Committee.LongestAims);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId, ct);
        await db.ExpectAsync(committee, form.ExpectedVersion, ct);
        committee.SetAims(form.Aims.OrNull());
        await db.CommitAsync(ct);
    }
}
