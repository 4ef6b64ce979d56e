using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Nominations;

public sealed record NominationsMenuLine()
    : MenuLine("Nominations.Nominations", "nominations", Icons.Material.Outlined.HowToReg, Right.SeeCommittees, Position: 60);
