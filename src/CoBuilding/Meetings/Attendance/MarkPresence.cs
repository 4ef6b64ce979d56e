using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>
/// Records attendance, at the meeting or from the signed sheet. After the meeting's day a reason is required, which is journaled and shown.
/// </summary>
public sealed class MarkPresence(Door door)
{
    /// <param name="Time">The time of arrival or leaving, in China; optional.</param>
    /// <param name="UnannouncedSubstitute">The substitute present, if not the one named in the reply.</param>
    public sealed record Mark(Guid InvitationId, Presence? Presence, TimeOnly? Time = null, string? UnannouncedSubstitute = null);

    public sealed record GuestMark(Guid GuestId, Presence? Presence);

    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }

        /// <summary>Only the changed marks; other marks are not affected.</summary>
        public IReadOnlyList<Mark> Marks { get; init; } = [];
        public IReadOnlyList<GuestMark> Guests { get; init; } = [];
        public PresenceSource MarkedFrom { get; set; } = PresenceSource.Clerk;

        /// <summary>Why it is marked after the day.</summary>
        public string? Reason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Marks).NotEmpty().When(f => f.Guests.Count == 0);
                RuleForEach(f => f.Marks).ChildRules(mark => mark.RuleFor(m => m.UnannouncedSubstitute).MaximumLength(40));
                RuleFor(f => f.Reason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.CheckMarkable(db.Now);
        var marking = new AttendanceMark(
            await db.ActorNameAsync(ct),
            db.Now,
            form.MarkedFrom,
            db.Today > meeting.Day,
            form.Reason.OrNull()
        );
        var ids = form.Marks.Select(m => m.InvitationId).ToList();
        var invitations = await db.Invitations.Where(i => i.MeetingId == meeting.Id && ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        foreach (var mark in form.Marks)
        {
            if (!invitations.TryGetValue(mark.InvitationId, out var invitation))
                throw new NotFound();
            invitation.CheckStands();
            invitation.Mark(mark.Presence, mark.Time, mark.UnannouncedSubstitute.OrNull(), meeting, marking);
        }
        if (form.Guests.Count > 0)
            await MarkGuestsAsync(db, meeting, form.Guests, marking, ct);
        await db.CommitAsync(ct);
    }

    private static async Task MarkGuestsAsync(
        PortalDb db,
        Meeting meeting,
        IReadOnlyList<GuestMark> marks,
        AttendanceMark marking,
        CancellationToken ct
    )
    {
        var ids = marks.Select(m => m.GuestId).ToList();
        var guests = await db.Guests.Where(g => g.MeetingId == meeting.Id && ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
        foreach (var mark in marks)
        {
            if (!guests.TryGetValue(mark.GuestId, out var guest))
                throw new NotFound();
            guest.Mark(mark.Presence, marking);
        }
    }
}
