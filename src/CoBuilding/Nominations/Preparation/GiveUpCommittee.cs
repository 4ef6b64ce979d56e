using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
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
        var note = form.Note(db.Now);
        db.CommitteeSteps.Add(committee.GiveUp(note));
        foreach (var room in hanging.ByTypeName())
            await room.EndAsync(db, new(committee.Id, note.On, form.Remark!.Trim(), WasEstablished: false), ct);
        await db.CommitAsync(ct);
    }
}
