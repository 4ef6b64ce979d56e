using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>Stops the preparation of a committee, and what hangs on it by <see cref="IEndsWithCommittee"/>.</summary>
public sealed class GiveUpCommittee(Door door, IEnumerable<IEndsWithCommittee> hanging)
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
        foreach (var room in hanging)
            await room.EndAsync(db, committee.Id, form.Remark!.Trim(), ct);
        await db.CommitAsync(ct);
    }
}
