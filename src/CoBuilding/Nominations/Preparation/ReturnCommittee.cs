using CoBuilding.Access;
using CoBuilding.Committees;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>The level above returns a submitted committee with a reason; it can be submitted again.</summary>
public sealed class ReturnCommittee(Door door)
{
    public sealed record Form : PreparationStepForm
    {
        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.Remark).NotEmpty();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await form.FindAsync(db, ct);
        await PreparationStepForm.CheckLevelAboveAsync(db, committee, ct);
        db.CommitteeSteps.Add(committee.Return(form.Note(db.Now)));
        await db.CommitAsync(ct);
    }
}
