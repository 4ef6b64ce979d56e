using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.ProofRoom.Noticeboard;

public sealed record NoticesSettingsLink() : SettingsLink("Noticeboard.Noticeboard", "notices", Right.SeeUnits, Position: 200);
