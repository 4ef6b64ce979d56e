using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

/// <summary>A preview of the recipients of a notice or reminder by channel, and of those who cannot be reached.</summary>
public sealed class SeeRecipients(Door door)
{
    /// <param name="Channels">Those that are on.</param>
    /// <param name="HoursFrom">Outside of these hours notices wait and reminders are not sent.</param>
    public sealed record Answer(
        IReadOnlyList<ChannelKind> Channels,
        bool HasPortalAddress,
        TimeOnly HoursFrom,
        TimeOnly HoursUntil,
        bool IsWithinHours,
        IReadOnlyList<Row> Rows
    );

    /// <param name="Mobile">Masked; so is the e-mail address.</param>
    public sealed record Row(
        Guid InvitationId,
        string? Unit,
        string Seat,
        Addressee Office,
        string Name,
        string? Mobile,
        string? Email,
        bool HasAnswered,
        bool WasRemindedToday
    )
    {
        public bool IsReachedBy(ChannelKind channel) => (channel == ChannelKind.Email ? Email : Mobile) is not null;
    }

    public async Task<Answer> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, ct);
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == meetingId, ct) ?? throw new NotFound();
        var today = db.Today;
        var channels = await db.Channels.Where(c => c.IsOn).OrderByDeclared(c => c.Kind).Select(c => c.Kind).ToListAsync(ct);
        var setting = await MessageSetting.ReadAsync(db, ct);
        var reminded = (
            await db.Reminders.Where(r => r.MeetingId == meeting.Id && r.Day == today).Select(r => r.InvitationId).ToListAsync(ct)
        ).ToHashSet();
        var recipients = await Recipients.OfAsync(db, meeting, null, ct);
        return new Answer(
            channels,
            setting.PortalAddress is not null,
            setting.HoursFrom,
            setting.HoursUntil,
            setting.IsWithinHours(db.Now),
            [
                .. recipients.Select(r => new Row(
                    r.InvitationId,
                    r.Unit,
                    r.Seat,
                    r.Office,
                    r.Name,
                    Person.Mask(r.Mobile),
                    Person.MaskEmail(r.Email),
                    r.HasAnswered,
                    reminded.Contains(r.InvitationId)
                )),
            ]
        );
    }
}
