using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Moves the meeting to an agenda item, or to none. Its time starts; that of the previous item ends.</summary>
public sealed class GoToItem(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid RunId { get; init; } = Guid.CreateVersion7();
        public Guid MeetingId { get; init; }

        /// <summary>Null: to none of them.</summary>
        public Guid? AgendaItemId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MeetingId).NotEmpty();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, form, ct);
        var session = await MeetingSession.OfAsync(db, form.MeetingId, ct);
        session.CheckOpen();
        var running = await db.ItemRuns.SingleOrDefaultAsync(r => r.MeetingId == form.MeetingId && r.EndedAt == null, ct);
        if (
            form.AgendaItemId is { } id
            && !await db.AgendaItems.AnyAsync(i => i.Id == id && i.MeetingId == form.MeetingId && i.RemovedAt == null, ct)
        )
            throw new NotFound();
        if (running?.AgendaItemId == form.AgendaItemId)
            return;
        // Two concurrent changes of the item: the later one gets a conflict.
        db.Touch(session);
        if (running is not null)
            running.EndedAt = db.Now;
        if (form.AgendaItemId is { } item)
            db.ItemRuns.Add(
                new ItemRun
                {
                    Id = form.RunId,
                    MeetingId = form.MeetingId,
                    PlaceId = session.PlaceId,
                    AgendaItemId = item,
                    BeganAt = db.Now,
                }
            );
        await db.CommitAsync(ct);
    }
}
