using CoBuilding.Access;
using CoBuilding.Committees;
using FluentValidation;

namespace CoBuilding.Nominations.Preparation;

/// <summary>Submits a committee in preparation to the level above, or again after it came back.</summary>
public sealed class SubmitCommittee(Door door)
{
    public sealed record Form : PreparationStepForm
    {
        public string Name { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.Name).NotEmpty().MaximumLength(100);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await form.FindAsync(db, ct);
        db.CommitteeSteps.Add(committee.Submit(form.Name.Trim(), form.Note(db.Now)));
        await db.CommitAsync(ct);
    }
}
