using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Units.People;

public sealed record PeopleSettingsSection() : SettingsSection(typeof(PeopleSettings), Right.ManageSettings, Position: 90);
