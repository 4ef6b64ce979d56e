using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Nominations;

public sealed record NominationChainSettingsSection() : SettingsSection(typeof(NominationChainForm), Right.ManageSettings, Position: 30);
