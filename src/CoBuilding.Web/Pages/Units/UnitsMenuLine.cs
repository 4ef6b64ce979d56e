using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Units;

public sealed record UnitsMenuLine() : MenuLine("Shell.Units", "units", Icons.Material.Outlined.Business, Right.SeeUnits, Position: 30);
