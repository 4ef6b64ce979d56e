using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>A meeting in progress: attendance, current agenda item and times.</summary>
public sealed class SeeRoom(Door door)
{
    /// <param name="Session">Null before it is opened.</param>
    public sealed record Answer(
        string Host,
        SeeReplies.Answer Board,
        IReadOnlyList<Item> Items,
        IReadOnlyList<SeeMeeting.GuestRow> Guests,
        SessionFacts? Session
    )
    {
        public Item? Current => Items.FirstOrDefault(i => i.RunningSince is not null);
        public bool IsUnderWay => Session is { OverAt: null };
    }

    /// <param name="Ran">How long it was talked about before <paramref name="RunningSince"/>.</param>
    /// <param name="RunningSince">Null while the meeting is about something else.</param>
    /// <param name="Minutes">How long it was meant to take.</param>
    public sealed record Item(Guid Id, string Topic, int? Minutes, TimeSpan Ran, DateTimeOffset? RunningSince)
    {
        public bool HasRun => RunningSince is not null || Ran > TimeSpan.Zero;

        public TimeSpan RanBy(DateTimeOffset now) => Ran + (RunningSince is { } since && now > since ? now - since : TimeSpan.Zero);
    }

    public async Task<Answer> AskAsync(Scope scope, SeeReplies.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var found =
            await db
                .Meetings.AsNoTracking()
                .Where(m => m.Id == question.MeetingId)
                .Join(db.Committees, m => m.CommitteeId, c => c.Id, (m, c) => new { m, c.Name })
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var board = await SeeReplies.ReadAsync(db, found.m, question, ct);
        var items = await db
            .AgendaItems.AsNoTracking()
            .Where(i => i.MeetingId == found.m.Id && i.RemovedAt == null)
            .OrderBy(i => i.Ordinal)
            .Select(i => new
            {
                i.Id,
                i.Topic,
                i.Minutes,
            })
            .ToListAsync(ct);
        var runs = (await db.ItemRuns.AsNoTracking().Where(r => r.MeetingId == found.m.Id).ToListAsync(ct)).ToLookup(r => r.AgendaItemId);
        var session = await db.MeetingSessions.AsNoTracking().SingleOrDefaultAsync(o => o.MeetingId == found.m.Id, ct);
        return new Answer(
            found.Name,
            board,
            [
                .. items.Select(i => new Item(
                    i.Id,
                    i.Topic,
                    i.Minutes,
                    new TimeSpan(runs[i.Id].Where(r => r.EndedAt is not null).Sum(r => (r.EndedAt!.Value - r.BeganAt).Ticks)),
                    runs[i.Id].FirstOrDefault(r => r.EndedAt is null)?.BeganAt
                )),
            ],
            await SeeMeeting.GuestsAsync(db, found.m.Id, ct),
            session is null ? null : SessionFacts.Of(session)
        );
    }
}
