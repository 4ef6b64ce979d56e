using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Nominations;

/// <summary>The level above rejects a submitted nomination. It is closed; another person can be nominated for the seat.</summary>
public sealed class RejectNomination(Door door)
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
        await NominationsUnderWay.CheckLevelAboveAsync(db, nomination, ct);
        db.NominationSteps.Add(
            nomination.Reject(new StepDetails(form.On!.Value, db.Now, form.DocumentNumber.OrNull(), form.Reason.Trim()))
        );
        await db.CommitAsync(ct);
    }
}
