using CoBuilding.Web.Pages.Dashboards;

namespace CoBuilding.Web.Pages.Committees;

internal sealed class CommitteeDashboardAddresses : IDashboardAddresses
{
    public IReadOnlyDictionary<string, FigureAddress> Figures { get; } =
        new Dictionary<string, FigureAddress>
        {
            ["Dashboards.QuotaFit"] = new("committees?outside=true", "committees/export?outside=true"),
            ["Dashboards.VacantSeats"] = new("committees?vacancies=true", "committees/export?vacancies=true"),
            ["Dashboards.MutualUnits"] = new("cross-appointments/one-way", "cross-appointments/export"),
        };

    public IReadOnlyDictionary<string, Func<Guid, string>> Matters { get; } =
        new Dictionary<string, Func<Guid, string>>
        {
            ["Dashboards.Waits_TermEnding"] = id => $"committees/{id}",
            ["Dashboards.Waits_Vacancies"] = id => $"committees/{id}",
        };
}
