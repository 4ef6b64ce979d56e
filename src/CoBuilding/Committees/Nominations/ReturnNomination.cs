using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Nominations;

/// <summary>
/// Returns a nomination with a reason; it can be submitted again: by the level above, or after an objection while it was
/// public.
/// </summary>
public sealed class ReturnNomination(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NominationId { get; init; }
        public long ExpectedVersion { get; init; }
        public DateOnly? On { get; set; }
        public string? DocumentNumber { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.DocumentNumber).MaximumLength(60);
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var nomination = await PortalDb.FindAsync(db.Nominations, form.NominationId, ct);
        await db.ExpectAsync(nomination, form.ExpectedVersion, ct);
        var note = new StepDetails(form.On!.Value, db.Now, form.DocumentNumber.OrNull(), form.Reason.Trim());
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
