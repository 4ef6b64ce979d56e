using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Attendance;

public sealed class AttendanceToDos : IToDos
{
    /// <summary>Units that have not answered.</summary>
    public const string AskReplies = nameof(AskReplies);

    /// <summary>Leave that is asked for, or substitutes who need the host's consent.</summary>
    public const string DecideAnswers = nameof(DecideAnswers);

    /// <summary>A meeting that was held and whose attendance is not written down.</summary>
    public const string MarkAttendance = nameof(MarkAttendance);

    public Right Right => Right.RecordReplies;
    public IReadOnlyList<string> Kinds => [AskReplies, DecideAnswers, MarkAttendance];
    public IReadOnlyList<string> CountedKinds => Kinds;

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Unanswered(db), Undecided(db), Unmarked(db)]);

    private static IQueryable<ToDo> Unanswered(PortalDb db)
    {
        var now = db.Now;
        return ListMeetings
            .Rows(db, new() { State = MeetingState.Notified })
            .Where(m => m.Invited > m.Attending + m.Substitutes + m.Leave)
            .Select(m => new ToDo
            {
                Kind = AskReplies,
                SubjectId = m.Id,
                Title = m.Title,
                Host = m.Host,
                Deadline = m.ReplyBy,
                Count = m.Invited - m.Attending - m.Substitutes - m.Leave,
                IsOverdue = m.ReplyBy < now,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }

    private static IQueryable<ToDo> Undecided(PortalDb db)
    {
        var (now, yesterday) = (db.Now, db.Now.AddDays(-1));
        var waiting = Invitations.Outcomes(Invitations.Due(db)).Where(o => o.AwaitsDecision);
        return ListMeetings
            .Rows(db, new())
            .Where(m => m.StartsAt > yesterday && m.State != MeetingState.Cancelled && waiting.Any(w => w.MeetingId == m.Id))
            .Select(m => new ToDo
            {
                Kind = DecideAnswers,
                SubjectId = m.Id,
                Title = m.Title,
                Host = m.Host,
                Deadline = m.StartsAt,
                Count = waiting.Count(w => w.MeetingId == m.Id),
                IsOverdue = m.StartsAt < now,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }

    /// <summary>Of the last month, each within a day.</summary>
    private static IQueryable<ToDo> Unmarked(PortalDb db)
    {
        var (now, monthAgo) = (db.Now, db.Now.AddMonths(-1));
        var unmarked = Invitations.Outcomes(Invitations.Due(db)).Where(o => o.Outcome == Outcome.Unmarked);
        return ListMeetings
            .Rows(db, new() { State = MeetingState.Held })
            .Where(m => m.StartsAt > monthAgo && unmarked.Any(u => u.MeetingId == m.Id))
            .Select(m => new ToDo
            {
                Kind = MarkAttendance,
                SubjectId = m.Id,
                Title = m.Title,
                Host = m.Host,
                Deadline = m.StartsAt.AddDays(1),
                Count = unmarked.Count(u => u.MeetingId == m.Id),
                IsOverdue = m.StartsAt.AddDays(1) < now,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }
}
