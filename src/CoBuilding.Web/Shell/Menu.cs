using CoBuilding.Access;
using MudBlazor;

namespace CoBuilding.Web.Shell;

/// <summary>The menu, in its order. One line for each page.</summary>
public static class Menu
{
    public sealed record Item(string TextKey, string Href, string Icon, Right Right);

    public static readonly IReadOnlyList<Item> Items =
    [
        new("Shell.Home", "", Icons.Material.Outlined.Home, Right.SeeHome),
        new("Shell.Dashboard", "dashboard", Icons.Material.Outlined.BarChart, Right.SeeDashboard),
        new("Shell.Units", "units", Icons.Material.Outlined.Business, Right.SeeUnits),
        new("Profiles.People", "people", Icons.Material.Outlined.Badge, Right.SeeCommittees),
        new("Shell.Committees", "committees", Icons.Material.Outlined.Groups, Right.SeeCommittees),
        new("Nominations.Nominations", "nominations", Icons.Material.Outlined.HowToReg, Right.SeeCommittees),
        new("CrossAppointments.Menu", "cross-appointments", Icons.Material.Outlined.SwapHoriz, Right.SeeCommittees),
        new("Network.Network", "network", Icons.Material.Outlined.Hub, Right.SeeCommittees),
        new("Library.Library", "library", Icons.Material.Outlined.MenuBook, Right.ReadLibrary),
        new("Meetings.Meetings", "meetings", Icons.Material.Outlined.Event, Right.SeeMeetings),
        new("Resolutions.Resolutions", "resolutions", Icons.Material.Outlined.TaskAlt, Right.SeeMeetings),
        new("Shell.Places", "places", Icons.Material.Outlined.AccountTree, Right.SeePlaces),
        new("Shell.Accounts", "accounts", Icons.Material.Outlined.ManageAccounts, Right.ManageAccounts),
        new("Shell.Settings", "settings", Icons.Material.Outlined.Tune, Right.ManageSettings),
        new("Shell.Journal", "journal", Icons.Material.Outlined.History, Right.SeeJournal),
    ];
}
