using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Nominations;

/// <summary>The level above rejects a submitted nomination. It is closed; another person can be nominated for the seat.</summary>
public sealed class RejectNomination(Door door)
{
    public sealed record Form : NominationRefusalForm
    {
        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => Check(this);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var nomination = await form.FindAsync(db, ct);
        await NominationsUnderWay.CheckLevelAboveAsync(db, nomination, ct);
        db.NominationSteps.Add(nomination.Reject(form.Note(db.Now)));
        await db.CommitAsync(ct);
    }
}
