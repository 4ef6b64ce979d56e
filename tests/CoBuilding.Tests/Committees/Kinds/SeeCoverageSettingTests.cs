using CoBuilding.Committees.Kinds;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Kinds;

public class SeeCoverageSettingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Towns_and_villages_do_not_count_until_the_district_says_so_and_whoever_sees_committees_sees_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        Assert.False((await district.Use<SeeCoverageSetting>().AskAsync(clerk, Ct)).CountsTownsAndVillages);
        foreach (var counts in new[] { true, false })
        {
            await district.Use<SetCoverageSetting>().RunAsync(district.Admin, new() { CountsTownsAndVillages = counts }, Ct);
            Assert.Equal(counts, (await district.Use<SeeCoverageSetting>().AskAsync(clerk, Ct)).CountsTownsAndVillages);
        }
    }
}
