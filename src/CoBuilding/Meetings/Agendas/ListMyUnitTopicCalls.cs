using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>The calls for topics to the reader's unit, open ones first.</summary>
public sealed class ListMyUnitTopicCalls(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row(
        Guid CallId,
        string Title,
        string Host,
        string? Unit,
        DateOnly FirstDay,
        DateOnly LastDay,
        DateTimeOffset CollectUntil,
        bool IsOpen,
        int Topics,
        int Accepted
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ProposeTopics, ct);
        return await Rows(db).PageAsync(question, ct);
    }

    /// <summary>Lifting the reach lifts it from the whole query, so the reach over the calls is written out.</summary>
    private static IQueryable<Row> Rows(PortalDb db)
    {
        var (now, reach, topics, units) = (db.Now, db.Reach, db.Topics, db.Units);
        return db
            .TopicCalls.AsNoTracking()
            .Where(c =>
                reach.Everything
                || reach.Places.Contains(c.PlaceId)
                || reach.Units.Contains(c.UnitId!.Value)
                || reach.Subjects.Contains(c.Id)
            )
            .Join(
                db.MeetingPlans.Lifted("facts of the plan and its host, for all who are asked; the reach over calls is written out"),
                c => c.PlanId,
                p => p.Id,
                (c, p) => new { c, p }
            )
            .Join(
                db.Committees,
                x => x.p.CommitteeId,
                b => b.Id,
                (x, b) =>
                    new
                    {
                        x.c,
                        x.p,
                        b.Name,
                        IsOpen = x.p.CollectUntil > now && x.p.WithdrawnAt == null && x.p.MergedIntoId == null && x.p.MeetingId == null,
                    }
            )
            .OrderByDescending(x => x.IsOpen)
            .ThenByDescending(x => x.p.CollectUntil)
            .ThenBy(x => x.c.Id)
            .Select(x => new Row(
                x.c.Id,
                x.p.Title,
                x.Name,
                units.Where(u => u.Id == x.c.UnitId).Select(u => u.Name).FirstOrDefault(),
                x.p.FirstDay,
                x.p.LastDay,
                x.p.CollectUntil!.Value,
                x.IsOpen,
                topics.Count(t => t.CallId == x.c.Id && t.State != TopicState.Withdrawn),
                topics.Count(t => t.CallId == x.c.Id && (t.State == TopicState.Accepted || t.State == TopicState.Merged))
            ));
    }
}
