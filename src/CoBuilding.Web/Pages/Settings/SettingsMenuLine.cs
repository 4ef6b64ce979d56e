using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Settings;

public sealed record SettingsMenuLine()
    : MenuLine("Shell.Settings", "settings", Icons.Material.Outlined.Tune, Right.ManageSettings, Position: 140);
