using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>Begins to prepare a committee: its kind, place and name are chosen, and people can be proposed for it.</summary>
public sealed class PrepareCommittee(Door door)
{
    public sealed record Form : NewCommittee
    {
        public DateOnly? On { get; set; }
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Remark).MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        if (form.On > db.Today)
            throw CommitteesRules.NotYet();
        var committee = await form.MakeAsync(db, ct);
        db.Committees.Add(committee);
        db.CommitteeSteps.Add(committee.Prepare(new StepDetails(form.On!.Value, db.Now, null, form.Remark.OrNull())));
        await db.CommitAsync(ct);
    }
}
