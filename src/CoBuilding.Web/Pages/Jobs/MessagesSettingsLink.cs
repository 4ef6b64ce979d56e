using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Jobs;

public sealed record MessagesSettingsLink() : SettingsLink("Jobs.Settings", "settings/messages", Right.ManageSettings, Position: 10);
