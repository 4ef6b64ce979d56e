using CoBuilding.Web.Pages.Dashboards;

namespace CoBuilding.ProofRoom.Noticeboard;

internal sealed class NoticeDashboardAddresses : IDashboardAddresses
{
    public IReadOnlyDictionary<string, FigureAddress> Figures { get; } =
        new Dictionary<string, FigureAddress> { [HangingNoticesFigure.TextKey] = new("notices", "notices/export") };

    public IReadOnlyDictionary<string, Func<Guid, string>> Matters { get; } =
        new Dictionary<string, Func<Guid, string>> { [NoticeEndsMatters.TextKey] = id => $"notices#{id}" };
}
