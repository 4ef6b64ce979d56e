using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Committees.Kinds;

public sealed record CoverageSettingsSection() : SettingsSection(typeof(CoverageSection), Right.ManageSettings, Position: 20);
