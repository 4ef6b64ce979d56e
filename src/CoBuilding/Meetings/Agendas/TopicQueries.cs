using CoBuilding.Data;

namespace CoBuilding.Meetings.Agendas;

internal static class TopicQueries
{
    /// <summary>
    /// What was proposed for a meeting: for the plan that it calls, and for those that joined it. What was taken back is left out.
    /// </summary>
    /// <param name="planId">The plan for which the meeting is being called, not stored yet.</param>
    public static IQueryable<Topic> Meeting(PortalDb db, Guid meetingId, Guid? planId = null)
    {
        var called = db.MeetingPlans.Where(p => p.MeetingId == meetingId || p.Id == planId);
        var joined = db.MeetingPlans.Where(p => called.Any(c => c.Id == p.MergedIntoId));
        return db.Topics.Where(t =>
            t.State != TopicState.Withdrawn && (called.Any(p => p.Id == t.PlanId) || joined.Any(p => p.Id == t.PlanId))
        );
    }
}
