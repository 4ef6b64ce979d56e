using CoBuilding.Access;
using CoBuilding.Jobs;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;

namespace CoBuilding.ProofRoom.Tests;

[Collection<ComposedPortal>]
public class TakeDownPastNoticesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_daily_job_takes_down_what_hung_until_yesterday()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var job = district.Use<IEnumerable<IDailyJob>>().OfType<TakeDownPastNotices>().Single();
        var form = HangNoticeTests.Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(district.Admin, form, Ct);

        await RunAsync(district, job);
        Assert.Equal(NoticeState.Hanging, await StateAsync(district));
        district.Clock.Advance(TimeSpan.FromDays(6));
        await district.RenewAdminAsync();
        await RunAsync(district, job);
        Assert.Equal(NoticeState.TakenDown, await StateAsync(district));
    }

    private static async Task RunAsync(TestDistrict district, IDailyJob job) =>
        Assert.False(await job.RunAsync(Scope.ForClock(district.Id), Guid.CreateVersion7(), Ct));

    private static async Task<NoticeState> StateAsync(TestDistrict district) =>
        Assert.Single((await district.Use<ListNotices>().AskAsync(district.Admin, new(), Ct)).Rows).State;
}
