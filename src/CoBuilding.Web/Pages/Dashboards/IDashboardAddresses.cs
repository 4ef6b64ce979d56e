namespace CoBuilding.Web.Pages.Dashboards;

/// <summary>
/// Where the dashboard's figures and matters of a room lead, below the district's own address. Each room's pages bring a class of this
/// kind, which is found by its type.
/// </summary>
public interface IDashboardAddresses
{
    IReadOnlyDictionary<string, FigureAddress> Figures { get; }

    /// <summary>The page of a matter's subject.</summary>
    IReadOnlyDictionary<string, Func<Guid, string>> Matters { get; }
}
