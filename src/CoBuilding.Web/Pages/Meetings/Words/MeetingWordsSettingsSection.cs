using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Meetings.Words;

public sealed record MeetingWordsSettingsSection() : SettingsSection(typeof(MeetingWordsSection), Right.ManageSettings, Position: 40);
