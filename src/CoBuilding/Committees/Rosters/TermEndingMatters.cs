using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

/// <summary>Bodies whose term ends within six months.</summary>
public sealed class TermEndingMatters : IDashboardMatters
{
    public string Key => "Dashboards.Waits_TermEnding";
    public int Position => 20;

    public IQueryable<DashboardMatter> Matters(PortalDb db)
    {
        var halfYear = db.Today.AddMonths(CommitteeLifecycle.NearMonths);
        return ListCommittees
            .Rows(db, new() { OnlyEstablished = true })
            .Where(c => c.TermEndsOn != null && c.TermEndsOn <= halfYear)
            .Select(c => new DashboardMatter
            {
                SubjectId = c.Id,
                Title = c.Name,
                Place = c.Place,
                Count = 1,
                Deadline = ChinaTime.At(c.TermEndsOn!.Value, TimeOnly.MinValue),
            });
    }
}
