using System.Reflection;
using CoBuilding.Access;
using CoBuilding.Web.Pages.Home;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Components;

namespace CoBuilding.Web.Tests.Shell;

public sealed class MenuTests(PortalHost host)
{
    private const string Clerk =
        ",units,people,committees,nominations,cross-appointments,network,library,meetings,resolutions,places,accounts";

    private const string ForUnit = ",units,library";

    [Theory]
    [InlineData(
        Role.DistrictAdmin,
        ",dashboard,units,people,committees,nominations,cross-appointments,network,library,meetings,resolutions,places,accounts,settings"
    )]
    [InlineData(
        Role.Overseer,
        ",dashboard,units,people,committees,nominations,cross-appointments,network,library,meetings,resolutions,places"
    )]
    [InlineData(Role.Auditor, ",journal")]
    [InlineData(Role.StreetClerk, Clerk)]
    [InlineData(Role.CommunityClerk, Clerk)]
    [InlineData(Role.LiaisonOfficer, ForUnit)]
    [InlineData(Role.UnitSecretary, ForUnit)]
    public void Each_role_sees_its_pages_in_their_order(Role role, string pages) =>
        Assert.Equal(pages.Split(','), host.Use<Menu>().Lines.Where(l => role.Holds(l.Right)).Select(l => l.Href));

    [Fact]
    public void Each_line_has_a_place_of_its_own_and_leads_to_a_page_that_needs_its_right() =>
        Assert.Empty(host.Use<Menu>().Lines.SelectMany(l => Faults(l, host.Use<Menu>())));

    [Fact]
    public void Canary_each_fault_of_a_line_is_seen()
    {
        var guilty = new GuiltyLine();
        Assert.Equal(
            ["has another line's address", "has another line's position", "needs another right than its page", "has no text"],
            Faults(guilty, new Menu([new HomeMenuLine(), guilty]))
        );
        Assert.Equal(["leads to no page"], Faults(new LostLine(), new Menu([new LostLine()])));
    }

    private static IEnumerable<string> Faults(MenuLine line, Menu menu)
    {
        if (menu.Lines.Count(l => l.Href == line.Href) > 1)
            yield return "has another line's address";
        if (menu.Lines.Count(l => l.Position == line.Position) > 1)
            yield return "has another line's position";
        var page = typeof(Program)
            .Assembly.GetTypes()
            .FirstOrDefault(t => t.GetCustomAttributes<RouteAttribute>().Any(r => r.Template == "/" + line.Href));
        if (page is null)
            yield return "leads to no page";
        else if (page.GetCustomAttribute<NeedsAttribute>()?.Right != line.Right)
            yield return "needs another right than its page";
        if (Texts.Wording.Find(line.TextKey) is null)
            yield return "has no text";
    }

    private sealed record GuiltyLine() : MenuLine("No.Text", "", "", Right.SeeJournal, new HomeMenuLine().Position);

    private sealed record LostLine() : MenuLine("Shell.Home", "nowhere", "", Right.SeeHome, 0);
}
