using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Meetings.Calling;

public sealed record MeetingWarningSettingsSection() : SettingsSection(typeof(MeetingWarningForm), Right.ManageSettings, Position: 50);
