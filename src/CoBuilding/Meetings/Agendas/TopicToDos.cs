using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Agendas;

public sealed class TopicToDos : IToDos
{
    /// <summary>Topics that were collected and have no answer.</summary>
    public const string ReviewTopics = nameof(ReviewTopics);

    public Right Right => Right.CallMeetings;
    public IReadOnlyList<string> Kinds => [ReviewTopics];
    public IReadOnlyList<string> CountedKinds => Kinds;

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Collected(db)]);

    private static IQueryable<ToDo> Collected(PortalDb db)
    {
        var today = db.Today;
        return ListPlans
            .Rows(db, new() { State = PlanState.Reviewing })
            .Where(p => p.Unanswered > 0)
            .Select(p => new ToDo
            {
                Kind = ReviewTopics,
                SubjectId = p.Id,
                Title = p.Title,
                Host = p.Host,
                Deadline = ChinaTime.At(p.FirstDay, TimeOnly.MinValue),
                Count = p.Unanswered,
                IsOverdue = p.FirstDay < today,
                OnlyWaits = false,
                PeriodFrom = null,
            });
    }
}
