using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Dashboards;

/// <summary>The to-dos of all rooms for somebody who is signed in, the nearest deadline first: one statement for each right.</summary>
public sealed class ListToDos(Door door, IEnumerable<IToDos> contributors)
{
    public const int Most = 20;

    /// <param name="First">At most <see cref="Most"/>.</param>
    /// <param name="Total">With those that are not shown.</param>
    public sealed record Answer(IReadOnlyList<ToDo> First, int Total);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var held = await door.OpenHeldAsync(scope, [.. contributors.Select(c => c.Right)], ct);
        var (found, total) = (new List<ToDo>(), 0);
        foreach (var (right, db) in held.Contexts)
        {
            List<IQueryable<ToDo>> rows = [];
            foreach (var contributor in contributors.Where(c => c.Right == right))
                rows.AddRange(await contributor.RowsAsync(db, ct));
            if (rows.Count == 0)
                continue;
            var first = await InOrder(rows.Select(Joinable).Aggregate(Queryable.Concat))
                .Take(Most)
                .Select(t => new { ToDo = t, Total = DatabaseFunctions.RowsInAll() })
                .ToListAsync(ct);
            found.AddRange(first.Select(f => f.ToDo));
            total += first.Count > 0 ? first[0].Total : 0;
        }
        return new Answer([.. InOrder(found.AsQueryable()).Take(Most)], total);
    }

    /// <summary>
    /// EF joins queries only whose columns have the same store types, and names come from columns of many lengths: here they become plain
    /// texts (<c>::text</c>), so that no contributor has to think of it.
    /// </summary>
    private static IQueryable<ToDo> Joinable(IQueryable<ToDo> rows) =>
        rows.Select(t => new ToDo
        {
            Kind = t.Kind,
            SubjectId = t.SubjectId,
            Title = Convert.ToString(t.Title),
            Host = Convert.ToString(t.Host),
            Deadline = t.Deadline,
            Count = t.Count,
            IsOverdue = t.IsOverdue,
            OnlyWaits = t.OnlyWaits,
            PeriodFrom = DatabaseFunctions.DayOrNull(t.PeriodFrom),
        });

    private static IQueryable<ToDo> InOrder(IQueryable<ToDo> rows) =>
        rows.OrderBy(t => t.Deadline).ThenBy(t => t.SubjectId).ThenBy(t => t.Kind).ThenBy(t => t.Title);
}
