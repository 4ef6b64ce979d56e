using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>Stops the preparation of a committee; nominations for it are withdrawn.</summary>
public sealed class GiveUpCommittee(Door door)
{
    public sealed record Form : PreparationStepForm
    {
        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.Remark).NotEmpty().MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await form.FindAsync(db, ct);
        db.CommitteeSteps.Add(committee.GiveUp(form.Note(db.Now)));
        await NominationsUnderWay.WithdrawAsync(db, committee.Id, null, form.Remark!.Trim(), ct);
        await db.CommitAsync(ct);
    }
}
