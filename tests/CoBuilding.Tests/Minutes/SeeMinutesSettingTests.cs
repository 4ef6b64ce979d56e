using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class SeeMinutesSettingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Five_workdays_and_no_votes_are_customary_until_the_district_sets_its_own()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        Assert.Equal(new SeeMinutes.MinutesRule(5, false), await district.Use<SeeMinutesSetting>().AskAsync(clerk, Ct));
        foreach (var (workdays, countsVotes) in new[] { (8, true), (3, false) })
        {
            await district
                .Use<SetMinutesSetting>()
                .RunAsync(district.Admin, new() { CountersignWorkdays = workdays, CountsVotes = countsVotes }, Ct);
            Assert.Equal(new SeeMinutes.MinutesRule(workdays, countsVotes), await district.Use<SeeMinutesSetting>().AskAsync(clerk, Ct));
        }
    }
}
