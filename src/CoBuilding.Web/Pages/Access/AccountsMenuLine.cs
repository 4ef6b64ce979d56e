using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Access;

public sealed record AccountsMenuLine()
    : MenuLine("Shell.Accounts", "accounts", Icons.Material.Outlined.ManageAccounts, Right.ManageAccounts, Position: 130);
