using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Places.Workdays;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Series;

/// <summary>Determines the states of the periods of some series in a fixed number of statements.</summary>
internal sealed class SeriesPeriodLookup
{
    /// <summary>What counts for a body: a meeting or the plan of one, by its first day.</summary>
    private sealed record Event(Guid CommitteeId, Guid KindId, DateOnly Day, bool IsHeld, Guid? MeetingId, Guid? PlanId, string Title);

    private readonly DateOnly today;
    private readonly WorkdayCalendar calendar;
    private readonly ILookup<(Guid, Guid), Event> events;
    private readonly Dictionary<(Guid, DateOnly), PeriodReason> reasons;

    private SeriesPeriodLookup(DateOnly today, WorkdayCalendar calendar, IEnumerable<Event> events, IEnumerable<PeriodReason> reasons)
    {
        (this.today, this.calendar) = (today, calendar);
        this.events = events.ToLookup(e => (e.CommitteeId, e.KindId));
        this.reasons = reasons.ToDictionary(r => (r.SeriesId, r.FirstDay));
    }

    /// <param name="series">Within reach.</param>
    public static async Task<SeriesPeriodLookup> ReadAsync(
        PortalDb db,
        IReadOnlyCollection<MeetingSeries> series,
        DateOnly from,
        DateOnly until,
        CancellationToken ct
    )
    {
        var (ids, bodies, now) = (series.Select(s => s.Id).ToArray(), series.Select(s => s.CommitteeId).Distinct().ToArray(), db.Now);
        var calendar = await WorkdayCalendar.ReadAsync(db, ct);
        var meetings = await db
            .Meetings.AsNoTracking()
            .Where(m => bodies.Contains(m.CommitteeId) && m.Day >= from && m.Day <= until && m.CancelledAt == null)
            .Select(m => new Event(
                m.CommitteeId,
                m.KindId,
                m.Day,
                m.NotifiedAt != null && m.PostponedAt == null && m.StartsAt <= now,
                m.Id,
                null,
                m.Title
            ))
            .ToListAsync(ct);
        var plans = await db
            .MeetingPlans.AsNoTracking()
            .Where(p =>
                bodies.Contains(p.CommitteeId)
                && p.FirstDay >= from
                && p.FirstDay <= until
                && p.WithdrawnAt == null
                && p.MeetingId == null
                && p.MergedIntoId == null
            )
            .Select(p => new Event(p.CommitteeId, p.KindId, p.FirstDay, false, null, p.Id, p.Title))
            .ToListAsync(ct);
        var reasons = await db.PeriodReasons.AsNoTracking().Where(r => ids.Contains(r.SeriesId)).ToListAsync(ct);
        return new(db.Today, calendar, [.. meetings, .. plans, .. await JoinedAsync(db, bodies, from, until, ct)], reasons);
    }

    /// <summary>A meeting that a body joined by merging its plan counts for it, even if the host is out of reach.</summary>
    private static async Task<IReadOnlyList<Event>> JoinedAsync(
        PortalDb db,
        Guid[] bodies,
        DateOnly from,
        DateOnly until,
        CancellationToken ct
    )
    {
        var now = db.Now;
        var meetings = db.Meetings.Where(m => m.CancelledAt == null);
        var found = await db
            .MeetingPlans.AsNoTracking()
            .Where(j => bodies.Contains(j.CommitteeId) && j.MergedIntoId != null && j.WithdrawnAt == null)
            .Join(
                db.MeetingPlans.Lifted("title and day of a meeting that a body joined by merging its plan, whoever is host")
                    .Where(p => p.WithdrawnAt == null),
                j => j.MergedIntoId,
                p => p.Id,
                (j, p) => new { j, p }
            )
            .Select(x => new
            {
                x.j.CommitteeId,
                x.j.KindId,
                x.p.FirstDay,
                x.p.Title,
                x.p.MeetingId,
                Meeting = meetings
                    .Where(m => m.Id == x.p.MeetingId)
                    .Select(m => new
                    {
                        m.Title,
                        m.Day,
                        IsHeld = m.NotifiedAt != null && m.PostponedAt == null && m.StartsAt <= now,
                    })
                    .FirstOrDefault(),
            })
            .Where(x =>
                x.Meeting == null
                    ? x.MeetingId == null && x.FirstDay >= from && x.FirstDay <= until
                    : x.Meeting.Day >= from && x.Meeting.Day <= until
            )
            .ToListAsync(ct);
        return
        [
            .. found.Select(x => new Event(
                x.CommitteeId,
                x.KindId,
                x.Meeting?.Day ?? x.FirstDay,
                x.Meeting?.IsHeld == true,
                null,
                null,
                x.Meeting?.Title ?? x.Title
            )),
        ];
    }

    public SeriesPeriod Of(MeetingSeries series, Period period)
    {
        var (first, last) = series.UsualDays(period, calendar);
        // Held meetings take precedence over planned ones, and earlier over later.
        var found = events[(series.CommitteeId, series.KindId)]
            .Where(e => period.Has(e.Day))
            .OrderByDescending(e => e.IsHeld)
            .ThenBy(e => e.Day)
            .FirstOrDefault();
        var reason = reasons.GetValueOrDefault((series.Id, period.FirstDay));
        var prepareFrom = first.AddDays(-series.AheadDays);
        var state = found switch
        {
            { IsHeld: true } => PeriodState.Held,
            _ when today > period.LastDay => PeriodState.Missed,
            not null => PeriodState.Planned,
            null when reason is not null => PeriodState.LeftOut,
            _ => today >= first ? PeriodState.Due
            : today >= prepareFrom ? PeriodState.DueSoon
            : PeriodState.Later,
        };
        var counts = state is PeriodState.Held or PeriodState.Planned ? found : null;
        return new SeriesPeriod(
            period,
            state,
            first,
            last,
            prepareFrom,
            counts?.MeetingId,
            counts?.PlanId,
            counts?.Title,
            counts?.Day,
            reason?.Reason,
            reason?.RowVersion ?? 0
        );
    }
}
