using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>
/// For a unit: the minutes about which it is asked, those first, then those of the meetings before; each meeting once, by its last round.
/// </summary>
public sealed class ListMyUnitCountersigns(Door door)
{
    public sealed record Question : ListQuestion;

    /// <param name="LastDay">Of the term.</param>
    public sealed record Row(
        Guid CountersignId,
        string Title,
        string Unit,
        DateTimeOffset StartsAt,
        MinutesState State,
        CountersignAnswer? Answer,
        DateTimeOffset? AnsweredAt,
        DateOnly? LastDay,
        bool IsOpen
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CountersignMinutes, ct);
        return await Rows(db).PageAsync(question, ct);
    }

    private static IQueryable<Row> Rows(PortalDb db)
    {
        var (reach, today, units) = (db.Reach, db.Today, db.Units);
        return db
            .Countersigns.AsNoTracking()
            .Where(c =>
                reach.Everything || reach.Places.Contains(c.PlaceId) || reach.Units.Contains(c.UnitId) || reach.Subjects.Contains(c.Id)
            )
            .Join(
                db.Minutes.Lifted(
                    "title of the meeting and state of its minutes, for all who were due; the reach over calls is written out"
                ),
                c => c.MinutesId,
                m => m.Id,
                (c, m) => new { c, m }
            )
            .Where(x => x.c.CountersignRound == x.m.CountersignRound)
            .Join(
                db.Meetings,
                x => x.m.MeetingId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.c,
                        x.m,
                        e,
                    }
            )
            .OrderByDescending(x => x.m.State == MinutesState.Countersigning && x.m.CountersignUntil > today && x.c.Answer == null)
            .ThenByDescending(x => x.e.StartsAt)
            .ThenBy(x => x.c.Id)
            .Select(x => new Row(
                x.c.Id,
                x.e.Title,
                units.Where(u => u.Id == x.c.UnitId).Select(u => u.Name).First(),
                x.e.StartsAt,
                x.m.State,
                x.c.Answer,
                x.c.AnsweredAt,
                x.m.CountersignUntil == null ? null : x.m.CountersignUntil.Value.AddDays(-1),
                x.m.State == MinutesState.Countersigning && x.m.CountersignUntil > today
            ));
    }
}
