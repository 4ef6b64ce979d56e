using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Calling;

public sealed class MeetingToDos : IToDos
{
    /// <summary>A drafted meeting whose notice is not out.</summary>
    public const string SendNotice = nameof(SendNotice);

    public Right Right => Right.CallMeetings;
    public IReadOnlyList<string> Kinds => [SendNotice];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Drafts(db)]);

    private static IQueryable<ToDo> Drafts(PortalDb db)
    {
        var now = db.Now;
        return ListMeetings
            .Rows(db, new() { State = MeetingState.Draft })
            .Where(m => m.StartsAt > now)
            .Select(m => new ToDo
            {
                Kind = SendNotice,
                SubjectId = m.Id,
                Title = m.Title,
                Host = m.Host,
                Deadline = m.StartsAt,
                Count = 0,
                IsOverdue = false,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }
}
