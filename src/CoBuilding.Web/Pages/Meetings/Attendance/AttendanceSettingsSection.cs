using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Meetings.Attendance;

public sealed record AttendanceSettingsSection() : SettingsSection(typeof(AttendanceSettings), Right.ManageSettings, Position: 60);
