using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Dashboards;

/// <summary>
/// The dashboard: figures with numerator and denominator, without ranking. Meetings are background information, as
/// coordination is not judged by their number.
/// </summary>
public sealed class SeeDashboard(Door door)
{
    public sealed record Answer(
        DateTimeOffset AsOf,
        bool CountsTownsAndVillages,
        IReadOnlyList<Coverage> Coverage,
        Ratio QuotaFit,
        Ratio VacantSeats,
        Ratio MutualUnits,
        QuarterFigures ThisQuarter,
        QuarterFigures LastQuarter,
        IReadOnlyList<Action> Actions
    );

    public sealed record Ratio(int Numerator, int Denominator)
    {
        /// <summary>Null when there is nothing to divide by.</summary>
        public double? Share => Denominator == 0 ? null : (double)Numerator / Denominator;
    }

    public sealed record Coverage(Guid KindId, CommitteeKind Kind, string KindName, int Established, int Places)
    {
        /// <summary>The kind as named by the district, in the current language.</summary>
        public string KindText => DistrictCommitteeKind.Say(Kind, KindName);
        public Ratio Ratio => new(Established, Places);
    }

    /// <summary>Meetings of which notice was given, by their day. <c>Due = Attending + Substitutes + Leave + Unanswered</c>.</summary>
    public sealed record QuarterFigures(
        Quarter Quarter,
        int Held,
        int Coming,
        int Cancelled,
        int Due,
        int Attending,
        int Substitutes,
        int Leave,
        int Unanswered
    );

    [TextsIn("Dashboards")]
    public enum ActionKind
    {
        RepliesMissing,
        TermEnding,
        Vacancies,
    }

    /// <param name="SubjectId">The meeting or the committee.</param>
    /// <param name="By">The reply deadline or the end of the term.</param>
    public sealed record Action(ActionKind Kind, Guid SubjectId, string Title, string Place, int Count, DateOnly? By);

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeDashboard, ct);
        var quarter = Quarter.Of(db.Today);
        var withTowns = await CoverageSetting.ReadAsync(db, ct);
        var committees = await ListCommittees
            .Rows(db, new() { OnlyEstablished = true })
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Ranged = g.Count(c => c.Min != null),
                Fit = g.Count(c => c.Members >= c.Min && c.Members <= c.Max),
                Seats = g.Sum(c => c.Seats),
                Vacant = g.Sum(c => c.Vacancies),
            })
            .SingleOrDefaultAsync(ct);
        return new Answer(
            db.Now,
            withTowns,
            await CoverageAsync(db, withTowns, ct),
            new Ratio(committees?.Fit ?? 0, committees?.Ranged ?? 0),
            new Ratio(committees?.Vacant ?? 0, committees?.Seats ?? 0),
            await MutualUnitsAsync(db, ct),
            await FiguresAsync(db, quarter, ct),
            await FiguresAsync(db, quarter.Before, ct),
            await ActionsAsync(db, ct)
        );
    }

    /// <summary>Units with a mutual pair with at least one body, out of those with a member on any body.</summary>
    private static async Task<Ratio> MutualUnitsAsync(PortalDb db, CancellationToken ct)
    {
        var (today, members) = (db.Today, Pairs.OfUnits(db).On(db.Today));
        return new Ratio(
            await ListPairs.Rows(db, new() { Standing = UnitStanding.Mutual }).CountAsync(ct),
            await db.Units.CountAsync(u => (u.EndedOn == null || u.EndedOn > today) && members.Any(m => m.UnitId == u.Id), ct)
        );
    }

    /// <summary>Of the kinds of which each place has one.</summary>
    private static async Task<IReadOnlyList<Coverage>> CoverageAsync(PortalDb db, bool withTowns, CancellationToken ct)
    {
        var today = db.Today;
        var counted = ListUncovered.Counted(db, null, withTowns);
        var places = await counted
            .GroupBy(p => p.Level)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var kinds = await db
            .CommitteeKinds.AsNoTracking()
            .Where(k => k.RetiredOn == null && k.Level != null)
            .OrderBy(k => k.Ordinal)
            .ThenBy(k => k.Id)
            .ToListAsync(ct);
        var established = await CommitteeLifecycle
            .EstablishedToday(db)
            .Where(c => counted.Any(p => p.Id == c.PlaceId))
            .GroupBy(c => c.KindId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        return
        [
            .. kinds
                .Where(k => k.IsOnePerPlace)
                .Select(k => new Coverage(
                    k.Id,
                    k.Kind,
                    k.Name,
                    established.GetValueOrDefault(k.Id),
                    places.GetValueOrDefault(k.Level!.Value)
                )),
        ];
    }

    private static async Task<QuarterFigures> FiguresAsync(PortalDb db, Quarter quarter, CancellationToken ct)
    {
        var now = db.Now;
        var meetings = db.Meetings.AsNoTracking().Where(m => m.NotifiedAt != null && m.Day >= quarter.From && m.Day <= quarter.Until);
        var counts = await meetings
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Held = g.Count(m => m.CancelledAt == null && m.PostponedAt == null && m.StartsAt <= now),
                Coming = g.Count(m => m.CancelledAt == null && m.PostponedAt == null && m.StartsAt > now),
                Cancelled = g.Count(m => m.CancelledAt != null),
            })
            .SingleOrDefaultAsync(ct);
        var replies = await Invitations
            .Due(db)
            .Where(i => meetings.Any(m => m.Id == i.MeetingId && m.CancelledAt == null && m.PostponedAt == null))
            .GroupBy(i => i.Reply)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        int Of(Reply? reply) => replies.Where(r => r.Key == reply).Sum(r => r.Count);
        return new QuarterFigures(
            quarter,
            counts?.Held ?? 0,
            counts?.Coming ?? 0,
            counts?.Cancelled ?? 0,
            replies.Sum(r => r.Count),
            Of(Reply.Attend),
            Of(Reply.Substitute),
            Of(Reply.Leave),
            Of(null)
        );
    }

    /// <summary>What waits, the nearest deadline first: replies within a week, terms within six months, then vacancies.</summary>
    private static async Task<IReadOnlyList<Action>> ActionsAsync(PortalDb db, CancellationToken ct)
    {
        var (today, week, halfYear) = (db.Today, db.Now.AddDays(7), db.Today.AddMonths(CommitteeLifecycle.NearMonths));
        var replies = await ListMeetings
            .Rows(db, new() { State = MeetingState.Notified })
            .Where(m => m.StartsAt <= week && m.Invited > m.Attending + m.Substitutes + m.Leave)
            .OrderBy(m => m.ReplyBy)
            .ThenBy(m => m.Id)
            .Take(5)
            .ToListAsync(ct);
        var committees = ListCommittees.Rows(db, new() { OnlyEstablished = true });
        var terms = await committees
            .Where(c => c.TermEndsOn != null && c.TermEndsOn <= halfYear)
            .OrderBy(c => c.TermEndsOn)
            .ThenBy(c => c.Id)
            .Take(5)
            .ToListAsync(ct);
        var vacancies = await committees
            .Where(c => c.Vacancies > 0)
            .OrderByDescending(c => c.Vacancies)
            .ThenBy(c => c.Id)
            .Take(5)
            .ToListAsync(ct);
        return
        [
            .. replies.Select(m => new Action(ActionKind.RepliesMissing, m.Id, m.Title, m.Place, m.Unanswered, m.ReplyBy.ChinaDate())),
            .. terms.Select(c => new Action(ActionKind.TermEnding, c.Id, c.Name, c.Place, 1, c.TermEndsOn)),
            .. vacancies.Select(c => new Action(ActionKind.Vacancies, c.Id, c.Name, c.Place, c.Vacancies, null)),
        ];
    }
}
