using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Words;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>The full notice with the current reply, for a link or a signed-in person of the unit. Viewing records nothing.</summary>
public sealed class SeeInvitation(Door door)
{
    /// <param name="WhyNot">Why it is canceled, postponed or this invitation withdrawn.</param>
    public sealed record Answer(
        Guid InvitationId,
        string Host,
        MeetingKindName Kind,
        string Title,
        DateTimeOffset StartsAt,
        DateTimeOffset EndsAt,
        string Venue,
        DateTimeOffset ReplyBy,
        string ContactName,
        string ContactPhone,
        string? Remark,
        MeetingState State,
        string? WhyNot,
        int NoticeRevision,
        IReadOnlyList<string> Topics,
        string? Unit,
        string? Holder,
        Reply? Reply,
        string? SubstituteName,
        string? SubstitutePost,
        DateTimeOffset? RepliedAt,
        ReplySource? ReplySource,
        Guid MeetingId
    )
    {
        /// <summary>The function in which the reader answers, and for whom.</summary>
        public required Acting Acting { get; init; }

        /// <summary>This invitation is withdrawn; only the meeting's facts are shown, not its agenda.</summary>
        public bool IsWithdrawn { get; init; }

        /// <summary>It can be answered.</summary>
        public bool IsOpen => State == MeetingState.Notified && !IsWithdrawn;

        /// <summary>Grows with every visible change, so that a calendar recognizes the later of two files.</summary>
        public long Sequence { get; init; }

        /// <summary>The person who gave the current answer, and for whom; null if none.</summary>
        public Acting? Answered { get; init; }

        /// <summary>The unit's standing alternate for the seat on the meeting's day.</summary>
        public SeeMeeting.AlternateInfo? Alternate { get; init; }

        /// <summary>The host's decision on the reply; null if none is needed.</summary>
        public Consent? Consent { get; init; }
        public string? DecisionWords { get; init; }
        public SubstitutePolicy Substitutes { get; init; }
        public bool AsksLeave { get; init; }

        /// <summary>Of the agenda's items; what was erased is left out.</summary>
        public IReadOnlyList<TopicAttachment.Facts> Attachments { get; init; } = [];
    }

    /// <param name="invitationId">Null for a link, which is for one invitation.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid? invitationId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerInvitation, ct);
        var (invitation, meeting, responder) = await Invitations.OfResponderAsync(db, invitationId, null, ct);
        if (meeting.NotifiedAt is null)
            throw new NotFound();
        return await ReadAsync(db, invitation, meeting, responder.Acting, ct);
    }

    /// <summary>The reason for leave is not shown again: a link may be passed on.</summary>
    private static async Task<Answer> ReadAsync(PortalDb db, Invitation invitation, Meeting meeting, Acting acting, CancellationToken ct)
    {
        var (posts, alternates) = (db.Posts.On(meeting.Day), db.Alternates.Known().On(meeting.Day));
        var units = db.Units;
        var (people, words) = (db.People, db.MeetingWords);
        var committees = db.Committees.Lifted("what a notice says: host, unit, addressee and alternate, for all who are invited");
        var names = await committees
            .Where(c => c.Id == meeting.CommitteeId)
            .Select(c => new
            {
                Host = c.Name,
                Kind = words.Where(w => w.Id == meeting.KindId).Select(w => new MeetingKindName(w.Standard, w.Name)).First(),
                Unit = units.Where(u => u.Id == invitation.UnitId).Select(u => u.Name).FirstOrDefault(),
                Alternate = alternates
                    .Where(a => a.SeatId == invitation.SeatId)
                    .Select(a => new SeeMeeting.AlternateInfo(
                        people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                        posts
                            .Where(o => o.PersonId == a.PersonId && o.UnitId == a.UnitId)
                            .OrderByDescending(o => o.IsSecretary)
                            .ThenBy(o => o.Id)
                            .Select(o => o.Title)
                            .FirstOrDefault()
                    ))
                    .FirstOrDefault(),
            })
            .SingleAsync(ct);
        var attachments = TopicAttachment.FactsOf(db.TopicAttachments, db.KeptFiles.Where(f => f.ErasedAt == null));
        var isWithdrawn = invitation.WithdrawnAt is not null;
        var agenda = await db
            .AgendaItems.Lifted("the notice's agenda with its attachments, for all who are invited")
            .Where(i => !isWithdrawn && i.MeetingId == meeting.Id && i.RemovedAt == null)
            .OrderBy(i => i.Ordinal)
            .Select(i => new { i.Topic, Attachments = attachments.Where(a => a.TopicId == i.TopicId).ToList() })
            .ToListAsync(ct);
        return new Answer(
            invitation.Id,
            names.Host,
            names.Kind,
            meeting.Title,
            meeting.StartsAt,
            meeting.EndsAt,
            meeting.Venue,
            meeting.ReplyBy,
            meeting.ContactName,
            meeting.ContactPhone,
            isWithdrawn ? null : meeting.Remark,
            meeting.StateAt(db.Now),
            invitation.WithdrawnBecause ?? meeting.CancelReason ?? meeting.PostponeReason,
            meeting.NoticeRevision,
            [.. agenda.Select(i => i.Topic)],
            names.Unit,
            acting.Principal,
            invitation.Reply,
            invitation.SubstituteName,
            invitation.SubstitutePost,
            invitation.RepliedAt,
            invitation.ReplySource,
            meeting.Id
        )
        {
            Acting = acting,
            IsWithdrawn = isWithdrawn,
            Sequence = MeetingCalendarEntries.SequenceOf(meeting, invitation),
            Alternate = names.Alternate,
            Consent = invitation.Consent,
            DecisionWords = invitation.DecisionWords,
            Substitutes = meeting.Substitutes,
            AsksLeave = meeting.AsksLeave,
            Attachments = [.. agenda.SelectMany(i => i.Attachments)],
            Answered = invitation.ReplySource is { } source ? new Acting(source, invitation.AnsweredBy, invitation.AnsweredFor) : null,
        };
    }
}
