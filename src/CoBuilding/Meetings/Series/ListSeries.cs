using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Series;

/// <summary>
/// The series within reach, those that run first, each with its periods of last year and this one; next year's once preparation is due.
/// </summary>
public sealed class ListSeries(Door door)
{
    public sealed record Question : ListQuestion
    {
        public Cadence? Cadence { get; init; }
        public Guid? CommitteeId { get; init; }

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }

        /// <summary>With those that were stopped.</summary>
        public bool WithStopped { get; init; }
    }

    public sealed record Row(
        Guid Id,
        long RowVersion,
        Guid CommitteeId,
        Guid PlaceId,
        Guid KindId,
        Cadence Cadence,
        string Title,
        int UsualMonth,
        int UsualFrom,
        int UsualUntil,
        int AheadDays,
        DateOnly BegunOn,
        DateOnly? StoppedOn,
        string? StoppedBecause,
        string Host,
        string Place,
        MeetingKindName Kind,
        IReadOnlyList<SeriesPeriod> Periods
    )
    {
        /// <summary>The title of a period's meeting, in the language of notices, whatever the clerk reads.</summary>
        public string TitleOf(Period period) => CultureScope.In(CultureInfo.GetCultureInfo("zh-CN"), () => period.Said) + Title;
    }

    // Init properties, not a constructor, so that the to-dos can compose queries over these rows.
    internal sealed record SeriesWithUnit
    {
        public required MeetingSeries Series { get; init; }
        public required string Host { get; init; }
        public required string Place { get; init; }
        public required DateOnly? BodyEnds { get; init; }
        public required string? KindStandard { get; init; }
        public required string KindName { get; init; }

        public Row With(SeriesPeriodLookup periods, DateOnly from, DateOnly today) =>
            new(
                Series.Id,
                Series.RowVersion,
                Series.CommitteeId,
                Series.PlaceId,
                Series.KindId,
                Series.Cadence,
                Series.Title,
                Series.UsualMonth,
                Series.UsualFrom,
                Series.UsualUntil,
                Series.AheadDays,
                Series.BegunOn,
                Series.StoppedOn,
                Series.StoppedBecause,
                Host,
                Place,
                new MeetingKindName(KindStandard, KindName),
                [
                    .. Series
                        .Periods(from, today.AddYears(1), BodyEnds)
                        .Select(p => periods.Of(Series, p))
                        .Where(p => p.Period.FirstDay.Year <= today.Year || p.State != PeriodState.Later),
                ]
            );
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var page = await Rows(db, question).PageAsync(question, ct);
        return new Page<Row>(await WithPeriodsAsync(db, page.Rows, LastYear(db), ct), page.Total, page.Number, page.Size);
    }

    internal static DateOnly LastYear(PortalDb db) => new(db.Today.Year - 1, 1, 1);

    internal static async Task<IReadOnlyList<Row>> WithPeriodsAsync(
        PortalDb db,
        IReadOnlyList<SeriesWithUnit> found,
        DateOnly from,
        CancellationToken ct
    )
    {
        var today = db.Today;
        var periods = await SeriesPeriodLookup.ReadAsync(db, [.. found.Select(f => f.Series)], from, today.AddYears(2), ct);
        return [.. found.Select(f => f.With(periods, from, today))];
    }

    internal static IQueryable<SeriesWithUnit> Rows(PortalDb db, Question question)
    {
        var (needle, name, today) = (question.Needle(), question.NameNeedle(), db.Today);
        return db
            .MeetingSeries.AsNoTracking()
            .Where(s => question.CommitteeId == null || s.CommitteeId == question.CommitteeId)
            .Where(s => question.Cadence == null || s.Cadence == question.Cadence)
            .Where(s => question.WithStopped || s.StoppedOn == null || s.StoppedOn > today)
            .Join(db.Committees, s => s.CommitteeId, c => c.Id, (s, c) => new { s, c })
            .Where(x => question.WithStopped || x.c.DissolvedOn == null || x.c.DissolvedOn > today)
            .Join(
                db.Places,
                x => x.s.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.s,
                        x.c,
                        p,
                    }
            )
            .Join(
                db.MeetingWords,
                x => x.s.KindId,
                w => w.Id,
                (x, w) =>
                    new
                    {
                        x.s,
                        x.c,
                        x.p,
                        w,
                    }
            )
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Where(x => needle == null || x.s.Title.Contains(needle) || x.c.FindKeys.Contains(name!) || x.p.Name.Contains(needle))
            .OrderBy(x => x.s.StoppedOn != null && x.s.StoppedOn <= today)
            .ThenBy(x => x.p.Code)
            .ThenBy(x => x.c.Name)
            .ThenBy(x => x.s.Id)
            .Select(x => new SeriesWithUnit
            {
                Series = x.s,
                Host = x.c.Name,
                Place = x.p.Name,
                BodyEnds = x.c.DissolvedOn,
                KindStandard = x.w.Standard,
                KindName = x.w.Name,
            });
    }

    /// <summary>One of them, stopped or not.</summary>
    /// <exception cref="NotFound">There is none within reach.</exception>
    internal static async Task<Row> OneAsync(PortalDb db, Guid id, CancellationToken ct)
    {
        var seriesWithUnit =
            await Rows(db, new() { WithStopped = true }).Where(f => f.Series.Id == id).SingleOrDefaultAsync(ct) ?? throw new NotFound();
        return (await WithPeriodsAsync(db, [seriesWithUnit], LastYear(db), ct))[0];
    }
}
