using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Series;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Series;

public class ChangeSeriesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_title_the_usual_days_and_the_beginning_change_and_the_periods_with_them()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        var before = await SeeAsync(district, clerk, series);
        Assert.Equal([new DateOnly(2026, 10, 1)], before.Periods.Select(p => p.Period.FirstDay));

        await ChangeAsync(
            district,
            clerk,
            before,
            f =>
                f with
                {
                    Title = " 党建联席会 ",
                    UsualMonth = 2,
                    UsualFrom = 10,
                    UsualUntil = 20,
                    AheadDays = 45,
                    BegunOn = new(2026, 7, 1),
                }
        );

        var after = await SeeAsync(district, clerk, series);
        Assert.Equal(("党建联席会", 2, 10, 20, 45), (after.Title, after.UsualMonth, after.UsualFrom, after.UsualUntil, after.AheadDays));
        Assert.Equal(
            (before.CommitteeId, before.KindId, before.Cadence, before.RowVersion + 1),
            (after.CommitteeId, after.KindId, after.Cadence, after.RowVersion)
        );
        Assert.Equal([new DateOnly(2026, 7, 1), new DateOnly(2026, 10, 1)], after.Periods.Select(p => p.Period.FirstDay));
        var current = after.Periods[1];
        Assert.Equal(
            (new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 20), current.First.AddDays(-45)),
            (current.First, current.Last, current.PrepareFrom)
        );
    }

    [Fact]
    public async Task A_page_that_is_out_of_date_changes_nothing()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        var old = await SeeAsync(district, clerk, series);
        await ChangeAsync(district, clerk, old, f => f with { Title = "党建联席会" });
        await Assert.ThrowsAsync<Stale>(() => ChangeAsync(district, clerk, old, f => f with { Title = "旧页面" }));
        Assert.Equal("党建联席会", (await SeeAsync(district, clerk, series)).Title);
    }

    [Fact]
    public async Task A_series_begins_neither_before_its_body_nor_after_its_own_end()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        var seen = await SeeAsync(district, clerk, series);
        Assert.Equal(
            ("Series.BeginsBeforeTheBody", "BegunOn"),
            await RuleAssert.KeyAndFieldOfAsync(() => ChangeAsync(district, clerk, seen, f => f with { BegunOn = new(2020, 1, 1) }))
        );
        await district
            .Use<StopSeries>()
            .RunAsync(
                clerk,
                new()
                {
                    SeriesId = series,
                    ExpectedVersion = seen.RowVersion,
                    On = district.Today,
                },
                Ct
            );
        var stopped = await SeeAsync(district, clerk, series);
        await RuleAssert.BrokenAsync(
            "Series.StopsBeforeItBegins",
            () => ChangeAsync(district, clerk, stopped, f => f with { BegunOn = district.Today.AddDays(1) })
        );
        Assert.Equal(new DateOnly(2026, 10, 1), (await SeeAsync(district, clerk, series)).BegunOn);
    }

    [Fact]
    public async Task The_usual_month_lies_in_the_period_whatever_cadence_the_form_states()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        var seen = await SeeAsync(district, clerk, series);
        var refused = await Assert.ThrowsAsync<ValidationFailed>(() => ChangeAsync(district, clerk, seen, f => f with { UsualMonth = 4 }));
        Assert.Equal("UsualMonth", Assert.Single(refused.Problems).Field);
        await ChangeAsync(district, clerk, seen, f => f with { UsualMonth = 7, Cadence = Cadence.Yearly });
        var after = await SeeAsync(district, clerk, series);
        Assert.Equal((Cadence.Quarterly, 3), (after.Cadence, after.UsualMonth));
    }

    private static Task<ListSeries.Row> SeeAsync(TestDistrict district, Scope clerk, Guid series) =>
        district.Use<SeeSeries>().AskAsync(clerk, series, Ct);

    private static Task ChangeAsync(
        TestDistrict district,
        Scope clerk,
        ListSeries.Row seen,
        Func<ChangeSeries.Form, ChangeSeries.Form> change
    ) => district.Use<ChangeSeries>().RunAsync(clerk, change(ChangeSeries.Form.Of(seen)), Ct);
}
