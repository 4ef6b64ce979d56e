using CoBuilding.Data;

namespace CoBuilding.Contracts;

/// <summary>A figure of the dashboard, counted within the reach of <c>Right.SeeDashboard</c>; all are counted by one statement.</summary>
public interface IDashboardFigure
{
    /// <summary>
    /// The key of its title. Its other texts have the same key with an ending: <c>Of</c> says what is divided by what, <c>Defined</c> what
    /// is counted, <c>Rows</c> where the rows are ({0}: the denominator less the numerator).
    /// </summary>
    string Key { get; }

    /// <summary>Figures stand in the order of their positions, which differ.</summary>
    int Position { get; }

    /// <summary>One row, or none if nothing is there to count.</summary>
    IQueryable<FigureCount> Count(PortalDb db);
}
