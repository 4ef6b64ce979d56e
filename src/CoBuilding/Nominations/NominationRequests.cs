using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Nominations;

/// <summary>Units were asked for one of their people.</summary>
internal sealed class NominationRequests : IRequestsToUnits
{
    public IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since)
    {
        var day = since.ChinaDate();
        return db
            .NominationSteps.Where(s => s.Action == NominationAction.Nominated && s.On > day)
            .Select(s => new RequestToUnit { UnitId = s.UnitId, SubjectId = s.NominationId });
    }
}
