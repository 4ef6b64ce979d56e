using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The host answers a topic: accepted, declined with a reason, or merged into another. Changeable until the notice.</summary>
public sealed class AnswerTopic(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid TopicId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Accepted, declined or merged.</summary>
        public TopicState? Verdict { get; set; }
        public string? Answer { get; set; }

        /// <summary>Of the same meeting; for a merged one.</summary>
        public Guid? IntoId { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Verdict).NotNull().Must(v => v is null or TopicState.Accepted or TopicState.Declined or TopicState.Merged);
                RuleFor(f => f.Answer).MaximumLength(300);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var topic = await PortalDb.FindAsync(db.Topics, form.TopicId, ct);
        await db.ExpectAsync(topic, form.ExpectedVersion, ct);
        var (plans, meetings) = (db.MeetingPlans, db.Meetings);
        if (
            await PlansOf(db, topic.PlanId)
                .AnyAsync(p => p.WithdrawnAt != null || meetings.Any(m => m.Id == p.MeetingId && m.NotifiedAt != null), ct)
        )
            throw TopicsRules.NoticeIsOut();
        if (form.Verdict != TopicState.Accepted && await db.Topics.AnyAsync(t => t.MergedIntoId == topic.Id, ct))
            throw TopicsRules.OthersAreMerged();
        switch (form.Verdict)
        {
            case TopicState.Accepted:
                topic.Accept(form.Answer.OrNull(), db.Now);
                break;
            case TopicState.Declined:
                topic.Decline(form.Answer.OrNull(), db.Now);
                break;
            default:
                var other = form.IntoId is { } into ? await PortalDb.FindAsync(db.Topics, into, ct) : null;
                if (
                    other is not null
                    && !await plans.AnyAsync(
                        p =>
                            p.Id == other.PlanId
                            && plans.Any(q => q.Id == topic.PlanId && (q.MergedIntoId ?? q.Id) == (p.MergedIntoId ?? p.Id)),
                        ct
                    )
                )
                    throw new NotFound();
                topic.MergeInto(other, form.Answer.OrNull(), db.Now);
                break;
        }
        await db.CommitAsync(ct);
    }

    /// <summary>The plan itself and the one into which it was merged.</summary>
    private static IQueryable<MeetingPlan> PlansOf(PortalDb db, Guid planId)
    {
        var plans = db.MeetingPlans;
        return plans.Where(p => p.Id == planId || plans.Any(q => q.Id == planId && q.MergedIntoId == p.Id));
    }
}
