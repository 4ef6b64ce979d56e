using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The meeting will not be held; who proposed topics sees the reason.</summary>
public sealed class WithdrawPlan(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PlanId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var plan = await PortalDb.FindAsync(db.MeetingPlans, form.PlanId, ct);
        await db.ExpectAsync(plan, form.ExpectedVersion, ct);
        plan.Withdraw(form.Reason.Trim(), db.Now);
        await db.CommitAsync(ct);
    }
}
