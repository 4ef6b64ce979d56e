using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Committees.Rosters;

/// <summary>Bodies whose number of members is within the quota, out of those that have one.</summary>
public sealed class QuotaFitFigure : IDashboardFigure
{
    public string Key => "Dashboards.QuotaFit";
    public int Position => 10;

    public IQueryable<FigureCount> Count(PortalDb db) =>
        ListCommittees
            .Rows(db, new() { OnlyEstablished = true })
            .GroupBy(_ => 1)
            .Select(g => new FigureCount
            {
                Numerator = g.Count(c => c.Members >= c.Min && c.Members <= c.Max),
                Denominator = g.Count(c => c.Min != null),
            });
}
