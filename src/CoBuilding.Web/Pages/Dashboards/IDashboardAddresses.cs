using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Dashboards;

/// <summary>
/// Where the dashboard's figures and actions of a room lead, below the district's own address. Each room's pages bring a class of this
/// kind, which is found by its type.
/// </summary>
public interface IDashboardAddresses
{
    private static readonly List<IDashboardAddresses> Rooms =
    [
        .. WebContracts
            .Classes.Where(t => t.IsAssignableTo(typeof(IDashboardAddresses)))
            .Select(t => (IDashboardAddresses)Activator.CreateInstance(t)!),
    ];

    /// <summary>All rooms' figures, by key.</summary>
    static IReadOnlyDictionary<string, FigureAddress> AllFigures { get; } = Rooms.SelectMany(r => r.Figures).ToDictionary();

    /// <summary>All rooms' actions, by key.</summary>
    static IReadOnlyDictionary<string, Func<Guid, string>> AllActions { get; } = Rooms.SelectMany(r => r.Actions).ToDictionary();

    IReadOnlyDictionary<string, FigureAddress> Figures { get; }

    /// <summary>The page of an action's subject.</summary>
    IReadOnlyDictionary<string, Func<Guid, string>> Actions { get; }
}
