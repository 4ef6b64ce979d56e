using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Lifecycle;

/// <summary>Records that the level above approved a longer term: by at most a year after the planned end.</summary>
public sealed class ExtendTerm(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CommitteeId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The term's new end.</summary>
        public DateOnly? Until { get; set; }

        /// <summary>The number of the approving document.</summary>
        public string Approval { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Until).NotNull();
                RuleFor(f => f.Approval).NotEmpty().MaximumLength(60);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId, ct);
        await db.ExpectAsync(committee, form.ExpectedVersion, ct);
        committee.Extend(form.Until!.Value, form.Approval.Trim());
        await db.CommitAsync(ct);
    }
}
