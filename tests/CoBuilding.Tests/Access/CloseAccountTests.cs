using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Access;

public class CloseAccountTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Nobody_closes_the_own_account_or_ends_the_own_grant()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var admin = await SignInFixture.AccountAsync(district, "admin");
        var grant = (await district.Use<SeeAccount>().AskAsync(district.Admin, admin, Ct)).Grants.Single().Id;
        Assert.Equal(
            "Access.OwnClosing",
            await RuleAssert.KeyOfAsync(() => district.Use<CloseAccount>().RunAsync(district.Admin, new() { AccountId = admin }, Ct))
        );
        Assert.Equal(
            "Access.OwnClosing",
            await RuleAssert.KeyOfAsync(() => district.Use<EndGrant>().RunAsync(district.Admin, new() { GrantId = grant }, Ct))
        );
    }
}
