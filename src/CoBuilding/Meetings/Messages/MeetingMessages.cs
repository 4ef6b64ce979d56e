using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

/// <summary>Queues messages about a meeting in the operation that causes them.</summary>
internal static class MeetingMessages
{
    public static string NameOf(MeetingMessageKind topic) => $"Meetings/{topic}";

    /// <summary>To everybody invited, by the channels that the clerk chose.</summary>
    /// <exception cref="RuleBroken">A channel is disabled, or the portal's address is not set.</exception>
    public static async Task AnnounceAsync(PortalDb db, Meeting meeting, IReadOnlyCollection<ChannelKind> channels, CancellationToken ct)
    {
        if (channels.Count == 0)
            return;
        await CheckAsync(db, channels, ct);
        Queue(db, meeting, MeetingMessageKind.Notice, channels, await Recipients.OfAsync(db, meeting, null, ct));
    }

    /// <summary>To those notified before, by the same channels if still enabled.</summary>
    /// <param name="invitationId">The only recipient; null: everybody.</param>
    /// <param name="isWithdrawn">Whether that invitation is still recorded as withdrawn.</param>
    public static async Task AnnounceChangeAsync(
        PortalDb db,
        Meeting meeting,
        MeetingMessageKind topic,
        CancellationToken ct,
        Guid? invitationId = null,
        bool isWithdrawn = false
    )
    {
        var on = db.Channels.Where(c => c.IsOn);
        var told = await db
            .Messages.Where(m =>
                m.WithinId == meeting.Id && (invitationId == null || m.SubjectId == invitationId) && on.Any(c => c.Kind == m.Channel)
            )
            .Select(m => new { m.Channel, m.SubjectId })
            .Distinct()
            .ToListAsync(ct);
        if (told.Count == 0)
            return;
        var recipients = await Recipients.OfAsync(db, meeting, invitationId, ct, isWithdrawn);
        foreach (var channel in told.GroupBy(t => t.Channel))
        {
            var invitations = channel.Select(t => t.SubjectId).ToHashSet();
            Queue(db, meeting, topic, [channel.Key], [.. recipients.Where(r => invitations.Contains(r.InvitationId))]);
        }
    }

    /// <exception cref="RuleBroken">A channel is disabled, or the portal's address is not set.</exception>
    public static async Task CheckAsync(PortalDb db, IReadOnlyCollection<ChannelKind> channels, CancellationToken ct)
    {
        var on = await db.Channels.Where(c => c.IsOn && channels.Contains(c.Kind)).Select(c => c.Kind).ToListAsync(ct);
        foreach (var channel in channels)
            if (!on.Contains(channel))
                throw JobsRules.ChannelIsOff(Wording.T(channel));
        if (channels.Any(c => c.IsPersonal()) && (await MessageSetting.ReadAsync(db, ct)).PortalAddress is null)
            throw JobsRules.NeedsPortalAddress();
    }

    public static void Queue(
        PortalDb db,
        Meeting meeting,
        MeetingMessageKind topic,
        IEnumerable<ChannelKind> channels,
        IReadOnlyList<Recipient> recipients
    )
    {
        foreach (var channel in channels.Distinct())
        {
            if (!channel.IsPersonal())
                db.Messages.Add(Of(channel, null));
            else
                foreach (var recipient in recipients)
                    db.Messages.Add(
                        recipient.AddressFor(channel) is null ? Message.WithoutAddress(Of(channel, recipient)) : Of(channel, recipient)
                    );
        }

        Message Of(ChannelKind channel, Recipient? to) =>
            new()
            {
                Writer = NameOf(topic),
                Channel = channel,
                PlaceId = meeting.PlaceId,
                WithinId = meeting.Id,
                SubjectId = to?.InvitationId,
                PersonId = to?.PersonId,
                Addressee = to?.Office,
                MessageRevision = meeting.MessageRevision,
                QueuedAt = db.Now,
                DueAt = db.Now,
                // Changes, postponements, cancellations and withdrawals are urgent and ignore the sending hours.
                WaitsForSendingHours = topic is MeetingMessageKind.Notice or MeetingMessageKind.Reminder,
            };
    }
}
