using CoBuilding.Web.Pages.Dashboards;

namespace CoBuilding.Web.Pages.Meetings;

internal sealed class MeetingDashboardAddresses : IDashboardAddresses
{
    public IReadOnlyDictionary<string, FigureAddress> Figures { get; } = new Dictionary<string, FigureAddress>();

    public IReadOnlyDictionary<string, Func<Guid, string>> Matters { get; } =
        new Dictionary<string, Func<Guid, string>> { ["Dashboards.Waits_RepliesMissing"] = id => $"meetings/{id}" };
}
