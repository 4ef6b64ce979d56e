using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Committees.Rosters;

public sealed record CommitteesMenuLine()
    : MenuLine("Shell.Committees", "committees", Icons.Material.Outlined.Groups, Right.SeeCommittees, Position: 50);
