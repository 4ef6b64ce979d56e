using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Web.Tests.Pages.Settings;

public sealed partial class SettingsPageTests(PortalHost host)
{
    private IReadOnlyList<SettingsSection> Sections => [.. host.Factory.Services.GetServices<SettingsSection>()];
    private IReadOnlyList<SettingsLink> Links => [.. host.Factory.Services.GetServices<SettingsLink>()];

    [Fact]
    public async Task It_shows_the_sections_of_all_rooms_in_their_order()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var district = await host.CreateAsync();
        var page = await (await district.SignInAsync("admin")).ReadAsync($"/{district.Slug}/settings");
        Assert.Equal(
            [
                Wording.T("CommitteeKinds.Title"),
                Wording.T("Committees.Coverage"),
                Wording.T("Nominations.Chain"),
                .. Enum.GetValues<MeetingWordList>().Select(list => Wording.T(list)),
                Wording.T("Warnings.Setting"),
                Wording.T("Attendance.Settings"),
                Wording.T("Minutes.Minutes"),
                Wording.T("UnitKinds.Title"),
                Wording.T("Ordering.People"),
                Wording.T("Ordering.Ranks"),
            ],
            Heading().Matches(page).Select(m => m.Groups[1].Value)
        );
        Assert.Equal(
            ["settings/messages", "settings/workdays"],
            Link().Matches(page[page.IndexOf("more-links", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value)
        );
    }

    [Fact]
    public void Each_section_and_each_link_has_a_place_of_its_own_and_can_be_shown()
    {
        Assert.Empty(Sections.SelectMany(s => Faults(s, Sections)));
        Assert.Empty(Links.SelectMany(l => Faults(l, Links)));
    }

    [Fact]
    public void Canary_each_fault_of_a_section_and_of_a_link_is_seen()
    {
        var (section, link) = (new GuiltySection(), new GuiltyLink());
        Assert.Equal(["has another's position", "has no parameter for its page"], Faults(section, [.. Sections, section]));
        Assert.Equal(
            ["has another's position", "has another's address", "needs another right than its page", "has no text"],
            Faults(link, [.. Links, link])
        );
    }

    private static IEnumerable<string> Faults(SettingsSection section, IReadOnlyList<SettingsSection> all)
    {
        if (all.Count(s => s.Position == section.Position) > 1)
            yield return "has another's position";
        if (section.Component.GetProperty(SettingsSection.Owner)?.PropertyType != typeof(PortalPage))
            yield return "has no parameter for its page";
    }

    private static IEnumerable<string> Faults(SettingsLink link, IReadOnlyList<SettingsLink> all)
    {
        if (all.Count(l => l.Position == link.Position) > 1)
            yield return "has another's position";
        if (all.Count(l => l.Href == link.Href) > 1)
            yield return "has another's address";
        var page = typeof(Program)
            .Assembly.GetTypes()
            .FirstOrDefault(t => t.GetCustomAttributes<RouteAttribute>().Any(r => r.Template == "/" + link.Href));
        if (page?.GetCustomAttribute<NeedsAttribute>()?.Right != link.Right)
            yield return "needs another right than its page";
        if (Wording.Find(link.TextKey) is null)
            yield return "has no text";
    }

    [GeneratedRegex("<h2[^>]*>([^<]*)</h2>")]
    private static partial Regex Heading();

    [GeneratedRegex("<a href=\"(settings/[^\"]+)\"")]
    private static partial Regex Link();

    private sealed record GuiltySection() : SettingsSection(typeof(ComponentBase), Right.ManageSettings, 10);

    private sealed record GuiltyLink() : SettingsLink("No.Text", "settings/messages", Right.SeeJournal, 10);
}
