using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Committees.CrossAppointments;

public sealed record CrossAppointmentsMenuLine()
    : MenuLine("CrossAppointments.Menu", "cross-appointments", Icons.Material.Outlined.SwapHoriz, Right.SeeCommittees, Position: 70);
