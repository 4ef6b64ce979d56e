using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Meetings.Warnings;

public sealed record MeetingWarningSettingsSection() : SettingsSection(typeof(MeetingWarningForm), Right.ManageSettings, Position: 50);
