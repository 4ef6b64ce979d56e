using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Meetings.Agendas;

/// <summary>Units were asked for topics, until a time that is not long over.</summary>
internal sealed class TopicCallRequests : IRequestsToUnits
{
    public IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since) =>
        db.TopicCalls.Join(
            db.MeetingPlans.Where(p => p.CollectUntil > since),
            c => c.PlanId,
            p => p.Id,
            (c, p) => new RequestToUnit { UnitId = c.UnitId, SubjectId = p.Id }
        );
}
