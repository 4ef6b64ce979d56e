using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Units.Kinds;

public sealed record UnitKindsSettingsSection() : SettingsSection(typeof(UnitKindsSection), Right.ManageSettings, Position: 80);
