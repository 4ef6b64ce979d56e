using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Units;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>Units with a mutual pair with at least one body, out of those with a member on any body.</summary>
public sealed class MutualUnitsFigure : IDashboardFigure
{
    public string Key => "Dashboards.MutualUnits";
    public int Position => 30;

    public IQueryable<FigureCount> Count(PortalDb db)
    {
        var (today, members) = (db.Today, Pairs.OfUnits(db).On(db.Today));
        var mutual = ListPairs.Rows(db, new() { Standing = UnitStanding.Mutual });
        return db
            .Units.Where(u => (u.EndedOn == null || u.EndedOn > today) && members.Any(m => m.UnitId == u.Id))
            .GroupBy(_ => 1)
            .Select(g => new FigureCount { Numerator = mutual.Count(), Denominator = g.Count() });
    }
}
