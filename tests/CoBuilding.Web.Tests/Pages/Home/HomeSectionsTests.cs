using System.Reflection;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Tests.Pages.Home;

public sealed class HomeSectionsTests(PortalHost host)
{
    [Fact]
    public void The_sections_stand_by_position_and_each_takes_the_page()
    {
        Assert.Equal(
            ["MyNominations", "PairNotices", "MyInvitations", "MyLibrary", "MyTopicCalls", "MyTasks", "MyCountersigns"],
            HomeSectionAttribute.All.Select(s => s.Component.Name)
        );
        Assert.Equal(HomeSectionAttribute.All.Count, HomeSectionAttribute.All.DistinctBy(s => s.Position).Count());
        Assert.All(
            HomeSectionAttribute.All,
            s =>
            {
                var owner = s.Component.GetProperty("Owner");
                Assert.Equal(typeof(PortalPage), owner?.PropertyType);
                Assert.NotNull(owner!.GetCustomAttribute<ParameterAttribute>());
            }
        );
    }

    [Fact]
    public async Task A_section_is_shown_to_whoever_has_its_right()
    {
        var district = await host.CreateAsync();
        await district.SecretaryAsync("secretary");
        await district.ClerkAsync("clerk");
        var unit = await (await district.SignInAsync("secretary")).ReadAsync($"/{district.Slug}/");
        var staff = await (await district.SignInAsync("clerk")).ReadAsync($"/{district.Slug}/");
        Assert.Contains("id=\"invitations\"", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"invitations\"", staff, StringComparison.Ordinal);
        Assert.True(
            unit.IndexOf("id=\"invitations\"", StringComparison.Ordinal) < unit.IndexOf("class=\"fold\"", StringComparison.Ordinal)
        );
    }
}
