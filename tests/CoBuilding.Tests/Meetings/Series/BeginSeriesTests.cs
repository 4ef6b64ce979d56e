using CoBuilding.Data;
using CoBuilding.Meetings.Series;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Series;

public class BeginSeriesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task One_body_has_one_running_series_of_a_kind()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        Assert.Equal(
            "Series.RunsAlready",
            (await Assert.ThrowsAsync<RuleBroken>(() => SeriesFixture.BeginAsync(district, clerk, committee))).Key
        );
        await district
            .Use<StopSeries>()
            .RunAsync(
                clerk,
                new()
                {
                    SeriesId = series,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = "改为每半年",
                },
                Ct
            );
        await SeriesFixture.BeginAsync(district, clerk, committee);
        Assert.Single((await district.Use<ListSeries>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Equal(2, (await district.Use<ListSeries>().AskAsync(clerk, new() { WithStopped = true }, Ct)).Total);
        Assert.Equal(
            "Series.BeginsBeforeTheBody",
            (await Assert.ThrowsAsync<RuleBroken>(() => SeriesFixture.BeginAsync(district, clerk, committee, begun: new(2020, 1, 1)))).Key
        );
    }
}
