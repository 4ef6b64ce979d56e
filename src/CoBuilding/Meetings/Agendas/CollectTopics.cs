using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// Asks the seats of part-time members that are held today and not suspended for topics, until a deadline. Called again, it moves the
/// deadline and asks new seats as well.
/// </summary>
public sealed class CollectTopics(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PlanId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Day and time in China.</summary>
        public DateOnly? UntilDay { get; set; }
        public TimeOnly? UntilTime { get; set; } = new(17, 0);

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.UntilDay).NotNull();
                RuleFor(f => f.UntilTime).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var plan = await PortalDb.FindAsync(db.MeetingPlans, form.PlanId, ct);
        await db.ExpectAsync(plan, form.ExpectedVersion, ct);
        plan.Collect(ChinaTime.At(form.UntilDay!.Value, form.UntilTime!.Value), db.Now);
        var (holders, calls) = (UnitRepresentatives.HoldersToday(db), db.TopicCalls);
        var seats = await db
            .Seats.AsNoTracking()
            .Where(s =>
                s.CommitteeId == plan.CommitteeId && s.Kind == SeatKind.PartTime && s.Until == null && holders.Any(a => a.SeatId == s.Id)
            )
            .Select(s => new
            {
                s.Id,
                s.UnitId,
                IsAsked = calls.Any(c => c.PlanId == plan.Id && c.SeatId == s.Id),
            })
            .ToListAsync(ct);
        if (seats.Count == 0)
            throw PlansRules.NobodyToAsk();
        db.TopicCalls.AddRange(
            seats
                .Where(s => !s.IsAsked)
                .Select(s => new TopicCall
                {
                    PlanId = plan.Id,
                    SeatId = s.Id,
                    PlaceId = plan.PlaceId,
                    UnitId = s.UnitId,
                })
        );
        await db.CommitAsync(ct);
    }
}
