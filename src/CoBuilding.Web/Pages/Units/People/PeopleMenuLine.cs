using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Units.People;

public sealed record PeopleMenuLine()
    : MenuLine("Profiles.People", "people", Icons.Material.Outlined.Badge, Right.SeeCommittees, Position: 40);
