using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Committees.Kinds;

public sealed record CommitteeKindsSettingsSection() : SettingsSection(typeof(CommitteeKindsSection), Right.ManageSettings, Position: 10);
