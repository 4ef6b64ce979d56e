using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Dashboards;

/// <summary>
/// The dashboard: figures with numerator and denominator, without ranking. Meetings are background information, as
/// coordination is not judged by their number. Figures and matters come from the rooms; coverage and meetings, which have a form of their
/// own, are read here, so that all parts are of one moment.
/// </summary>
public sealed class SeeDashboard(Door door, IEnumerable<IDashboardFigure> figures, IEnumerable<IDashboardMatters> kindsOfMatters)
{
    public sealed record Answer(
        DateTimeOffset AsOf,
        bool CountsTownsAndVillages,
        IReadOnlyList<Coverage> Coverage,
        IReadOnlyList<Figure> Figures,
        QuarterFigures ThisQuarter,
        QuarterFigures LastQuarter,
        IReadOnlyList<Matter> Matters
    );

    public sealed record Ratio(int Numerator, int Denominator)
    {
        /// <summary>Null when there is nothing to divide by.</summary>
        public double? Share => Denominator == 0 ? null : (double)Numerator / Denominator;
    }

    /// <param name="Key">See <see cref="IDashboardFigure.Key"/>.</param>
    public sealed record Figure(string Key, Ratio Ratio);

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

    /// <param name="Key">See <see cref="IDashboardMatters.Key"/>.</param>
    /// <param name="By">The day by which it is due.</param>
    public sealed record Matter(string Key, Guid SubjectId, string Title, string Place, int Count, DateOnly? By);

    private const int MostOfAKind = 5;

    private sealed record CountedFigure
    {
        public required int Figure { get; init; }
        public required int Numerator { get; init; }
        public required int Denominator { get; init; }
    }

    private sealed record FoundMatter
    {
        public required int Kind { get; init; }
        public required Guid SubjectId { get; init; }
        public required string Title { get; init; }
        public required string Place { get; init; }
        public required int Count { get; init; }
        public required DateTimeOffset Deadline { get; init; }

        public DateOnly? By => Deadline == DateTimeOffset.MaxValue ? null : Deadline.ChinaDate();
    }

    public async Task<Answer> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeDashboard, ct);
        var quarter = Quarter.Of(db.Today);
        var withTowns = await CoverageSetting.ReadAsync(db, ct);
        return new Answer(
            db.Now,
            withTowns,
            await CoverageAsync(db, withTowns, ct),
            await FiguresAsync(db, ct),
            await OfQuarterAsync(db, quarter, ct),
            await OfQuarterAsync(db, quarter.Before, ct),
            await MattersAsync(db, ct)
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

    private async Task<IReadOnlyList<Figure>> FiguresAsync(PortalDb db, CancellationToken ct)
    {
        List<IDashboardFigure> all = [.. figures.OrderBy(f => f.Position)];
        var counts = await all.Select(
                (figure, n) =>
                    figure
                        .Count(db)
                        .Select(c => new CountedFigure
                        {
                            Figure = n,
                            Numerator = c.Numerator,
                            Denominator = c.Denominator,
                        })
            )
            .Aggregate((one, more) => one.Concat(more))
            .ToDictionaryAsync(c => c.Figure, c => new Ratio(c.Numerator, c.Denominator), ct);
        return [.. all.Select((f, n) => new Figure(f.Key, counts.GetValueOrDefault(n) ?? new(0, 0)))];
    }

    private static async Task<QuarterFigures> OfQuarterAsync(PortalDb db, Quarter quarter, CancellationToken ct)
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

    private async Task<IReadOnlyList<Matter>> MattersAsync(PortalDb db, CancellationToken ct)
    {
        List<IDashboardMatters> all = [.. kindsOfMatters.OrderBy(k => k.Position)];
        var found = await InOrder(
                all.Select((kind, n) => InOrder(Joinable(n, kind.Matters(db))).Take(MostOfAKind)).Aggregate((one, more) => one.Concat(more))
            )
            .ToListAsync(ct);
        return [.. found.Select(m => new Matter(all[m.Kind].Key, m.SubjectId, m.Title, m.Place, m.Count, m.By))];
    }

    /// <summary>
    /// The database joins columns only of one type: texts lose the lengths of their columns, and what has no deadline gets one, since a
    /// bare NULL has no type.
    /// </summary>
    private static IQueryable<FoundMatter> Joinable(int kind, IQueryable<DashboardMatter> matters) =>
        matters.Select(m => new FoundMatter
        {
            Kind = kind,
            SubjectId = m.SubjectId,
            Title = Convert.ToString(m.Title),
            Place = Convert.ToString(m.Place),
            Count = m.Count,
            Deadline = m.Deadline ?? DateTimeOffset.MaxValue,
        });

    private static IQueryable<FoundMatter> InOrder(IQueryable<FoundMatter> found) =>
        found
            .OrderBy(m => m.Kind)
            .ThenBy(m => m.Deadline)
            .ThenByDescending(m => m.Deadline == DateTimeOffset.MaxValue ? m.Count : 0)
            .ThenBy(m => m.SubjectId);
}
