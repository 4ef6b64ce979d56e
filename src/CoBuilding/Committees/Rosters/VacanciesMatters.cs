using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Committees.Rosters;

/// <summary>Bodies with vacant seats, counted by these.</summary>
public sealed class VacanciesMatters : IDashboardMatters
{
    public string Key => "Dashboards.Waits_Vacancies";
    public int Position => 30;

    public IQueryable<DashboardMatter> Matters(PortalDb db) =>
        ListCommittees
            .Rows(db, new() { OnlyEstablished = true })
            .Where(c => c.Vacancies > 0)
            .Select(c => new DashboardMatter
            {
                SubjectId = c.Id,
                Title = c.Name,
                Place = c.Place,
                Count = c.Vacancies,
                Deadline = null,
            });
}
