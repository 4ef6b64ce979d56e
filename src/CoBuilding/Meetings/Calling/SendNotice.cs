using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// Issues the notice of a drafted meeting, which opens the replies. Every proposed topic must have an answer. Links are created when they
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
        await CheckTopicsAsync(db, meeting, ct);
        meeting.ApplyPolicy(await MeetingPolicy.ReadAsync(db, meeting.Kind, ct));
        meeting.Notify(invited, db.Now);
        await MeetingMessages.AnnounceAsync(db, meeting, form.Channels, ct);
        await db.CommitAsync(ct);
    }

    /// <summary>Checks that each topic has an answer and that the agenda matches.</summary>
    private static async Task CheckTopicsAsync(PortalDb db, Meeting meeting, CancellationToken ct)
    {
        var topics = await TopicQueries
            .Meeting(db, meeting.Id)
            .OrderBy(t => t.ProposedAt)
            .ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Title,
                t.State,
            })
            .ToListAsync(ct);
        if (topics.Count == 0)
            return;
        var unanswered = topics.Count(t => t.State == TopicState.Proposed);
        if (unanswered > 0)
            throw TopicsRules.Unanswered(unanswered);
        var agenda = await db
            .AgendaItems.Where(i => i.MeetingId == meeting.Id && i.RemovedAt == null && i.TopicId != null)
            .Select(i => i.TopicId!.Value)
            .ToListAsync(ct);
        if (topics.Find(t => t.State == TopicState.Accepted && !agenda.Contains(t.Id)) is { } missing)
            throw TopicsRules.NotOnAgenda(missing.Title);
        if (topics.Find(t => t.State != TopicState.Accepted && agenda.Contains(t.Id)) is { } settled)
            throw TopicsRules.NotAccepted(settled.Title);
    }
}
