using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Places.Workdays;

public sealed record WorkdaysSettingsLink() : SettingsLink("Workdays.Calendar", "settings/workdays", Right.SeePlaces, Position: 20);
