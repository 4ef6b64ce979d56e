using CoBuilding.Access;
using CoBuilding.Web.Shell;
using MudBlazor;

namespace CoBuilding.Web.Pages.Meetings;

public sealed record MeetingsMenuLine()
    : MenuLine("Meetings.Meetings", "meetings", Icons.Material.Outlined.Event, Right.SeeMeetings, Position: 100);
