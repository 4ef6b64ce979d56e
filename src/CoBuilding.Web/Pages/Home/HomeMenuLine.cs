using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Home;

public sealed record HomeMenuLine() : MenuLine("Shell.Home", "", Icons.Material.Outlined.Home, Right.SeeHome, Position: 10);
