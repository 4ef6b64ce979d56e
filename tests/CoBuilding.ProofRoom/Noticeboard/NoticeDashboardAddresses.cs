using CoBuilding.Web.Pages.Dashboards;

namespace CoBuilding.ProofRoom.Noticeboard;

internal sealed class NoticeDashboardAddresses : IDashboardAddresses
{
    public IReadOnlyDictionary<string, FigureAddress> Figures { get; } =
        new Dictionary<string, FigureAddress> { [HangingNoticesFigure.TextKey] = new("notices", "notices/export") };

    public IReadOnlyDictionary<string, Func<Guid, string>> Actions { get; } =
        new Dictionary<string, Func<Guid, string>> { [NoticeEndsAction.TextKey] = id => $"notices#{id}" };
}
