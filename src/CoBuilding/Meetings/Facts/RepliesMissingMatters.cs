using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Meetings.Facts;

/// <summary>Meetings within a week to which not all have replied, counted by the seats.</summary>
public sealed class RepliesMissingMatters : IDashboardMatters
{
    public string Key => "Dashboards.Waits_RepliesMissing";
    public int Position => 10;

    public IQueryable<DashboardMatter> Matters(PortalDb db)
    {
        var week = db.Now.AddDays(7);
        return ListMeetings
            .Rows(db, new() { State = MeetingState.Notified })
            .Where(m => m.StartsAt <= week && m.Invited > m.Attending + m.Substitutes + m.Leave)
            .Select(m => new DashboardMatter
            {
                SubjectId = m.Id,
                Title = m.Title,
                Place = m.Place,
                Count = m.Invited - m.Attending - m.Substitutes - m.Leave,
                Deadline = m.ReplyBy,
            });
    }
}
