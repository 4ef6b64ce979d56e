using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>Records or changes a planned meeting of a body within a range of days. Nobody is notified.</summary>
public sealed class PlanMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        [MayExist]
        public Guid PlanId { get; init; } = Guid.CreateVersion7();

        /// <summary>The version that was seen; 0 for a new plan.</summary>
        public long ExpectedVersion { get; init; }
        public Guid? CommitteeId { get; set; }
        public Guid? KindId { get; set; }
        public string Title { get; set; } = "";

        /// <summary>Days in China, both included.</summary>
        public DateOnly? FirstDay { get; set; }
        public DateOnly? LastDay { get; set; }

        /// <summary>Of a new plan: topics of the body's earlier plans that were not discussed and are added again.</summary>
        public IReadOnlyList<Guid> CarriedTopicIds { get; set; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.CommitteeId).NotNull();
                RuleFor(f => f.Title).NotEmpty().MaximumLength(100);
                RuleFor(f => f.FirstDay).NotNull();
                RuleFor(f => f.LastDay)
                    .NotNull()
                    .GreaterThanOrEqualTo(f => f.FirstDay)
                    .WithMessage(_ => Wording.T("Plans.LastBeforeFirst"));
                RuleFor(f => f.CarriedTopicIds.Count).LessThanOrEqualTo(50);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId!.Value, ct);
        var kind = await MeetingWord.KindAsync(db, form.KindId, MeetingKind.Joint, ct);
        var plan = await db.MeetingPlans.SingleOrDefaultAsync(p => p.Id == form.PlanId, ct);
        if (plan is null)
        {
            committee.ExpectEstablished();
            committee.ExpectNotGone(form.LastDay!.Value);
            plan = new MeetingPlan
            {
                Id = form.PlanId,
                CommitteeId = committee.Id,
                PlaceId = committee.PlaceId,
                KindId = kind.Id,
                Title = "",
                FirstDay = form.FirstDay!.Value,
                LastDay = form.LastDay!.Value,
            };
            db.MeetingPlans.Add(plan);
            await CarryAsync(db, plan, form.CarriedTopicIds, ct);
        }
        else
            await db.ExpectAsync(plan, form.ExpectedVersion, ct);
        if (plan.CommitteeId != committee.Id)
            throw new NotFound();
        plan.Write(kind.Id, form.Title.Trim(), form.FirstDay!.Value, form.LastDay!.Value);
        await db.KeepLinksAsync(plan.Id, plan.LinksEnd, ct);
        await db.CommitAsync(ct);
    }

    /// <summary>They are copied; the earlier plan keeps its own.</summary>
    private static async Task CarryAsync(PortalDb db, MeetingPlan plan, IReadOnlyList<Guid> topicIds, CancellationToken ct)
    {
        if (topicIds.Count == 0)
            return;
        var plans = db.MeetingPlans.Where(p => p.CommitteeId == plan.CommitteeId);
        var carried = await db
            .Topics.AsNoTracking()
            .Where(t => topicIds.Contains(t.Id) && plans.Any(p => p.Id == t.PlanId))
            .OrderBy(t => t.ProposedAt)
            .ThenBy(t => t.Id)
            .ToListAsync(ct);
        if (carried.Count != topicIds.Distinct().Count())
            throw new NotFound();
        db.Topics.AddRange(
            carried.Select(t => new Topic
            {
                PlanId = plan.Id,
                PlaceId = plan.PlaceId,
                UnitId = t.UnitId,
                Title = t.Title,
                CategoryId = t.CategoryId,
                Necessity = t.Necessity,
                Minutes = t.Minutes,
                Source = t.Source,
                ProposedBy = t.ProposedBy,
                ProposedAt = db.Now,
            })
        );
    }
}
