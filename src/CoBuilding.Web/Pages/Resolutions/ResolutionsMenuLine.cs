using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Resolutions;

public sealed record ResolutionsMenuLine()
    : MenuLine("Resolutions.Resolutions", "resolutions", Icons.Material.Outlined.TaskAlt, Right.SeeMeetings, Position: 110);
