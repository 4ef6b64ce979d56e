using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Meetings;

/// <summary>Units were asked to come to a meeting of which the notice was sent.</summary>
internal sealed class InvitationRequests : IRequestsToUnits
{
    public IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since) =>
        db
            .Invitations.Where(i => i.WithdrawnAt == null)
            .Join(
                db.Meetings.Where(m => m.NotifiedAt > since),
                i => i.MeetingId,
                m => m.Id,
                (i, m) => new RequestToUnit { UnitId = i.UnitId, SubjectId = m.Id }
            );
}
