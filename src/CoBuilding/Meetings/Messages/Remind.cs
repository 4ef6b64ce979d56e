using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Messages;

/// <summary>Reminds those who have not answered, by the portal's channels: each seat at most once a day, and not at night.</summary>
public sealed class Remind(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }
        public IReadOnlyCollection<ChannelKind> Channels { get; set; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleForEach(f => f.Channels).IsInEnum();
        }
    }

    /// <returns>How many seats.</returns>
    public async Task<int> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.CheckAnswerable(db.Now);
        if (form.Channels.Count == 0)
            throw SendingRules.NoChannelChosen();
        await Reminder.CheckHourAsync(db, ct);
        await MeetingMessages.CheckAsync(db, form.Channels, ct);
        var today = db.Today;
        var reminded = await db
            .Reminders.Where(r => r.MeetingId == meeting.Id && r.Day == today)
            .Select(r => r.InvitationId)
            .ToListAsync(ct);
        var waiting = (await Recipients.OfAsync(db, meeting, null, ct))
            .Where(r => !r.HasAnswered && !reminded.Contains(r.InvitationId))
            .ToList();
        if (waiting.Count == 0)
            throw SendingRules.NobodyToRemind();
        MeetingMessages.Queue(db, meeting, MeetingMessageKind.Reminder, form.Channels, waiting);
        // A seat without an address is not counted as reminded, and can be reminded in another way today.
        var reached = waiting
            .Where(r => form.Channels.Any(c => c.IsPersonal() && r.AddressFor(c) is not null))
            .Select(r => r.InvitationId)
            .Distinct()
            .ToList();
        db.Reminders.AddRange(reached.Select(i => Reminder.Of(meeting, i, ReminderWay.Sent, db)));
        await db.CommitAsync(ct);
        return reached.Count;
    }
}
