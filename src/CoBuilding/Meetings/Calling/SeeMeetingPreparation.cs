using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Series;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>
/// The defaults for the plan of a period's meeting: title, kind and days, with what its agenda begins, and topics not yet discussed.
/// </summary>
public sealed class SeeMeetingPreparation(Door door, IEnumerable<IAgendaOpening> openings)
{
    /// <summary>How long topics stay open.</summary>
    private const int Years = 2;

    /// <param name="FirstDay">The usual days that are left, on workdays.</param>
    public sealed record Answer(
        Guid CommitteeId,
        string Host,
        Guid KindId,
        string Title,
        DateOnly FirstDay,
        DateOnly LastDay,
        Period Period,
        IReadOnlyList<OpeningMatters> Openings,
        IReadOnlyList<OpenTopic> Open
    );

    /// <param name="Title">Proposed for a meeting that was withdrawn or canceled, and for none since.</param>
    public sealed record OpenTopic(Guid TopicId, string Title, string? Unit, DateTimeOffset ProposedAt);

    /// <param name="firstDay">Of the period; null: the first that is to be prepared.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid seriesId, DateOnly? firstDay, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, ct);
        var row = await ListSeries.OneAsync(db, seriesId, ct);
        var period =
            row.Periods.FirstOrDefault(p => p.Period.FirstDay == firstDay)
            ?? row.Periods.OrderByDescending(p => p.IsToPrepare)
                .FirstOrDefault(p => p.IsToPrepare || (p.Period.LastDay >= db.Today && p.State == PeriodState.Later))
            ?? throw SeriesRules.NothingToPrepare();
        var (first, last) = Left(period, db.Today);
        return new Answer(
            row.CommitteeId,
            row.Host,
            row.KindId,
            row.TitleOf(period.Period),
            first,
            last,
            period.Period,
            await OpeningMatters.OfAsync(db, openings, [row.CommitteeId], ct),
            await OpenTopicsAsync(db, row.CommitteeId, ct)
        );
    }

    /// <summary>The remaining usual days; if they have passed, the rest of the period.</summary>
    private static (DateOnly First, DateOnly Last) Left(SeriesPeriod period, DateOnly today)
    {
        if (period.Last > today)
            return (period.First > today ? period.First : today.AddDays(1), period.Last);
        return period.Period.LastDay > today ? (today.AddDays(1), period.Period.LastDay) : (period.First, period.Last);
    }

    private static async Task<IReadOnlyList<OpenTopic>> OpenTopicsAsync(PortalDb db, Guid committeeId, CancellationToken ct)
    {
        var (since, units, topics) = (db.Now.AddYears(-Years), db.Units, db.Topics);
        var (own, cancelled) = (db.MeetingPlans.Where(p => p.CommitteeId == committeeId), db.Meetings.Where(m => m.CancelledAt != null));
        var over = own.Where(p => p.WithdrawnAt != null || cancelled.Any(m => m.Id == p.MeetingId));
        return await topics
            .AsNoTracking()
            .Where(t =>
                t.ProposedAt > since
                && (t.State == TopicState.Proposed || t.State == TopicState.Accepted)
                && over.Any(p => p.Id == t.PlanId)
            )
            .Where(t =>
                !topics.Any(later => later.Title == t.Title && later.ProposedAt > t.ProposedAt && own.Any(p => p.Id == later.PlanId))
            )
            .OrderBy(t => t.ProposedAt)
            .ThenBy(t => t.Id)
            .Take(20)
            .Select(t => new OpenTopic(
                t.Id,
                t.Title,
                units.Where(u => u.Id == t.UnitId).Select(u => u.Name).FirstOrDefault(),
                t.ProposedAt
            ))
            .ToListAsync(ct);
    }
}
