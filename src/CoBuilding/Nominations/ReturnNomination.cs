using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Nominations;

/// <summary>
/// Returns a nomination with a reason; it can be submitted again: by the level above, or after an objection while it was
/// public.
/// </summary>
public sealed class ReturnNomination(Door door)
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
        var note = form.Note(db.Now);
        if (nomination.State == NominationState.Publicized)
        {
            db.NominationSteps.Add(nomination.TakeObjection(note));
        }
        else
        {
            await NominationsUnderWay.CheckLevelAboveAsync(db, nomination, ct);
            db.NominationSteps.Add(nomination.Return(note));
        }
        await db.CommitAsync(ct);
    }
}
