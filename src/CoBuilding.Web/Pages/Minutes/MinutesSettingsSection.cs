using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Minutes;

public sealed record MinutesSettingsSection() : SettingsSection(typeof(MinutesSettings), Right.ManageSettings, Position: 70);
