using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Sending;

/// <summary>Writes messages about meetings when they are claimed, from the current data and with a new link.</summary>
internal static class MeetingMessageWriters
{
    public static IEnumerable<MessageWriter> All =>
        Enum.GetValues<MeetingMessageKind>()
            .Select(topic => new MessageWriter(
                MeetingMessages.NameOf(topic),
                (db, message, setting, ct) => WriteAsync(db, message, topic, setting, ct)
            ));

    private static async Task<RenderedMessage?> WriteAsync(
        PortalDb db,
        Message message,
        MeetingMessageKind topic,
        MessageSetting setting,
        CancellationToken ct
    )
    {
        var (row, meeting) = await SeeMeeting.ReadWithRowAsync(db, message.WithinId, withReasons: false, ct);
        if (!IsStillTrue(row, message, topic, db.Now))
            return null;
        if (message.SubjectId is null)
            return new RenderedMessage(
                message.Id,
                null,
                "",
                topic == MeetingMessageKind.Reminder ? NoticeText.GroupReminder(meeting) : NoticeText.GroupNotice(meeting)
            );
        var recipients = await Recipients.OfAsync(db, row, message.SubjectId, ct, areWithdrawn: topic == MeetingMessageKind.Withdrawal);
        // A person who has left the function gets no message; the successor is informed by a reminder or manually.
        if (recipients.SingleOrDefault(r => r.Office == message.Addressee && r.PersonId == message.PersonId) is not { } to)
            return null;
        if (topic == MeetingMessageKind.Reminder && to.HasAnswered)
            return null;
        var address = to.AddressFor(message.Channel);
        if (topic == MeetingMessageKind.Withdrawal)
            return Withdrawal(meeting, message, to, address);
        var addressed = new NoticeText.Addressed(
            to.To,
            address is null || topic is MeetingMessageKind.Cancellation or MeetingMessageKind.Postponement
                ? ""
                : await LinkAsync(db, row, to, setting, ct)
        );
        return message.Channel == ChannelKind.Sms
            ? new RenderedMessage(message.Id, address, "", NoticeText.Brief(meeting, addressed, topic == MeetingMessageKind.Reminder))
            : new RenderedMessage(
                message.Id,
                address,
                NoticeText.SubjectOf(meeting),
                (topic == MeetingMessageKind.Reminder ? NoticeText.Reminder(meeting, addressed) : null)
                    ?? NoticeText.Notice(meeting, addressed)
            );
    }

    private static RenderedMessage? Withdrawal(SeeMeeting.Answer meeting, Message message, Recipient to, string? address) =>
        meeting.Withdrawn.FirstOrDefault(w => w.InvitationId == message.SubjectId) is not { Withdrawal: { } withdrawal } ? null
        : message.Channel == ChannelKind.Sms ? new RenderedMessage(message.Id, address, "", NoticeText.BriefWithdrawal(meeting))
        : new RenderedMessage(
            message.Id,
            address,
            NoticeText.SubjectOfWithdrawal(meeting),
            NoticeText.Withdrawal(meeting, to.To, withdrawal)
        );

    /// <summary>No message is sent for a past or canceled meeting, or if a later message replaces it.</summary>
    private static bool IsStillTrue(Meeting meeting, Message message, MeetingMessageKind topic, DateTimeOffset now) =>
        (topic == MeetingMessageKind.Withdrawal || message.MessageRevision == MeetingMessages.RevisionOf(meeting))
        && topic switch
        {
            // Independent of the meeting: people no longer invited get no other messages.
            MeetingMessageKind.Withdrawal => meeting.PostponedAt is not null || meeting.StartsAt > now,
            // A postponed meeting can be canceled after its old day as well.
            MeetingMessageKind.Cancellation => meeting.StateAt(now) == MeetingState.Cancelled
                && (meeting.PostponedAt is not null || meeting.StartsAt > now),
            MeetingMessageKind.Postponement => meeting.StateAt(now) == MeetingState.Postponed,
            _ => meeting.StateAt(now) == MeetingState.Notified && meeting.StartsAt > now,
        };

    private static async Task<string> LinkAsync(PortalDb db, Meeting meeting, Recipient to, MessageSetting setting, CancellationToken ct)
    {
        var token = Secrets.Make();
        var unit = await db.Invitations.Where(i => i.Id == to.InvitationId).Select(i => i.UnitId).SingleAsync(ct);
        db.Links.Add(MakeLinks.LinkTo(meeting, to.InvitationId, unit, to.Office, to.PersonId, token, db.Now));
        return $"{setting.PortalAddress}a/{token}";
    }
}
