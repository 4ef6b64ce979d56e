using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.ProofRoom.Noticeboard;

public sealed record NoticesMenuLine()
    : MenuLine("Noticeboard.Noticeboard", "notices", Icons.Material.Outlined.PushPin, Right.SeeUnits, Position: 35);
