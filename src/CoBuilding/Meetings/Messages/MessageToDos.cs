using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Jobs;

namespace CoBuilding.Meetings.Messages;

public sealed class MessageToDos : IToDos
{
    /// <summary>Messages about a coming meeting that failed or may not have arrived.</summary>
    public const string SettleMessages = nameof(SettleMessages);

    public Right Right => Right.CallMeetings;
    public IReadOnlyList<string> Kinds => [SettleMessages];
    public IReadOnlyList<string> CountedKinds => Kinds;

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Undelivered(db)]);

    private static IQueryable<ToDo> Undelivered(PortalDb db)
    {
        var (now, hosts) = (db.Now, db.Committees);
        var coming = db.Meetings.Where(m => m.StartsAt > now);
        return db
            .Messages.Where(m => m.State == MessageState.Failed || m.State == MessageState.Uncertain)
            .Join(
                coming,
                m => m.WithinId,
                m => m.Id,
                (message, meeting) =>
                    new
                    {
                        message.QueuedAt,
                        meeting.Id,
                        meeting.Title,
                        meeting.CommitteeId,
                    }
            )
            .GroupBy(x => new
            {
                x.Id,
                x.Title,
                x.CommitteeId,
            })
            .Select(g => new ToDo
            {
                Kind = SettleMessages,
                SubjectId = g.Key.Id,
                Title = g.Key.Title,
                Host = hosts.Where(c => c.Id == g.Key.CommitteeId).Select(c => c.Name).First(),
                Deadline = g.Min(x => x.QueuedAt),
                Count = g.Count(),
                IsOverdue = true,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }
}
