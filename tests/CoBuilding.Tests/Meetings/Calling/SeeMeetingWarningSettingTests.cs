using CoBuilding.Data;
using CoBuilding.Meetings.Calling;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Calling;

public class SeeMeetingWarningSettingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_usual_limits_hold_until_the_district_sets_its_own_and_only_its_administrator_sees_them()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(new SeeMeetingWarningSetting.Answer(6, 3), await SeeAsync());
        await district.Use<SetMeetingWarningSetting>().RunAsync(district.Admin, new() { MostRequests = 9, NoticeDays = 0 }, Ct);
        Assert.Equal(new SeeMeetingWarningSetting.Answer(9, 0), await SeeAsync());
        await district.Use<SetMeetingWarningSetting>().RunAsync(district.Admin, new() { MostRequests = 2, NoticeDays = 7 }, Ct);
        Assert.Equal(new SeeMeetingWarningSetting.Answer(2, 7), await SeeAsync());
        var clerk = await district.ClerkAsync(district.Street1);
        await Assert.ThrowsAsync<Denied>(() => district.Use<SeeMeetingWarningSetting>().AskAsync(clerk, Ct));

        Task<SeeMeetingWarningSetting.Answer> SeeAsync() => district.Use<SeeMeetingWarningSetting>().AskAsync(district.Admin, Ct);
    }
}
