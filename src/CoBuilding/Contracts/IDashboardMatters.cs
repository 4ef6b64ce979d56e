using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>
/// A kind of matter that waits for action on the dashboard, within the reach of <c>Right.SeeDashboard</c>. The first of each kind are read,
/// by one statement for all kinds: the nearest deadline first, or the largest count where there is no deadline.
/// </summary>
public interface IDashboardMatters
{
    /// <summary>The key of its text, of which {0} is the count and {1} the day by which it is due.</summary>
    string Key { get; }

    /// <summary>Kinds stand in the order of their positions, which differ.</summary>
    int Position { get; }

    IQueryable<DashboardMatter> Matters(PortalDb db);
}
