using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Dashboards;

public sealed record DashboardMenuLine()
    : MenuLine("Shell.Dashboard", "dashboard", Icons.Material.Outlined.BarChart, Right.SeeDashboard, Position: 20);
