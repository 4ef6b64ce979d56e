using CoBuilding.Access;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Access;

public class OpenAccountTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_community_clerk_grants_no_street_clerk()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.StaffAsync("community", Role.CommunityClerk, district.Community1);
        Assert.Equal(
            "Access.AboveOwn",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<OpenAccount>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            Login = "up",
                            DisplayName = "上",
                            Role = Role.StreetClerk,
                            PlaceId = district.Community1.Id,
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task A_login_is_taken_whatever_its_case_and_wherever_it_is()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1); // cannot see the admin's account, but cannot use its name either
        Assert.Equal(
            "Access.LoginIsTaken",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<OpenAccount>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            Login = "Admin",
                            DisplayName = "假",
                            Role = Role.StreetClerk,
                            PlaceId = district.Street1.Id,
                        },
                        Ct
                    )
            )
        );
    }
}
