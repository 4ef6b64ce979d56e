using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Nominations;

/// <summary>The host withdraws a nomination at any time before the appointment.</summary>
public sealed class WithdrawNomination(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NominationId { get; init; }
        public long ExpectedVersion { get; init; }
        public DateOnly? On { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var nomination = await PortalDb.FindAsync(db.Nominations, form.NominationId, ct);
        await db.ExpectAsync(nomination, form.ExpectedVersion, ct);
        db.NominationSteps.Add(nomination.Withdraw(new StepDetails(form.On!.Value, db.Now, null, form.Reason.Trim())));
        await db.CommitAsync(ct);
    }
}
