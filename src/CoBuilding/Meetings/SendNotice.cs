using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Sending;
using CoBuilding.Meetings.Topics;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>
/// Gives notice of a drafted meeting: from now on it can be answered. Each topic that was proposed for it has its answer by then. The links are made when they
/// are sent, copied or printed.
/// </summary>
public sealed class SendNotice(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }

        /// <summary>By which the portal sends it itself; none: the clerk copies or prints it.</summary>
        public IReadOnlyCollection<ChannelKind> Channels { get; set; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleForEach(f => f.Channels).IsInEnum();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        var invited = await db.Invitations.CountAsync(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null, ct);
        var plans = db.MeetingPlans;
        var unanswered = await db.Topics.CountAsync(t => t.State == TopicState.Proposed
            && plans.Any(p => p.MeetingId == meeting.Id && (p.Id == t.PlanId || plans.Any(q => q.Id == t.PlanId && q.MergedIntoId == p.Id))), ct);
        if (unanswered > 0) throw TopicsRules.Unanswered(unanswered);
        meeting.GoBy(await MeetingWays.ReadAsync(db, meeting.Kind, ct));
        meeting.Notify(invited, db.Now);
        await Tidings.AnnounceAsync(db, meeting, form.Channels, ct);
        await db.CommitAsync(ct);
    }
}
