using CoBuilding.Data;
using CoBuilding.Meetings.Series;
using CoBuilding.Places.Workdays;

namespace CoBuilding.Tests.Meetings.Series;

public class CadencesTests
{
    [Theory]
    [InlineData(Cadence.Monthly, "2026-11-01", "2026-11-30", "2026年11月")]
    [InlineData(Cadence.Quarterly, "2026-10-01", "2026-12-31", "2026年第四季度")]
    [InlineData(Cadence.HalfYearly, "2026-07-01", "2026-12-31", "2026年下半年")]
    [InlineData(Cadence.Yearly, "2026-01-01", "2026-12-31", "2026年")]
    public void A_period_lies_in_the_calendar(Cadence cadence, string first, string last, string said)
    {
        var period = Period.Of(cadence, new(2026, 11, 23));
        Assert.Equal((SeriesFixture.Day(first), SeriesFixture.Day(last), said), (period.FirstDay, period.LastDay, period.Said));
        Assert.Equal(period.LastDay.AddDays(1), period.Next.FirstDay);
    }

    [Theory]
    [InlineData(3, 1, 31, "2026-12-01", "2026-12-31")]
    [InlineData(2, 28, 29, "2026-11-30", "2026-11-30")] // a weekend: the following Monday
    [InlineData(1, 1, 7, "2026-10-08", "2026-10-08")] // the National SeriesFixture.Day's week
    [InlineData(1, 3, 11, "2026-10-08", "2026-10-10")] // up to a Saturday that is worked
    public void The_usual_days_are_moved_to_workdays(int month, int from, int until, string first, string last) =>
        Assert.Equal(
            (SeriesFixture.Day(first), SeriesFixture.Day(last)),
            Habit(month, from, until).UsualDays(Period.Of(Cadence.Quarterly, new(2026, 11, 23)), StandardHolidays.Calendar)
        );

    [Fact]
    public void Usual_days_on_a_weekend_at_the_periods_end_move_back_into_it() =>
        Assert.Equal(
            (SeriesFixture.Day("2027-01-29"), SeriesFixture.Day("2027-01-29")),
            Habit(1, 30, 31, Cadence.Monthly).UsualDays(Period.Of(Cadence.Monthly, new(2027, 1, 1)), StandardHolidays.Calendar)
        );

    [Fact]
    public void Periods_begin_with_the_series_and_end_with_it_or_with_its_body()
    {
        var series = Habit(3, 1, 31);
        series.BeginOn(new(2026, 5, 9));
        Assert.Equal(
            [SeriesFixture.Day("2026-04-01"), SeriesFixture.Day("2026-07-01"), SeriesFixture.Day("2026-10-01")],
            Firsts(series, null)
        );
        Assert.Equal([SeriesFixture.Day("2026-04-01")], Firsts(series, new(2026, 7, 1)));
        series.Stop(new(2026, 9, 30), "合并");
        Assert.Equal([SeriesFixture.Day("2026-04-01"), SeriesFixture.Day("2026-07-01")], Firsts(series, null));
        Assert.Equal([SeriesFixture.Day("2026-04-01")], Firsts(series, new(2026, 8, 1)));
        Assert.Equal("Series.StopsBeforeItBegins", Assert.Throws<RuleBroken>(() => series.Stop(new(2026, 5, 8), null)).Key);
        Assert.Equal("Series.StopsBeforeItBegins", Assert.Throws<RuleBroken>(() => series.BeginOn(new(2026, 10, 1))).Key);

        static IEnumerable<DateOnly> Firsts(MeetingSeries series, DateOnly? bodyEnds) =>
            series.Periods(new(2025, 1, 1), new(2026, 12, 31), bodyEnds).Select(p => p.FirstDay);
    }

    private static MeetingSeries Habit(int month, int from, int until, Cadence cadence = Cadence.Quarterly) =>
        new()
        {
            CommitteeId = Guid.Empty,
            PlaceId = Guid.Empty,
            KindId = Guid.Empty,
            Cadence = cadence,
            Title = "联席会议",
            UsualMonth = month,
            UsualFrom = from,
            UsualUntil = until,
            AheadDays = 30,
            BegunOn = new(2026, 1, 1),
        };
}
