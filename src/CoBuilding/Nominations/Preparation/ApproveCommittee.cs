using CoBuilding.Access;
using CoBuilding.Committees;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>Approval of a committee by the level above; for the district itself by an external document.</summary>
public sealed class ApproveCommittee(Door door)
{
    public sealed record Form : PreparationStepForm
    {
        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Check(this);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await form.FindAsync(db, ct);
        await PreparationStepForm.CheckLevelAboveAsync(db, committee, ct);
        db.CommitteeSteps.Add(committee.Approve(form.Note(db.Now)));
        await db.CommitAsync(ct);
    }
}
