using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings.Facts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

/// <summary>
/// Writes messages of one kind about a meeting when they are claimed, from the current data and with a new link. What a message reads does
/// not grow with the number of people invited.
/// </summary>
internal abstract class MeetingMessageWriter(MeetingMessageKind kind) : IMessageWriter
{
    public string Name => MeetingMessages.NameOf(kind);

    /// <summary>Its recipients are those whose invitation is withdrawn, instead of those who are invited.</summary>
    protected virtual bool AreWithdrawn => false;

    protected abstract bool CarriesLink { get; }

    /// <summary>The text names the addressee's own people who are due.</summary>
    protected virtual bool NamesAttendees => false;

    /// <param name="Link">Null if the kind carries none.</param>
    /// <param name="Attendees">The addressee's own people who are due; read only if they are named.</param>
    protected sealed record Letter(MeetingHead Meeting, Recipient To, string? Link, IReadOnlyList<SeeMeeting.Row> Attendees)
    {
        public NoticeText.Addressed Addressed => new(To.To, Link);
    }

    /// <summary>No message is sent if a later one replaces it.</summary>
    protected virtual bool IsReplaced(Message message, Meeting meeting) => message.MessageRevision != meeting.MessageRevision;

    /// <summary>No message is sent about what has passed or holds no more.</summary>
    protected abstract bool IsStillTrue(MeetingHead meeting);

    /// <summary>It is still for this recipient.</summary>
    protected virtual bool IsFor(Recipient to) => true;

    /// <summary>To a group: no names and no link.</summary>
    protected virtual string GroupText(MeetingHead meeting) => NoticeText.GroupNotice(meeting);

    protected abstract string Subject(MeetingHead meeting);

    /// <summary>As a text message.</summary>
    protected abstract string Brief(Letter letter);

    /// <summary>As an e-mail.</summary>
    protected abstract string Text(Letter letter);

    /// <summary>Replies to it can be given.</summary>
    protected static bool IsAhead(MeetingHead meeting) => meeting.State == MeetingState.Notified && meeting.Meeting.StartsAt > meeting.AsOf;

    public async Task<RenderedMessage?> WriteAsync(PortalDb db, Message message, MessageSetting setting, CancellationToken ct)
    {
        var (meeting, head) = await MeetingHead.ReadWithRowAsync(db, message.WithinId, ct);
        if (IsReplaced(message, meeting) || !IsStillTrue(head))
            return null;
        if (message.SubjectId is not { } invitation)
            return new RenderedMessage(message.Id, null, "", GroupText(head));
        var recipients = await Recipients.OfAsync(db, meeting, invitation, ct, AreWithdrawn);
        // A person who has left the function gets no message; the successor is informed by a reminder or manually.
        if (recipients.SingleOrDefault(r => r.Office == message.Addressee && r.PersonId == message.PersonId) is not { } to || !IsFor(to))
            return null;
        if (to.AddressFor(message.Channel) is not { } address)
            return new RenderedMessage(message.Id, null, "", "");
        var isBrief = message.Channel == ChannelKind.Sms;
        var letter = new Letter(
            head,
            to,
            CarriesLink ? Link(db, meeting, to, setting) : null,
            NamesAttendees && !isBrief ? await AttendeesAsync(db, meeting, to, ct) : []
        );
        return isBrief
            ? new RenderedMessage(message.Id, address, "", Brief(letter))
            : new RenderedMessage(message.Id, address, Subject(head), Text(letter));
    }

    private static string Link(PortalDb db, Meeting meeting, Recipient to, MessageSetting setting)
    {
        var token = Secrets.Make();
        db.Links.Add(MakeLinks.LinkTo(meeting, to.InvitationId, to.UnitId, to.Office, to.PersonId, token, db.Now));
        return $"{setting.PortalAddress}a/{token}";
    }

    /// <summary>A unit is invited once; a person without one may hold a seat on each body that holds the meeting.</summary>
    private static Task<IReadOnlyList<SeeMeeting.Row>> AttendeesAsync(PortalDb db, Meeting meeting, Recipient to, CancellationToken ct)
    {
        var holders = Invitations.HoldersAt(db, meeting).Where(a => a.PersonId == to.PersonId);
        var invitations = db.Invitations.AsNoTracking().Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null);
        var own = to.UnitId is null
            ? invitations.Where(i => i.UnitId == null && holders.Any(a => a.SeatId == i.SeatId))
            : invitations.Where(i => i.Id == to.InvitationId);
        return SeeMeeting.RowsAsync(db, meeting, SeeMeeting.InOrder(db, own), withReasons: false, ct);
    }
}
