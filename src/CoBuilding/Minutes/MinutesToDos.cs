using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

public sealed class MinutesToDos : IToDos
{
    /// <summary>A meeting was held, and its minutes have not been started.</summary>
    public const string WriteMinutes = nameof(WriteMinutes);

    /// <summary>Units have comments on minutes.</summary>
    public const string AnswerComments = nameof(AnswerComments);

    /// <summary>The units' term is over, or all have answered.</summary>
    public const string IssueMinutes = nameof(IssueMinutes);

    public Right Right => Right.ManageMinutes;
    public IReadOnlyList<string> Kinds => [WriteMinutes, AnswerComments, IssueMinutes];
    public IReadOnlyList<string> CountedKinds => [AnswerComments];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Unwritten(db), Countersigned(db)]);

    /// <summary>Of the last month, each within a week.</summary>
    private static IQueryable<ToDo> Unwritten(PortalDb db)
    {
        var (now, monthAgo) = (db.Now, db.Now.AddMonths(-1));
        return ListMeetings
            .Rows(db, new() { State = MeetingState.Held })
            .Where(m => m.State == MeetingState.Held && m.StartsAt > monthAgo)
            .Select(m => new ToDo
            {
                Kind = WriteMinutes,
                SubjectId = m.Id,
                Title = m.Title,
                Host = m.Host,
                Deadline = m.StartsAt.AddDays(7),
                Count = 0,
                IsOverdue = m.StartsAt.AddDays(7) < now,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }

    private static IQueryable<ToDo> Countersigned(PortalDb db)
    {
        var (today, asked) = (db.Today, db.Countersigns);
        return db
            .Minutes.AsNoTracking()
            .Where(m => m.State == MinutesState.Countersigning)
            .Join(db.Meetings, m => m.MeetingId, e => e.Id, (m, e) => new { m, e })
            .Join(
                db.Committees,
                x => x.m.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.e.Id,
                        x.e.Title,
                        Host = c.Name,
                        Until = x.m.CountersignUntil!.Value,
                        Comments = asked.Count(a =>
                            a.MinutesId == x.m.Id
                            && a.CountersignRound == x.m.CountersignRound
                            && a.Answer == CountersignAnswer.Comments
                            && a.SettledAt == null
                        ),
                        Silent = asked.Count(a => a.MinutesId == x.m.Id && a.CountersignRound == x.m.CountersignRound && a.Answer == null),
                    }
            )
            .Where(x => x.Comments > 0 || x.Silent == 0 || x.Until <= today)
            .Select(x => new ToDo
            {
                Kind = x.Comments > 0 ? AnswerComments : IssueMinutes,
                SubjectId = x.Id,
                Title = x.Title,
                Host = x.Host,
                Deadline = ChinaTime.At(x.Until, TimeOnly.MinValue),
                Count = x.Comments,
                IsOverdue = x.Comments > 0 && x.Until <= today,
                OnlyWaits = x.Comments == 0,
                PeriodFrom = null,
            });
    }
}
