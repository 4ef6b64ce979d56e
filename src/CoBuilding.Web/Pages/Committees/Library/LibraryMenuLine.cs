using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Committees.Library;

public sealed record LibraryMenuLine()
    : MenuLine("Library.Library", "library", Icons.Material.Outlined.MenuBook, Right.ReadLibrary, Position: 90);
