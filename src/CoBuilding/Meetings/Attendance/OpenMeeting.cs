using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>
/// Opens the meeting and records the attendance at that time. A quorum that is not reached is recorded and does not prevent opening:
/// the chair decides whether to begin.
/// </summary>
public sealed class OpenMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingSessionId { get; init; } = Guid.CreateVersion7();
        public Guid MeetingId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var meeting = await PortalDb.FindAsync(db.Meetings, form.MeetingId, ct);
        meeting.CheckMarkable(db.Now);
        if (db.Today > meeting.Day)
            throw RoomRules.DayIsOver();
        if (await db.MeetingSessions.AnyAsync(o => o.MeetingId == meeting.Id, ct))
            throw RoomRules.IsOpen();
        var tally = await Tally.ReadAsync(db, meeting, ct);
        var guests = await db.Guests.CountAsync(
            g =>
                g.MeetingId == meeting.Id
                && g.WithdrawnAt == null
                && (g.Presence == Presence.Present || g.Presence == Presence.Late || g.Presence == Presence.LeftEarly),
            ct
        );
        var (sums, check) = (tally.Sums, meeting.Quorum.Check(tally.Heads(hasBegun: true)));
        db.MeetingSessions.Add(
            new MeetingSession
            {
                Id = form.MeetingSessionId,
                MeetingId = meeting.Id,
                PlaceId = meeting.PlaceId,
                OpenedAt = db.Now,
                OpenedBy = await db.ActorNameAsync(ct),
                Due = sums.Due,
                Present = sums.Present,
                Substitutes = sums.CameInPlace,
                Guests = guests,
                Quorum = check?.State,
                Needed = check?.Needed,
                ShortBy = check?.ShortBy,
                MissesChair = check?.MissesChair == true,
            }
        );
        await db.CommitAsync(ct);
    }
}
