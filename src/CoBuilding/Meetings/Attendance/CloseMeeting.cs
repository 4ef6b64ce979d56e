using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Closes the meeting and records the time and person. Attendance and minutes can still be completed.</summary>
public sealed class CloseMeeting(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MeetingId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var session = await MeetingSession.OfAsync(db, form.MeetingId, ct);
        session.Close(await db.ActorNameAsync(ct), db.Now);
        var running = await db.ItemRuns.SingleOrDefaultAsync(r => r.MeetingId == form.MeetingId && r.EndedAt == null, ct);
        if (running is not null)
            running.EndedAt = db.Now;
        await db.CommitAsync(ct);
    }
}
