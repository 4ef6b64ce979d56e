using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Committees.Rosters;

/// <summary>Seats without a holder today, out of all.</summary>
public sealed class VacantSeatsFigure : IDashboardFigure
{
    public string Key => "Dashboards.VacantSeats";
    public int Position => 20;

    public IQueryable<FigureCount> Count(PortalDb db) =>
        ListCommittees
            .Rows(db, new() { OnlyEstablished = true })
            .GroupBy(_ => 1)
            .Select(g => new FigureCount { Numerator = g.Sum(c => c.Vacancies), Denominator = g.Sum(c => c.Seats) });
}
