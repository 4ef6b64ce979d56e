using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Dashboards;

/// <summary>What waits for a clerk, the nearest deadline first.</summary>
public sealed class ListToDos(Door door)
{
    public enum ToDoKind
    {
        /// <summary>A drafted meeting whose notice is not out.</summary>
        SendNotice,

        /// <summary>Units that have not answered.</summary>
        AskReplies,

        /// <summary>A meeting that was held and whose attendance is not written down.</summary>
        MarkAttendance,
    }

    /// <param name="Deadline">UTC.</param>
    /// <param name="Count">How many units or seats it concerns; 0 where it concerns the meeting itself.</param>
    public sealed record Row(ToDoKind Kind, Guid MeetingId, string Title, string Host, DateTimeOffset Deadline, int Count, bool IsOverdue);

    private const int Most = 20;

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, ct);
        var (now, monthAgo) = (db.Now, db.Now.AddMonths(-1));
        var drafts = await ListMeetings.Rows(db, new() { State = MeetingState.Draft }).Where(m => m.StartsAt > now)
            .OrderBy(m => m.StartsAt).Take(Most).ToListAsync(ct);
        var asked = await ListMeetings.Rows(db, new() { State = MeetingState.Notified }).Where(m => m.Invited > m.Attending + m.Substitutes + m.Leave)
            .OrderBy(m => m.ReplyBy).Take(Most).ToListAsync(ct);
        var due = Invitations.Due(db);
        var held = await ListMeetings.Rows(db, new() { State = MeetingState.Held })
            .Where(m => m.StartsAt > monthAgo && due.Any(i => i.MeetingId == m.Id && i.Presence == null && i.Reply != Reply.Leave))
            .OrderBy(m => m.StartsAt).Take(Most)
            .Select(m => new { m, Unmarked = due.Count(i => i.MeetingId == m.Id && i.Presence == null && i.Reply != Reply.Leave) }).ToListAsync(ct);
        return
        [
            .. drafts.Select(m => Of(ToDoKind.SendNotice, m, m.StartsAt, 0))
                .Concat(asked.Select(m => Of(ToDoKind.AskReplies, m, m.ReplyBy, m.Unanswered)))
                .Concat(held.Select(x => Of(ToDoKind.MarkAttendance, x.m, x.m.StartsAt.AddDays(1), x.Unmarked)))
                .OrderBy(r => r.Deadline).ThenBy(r => r.MeetingId).Take(Most),
        ];

        Row Of(ToDoKind kind, ListMeetings.Row meeting, DateTimeOffset deadline, int count) =>
            new(kind, meeting.Id, meeting.Title, meeting.Host, deadline, count, deadline < now);
    }
}
