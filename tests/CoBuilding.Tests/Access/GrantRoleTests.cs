using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Access;

public class GrantRoleTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData(Role.DistrictAdmin)]
    [InlineData(Role.Overseer)]
    [InlineData(Role.Auditor)]
    public async Task A_street_clerk_grants_nobody_above_own(Role role)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        await district.StaffAsync("colleague", Role.StreetClerk, district.Street1);
        var colleague = await SignInFixture.AccountAsync(district, "colleague");

        await AboveOwnAsync(role, district.Street1.Id);
        await AboveOwnAsync(Role.CommunityClerk, district.Community2.Id);
        await AboveOwnAsync(Role.StreetClerk, district.Root.Id);
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
                            Role = role,
                            PlaceId = district.Street1.Id,
                        },
                        Ct
                    )
            )
        );
        await GrantAsync(Role.CommunityClerk, district.Community1.Id); // the twin

        Task GrantAsync(Role granted, Guid place) =>
            district
                .Use<GrantRole>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        AccountId = colleague,
                        Role = granted,
                        PlaceId = place,
                    },
                    Ct
                );

        async Task AboveOwnAsync(Role granted, Guid place) =>
            Assert.Equal("Access.AboveOwn", await RuleAssert.KeyOfAsync(() => GrantAsync(granted, place)));
    }

    [Fact]
    public async Task A_street_clerk_has_no_power_over_those_above()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var admin = await SignInFixture.AccountAsync(district, "admin");
        // The admin's account belongs to the district's office: out of a street's reach.
        await Assert.ThrowsAsync<NotFound>(() => district.Use<IssueOneTimeCode>().RunAsync(clerk, new() { AccountId = admin }, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<CloseAccount>().RunAsync(clerk, new() { AccountId = admin }, Ct));

        // An account of the street's that was given more elsewhere.
        await district.StaffAsync("promoted", Role.StreetClerk, district.Street1);
        var promoted = await SignInFixture.AccountAsync(district, "promoted");
        await district
            .Use<GrantRole>()
            .RunAsync(
                district.Admin,
                new()
                {
                    AccountId = promoted,
                    Role = Role.DistrictAdmin,
                    PlaceId = district.Root.Id,
                },
                Ct
            );
        Assert.Equal(
            "Access.AboveOwn",
            await RuleAssert.KeyOfAsync(() => district.Use<IssueOneTimeCode>().RunAsync(clerk, new() { AccountId = promoted }, Ct))
        );
        Assert.Equal(
            "Access.AboveOwn",
            await RuleAssert.KeyOfAsync(() => district.Use<CloseAccount>().RunAsync(clerk, new() { AccountId = promoted }, Ct))
        );
    }

    [Fact]
    public async Task An_administrator_makes_somebody_else_the_auditor_and_not_himself()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.StaffAsync("colleague", Role.StreetClerk, district.Street1);
        var (own, other) = (await SignInFixture.AccountAsync(district, "admin"), await SignInFixture.AccountAsync(district, "colleague"));
        Assert.Equal("Access.OwnAuditor", await RuleAssert.KeyOfAsync(() => GrantAsync(own)));
        await GrantAsync(other); // the twin

        Task GrantAsync(Guid account) =>
            district
                .Use<GrantRole>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        AccountId = account,
                        Role = Role.Auditor,
                        PlaceId = district.Root.Id,
                    },
                    Ct
                );
    }
}
