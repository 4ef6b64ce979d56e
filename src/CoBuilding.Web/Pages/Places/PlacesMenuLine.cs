using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Places;

public sealed record PlacesMenuLine()
    : MenuLine("Shell.Places", "places", Icons.Material.Outlined.AccountTree, Right.SeePlaces, Position: 120);
