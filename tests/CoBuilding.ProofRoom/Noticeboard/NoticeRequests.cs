using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Units were asked to hang a notice up as well.</summary>
internal sealed class NoticeRequests : IRequestsToUnits
{
    public IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since) =>
        db.Notices.Where(n => n.HungAt > since).Select(n => new RequestToUnit { UnitId = n.UnitId, SubjectId = n.Id });
}
