using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Tests.Dashboards;

/// <summary>A contributor with a to-do so many days after a day, for each of the given days.</summary>
internal sealed class MadeToDos(Right right, string kind, DateOnly day, params int[] daysAfter) : IToDos
{
    public Right Right => right;
    public IReadOnlyList<string> Kinds => [kind];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct)
    {
        var (own, deadlines) = (kind, daysAfter.Select(d => ChinaTime.At(day.AddDays(d), TimeOnly.MinValue)).ToArray());
        return Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([
            db
                .Places.Where(p => p.Level == PlaceLevel.District)
                .SelectMany(p =>
                    // Without the condition EF would take the list for a value and ask it before the query.
                    deadlines
                        .Where(_ => p.ParentId == null)
                        .Select(d => new ToDo
                        {
                            Kind = own,
                            SubjectId = p.Id,
                            Title = p.Name,
                            Host = p.Code,
                            Deadline = d,
                            Count = 0,
                            IsOverdue = false,
                            OnlyWaits = false,
                            PeriodFrom = null,
                        })
                ),
        ]);
    }
}
