using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Committees.Network;

public sealed record NetworkMenuLine()
    : MenuLine("Network.Network", "network", Icons.Material.Outlined.Hub, Right.SeeCommittees, Position: 80);
