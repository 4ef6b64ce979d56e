using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>Units were asked to take the lead in a resolution.</summary>
internal sealed class ResolutionRequests : IRequestsToUnits
{
    public IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since)
    {
        var day = since.ChinaDate();
        return db
            .ResolutionSteps.Where(s => s.Action == ResolutionAction.Asked && s.On > day)
            .Join(db.Resolutions, s => s.ResolutionId, r => r.Id, (s, r) => new RequestToUnit { UnitId = r.LeadUnitId, SubjectId = r.Id });
    }
}
