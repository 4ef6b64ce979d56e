using CoBuilding.Access;
using CoBuilding.Web.Shell;

namespace CoBuilding.ProofRoom.Noticeboard;

public sealed record NoticeTopicsSettingsSection() : SettingsSection(typeof(NoticeTopicsSection), Right.ManageSettings, Position: 200);
