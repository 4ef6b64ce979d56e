using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>The tasks of a unit, open ones first, by deadline.</summary>
public sealed class ListMyUnitTasks(Door door)
{
    public sealed record Question : ListQuestion;

    /// <param name="IsLead">Otherwise the unit assists.</param>
    public sealed record Row(
        Guid ResolutionId,
        string Matter,
        string Host,
        string Unit,
        bool IsLead,
        ResolutionState State,
        DateOnly StateOn,
        DateOnly? Deadline,
        DateOnly? ProposedDay
    )
    {
        /// <summary>The lead's response is awaited.</summary>
        public bool WaitsForLead => Resolution.WaitOf(State, ProposedDay) == ResolutionWait.Lead;
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReportProgress, ct);
        return await Rows(db).PageAsync(question, ct);
    }

    /// <summary>Lifting the reach lifts it from the whole query, so the reach over the unit's own parts is written out.</summary>
    private static IQueryable<Row> Rows(PortalDb db)
    {
        var (reach, units) = (db.Reach, db.Units);
        var parts = db
            .Resolutions.Lifted(
                "resolutions in which a unit leads or assists, with the host's name; the reach over its parts is written out"
            )
            .Where(r => r.LeadUnitId != null)
            .Select(r => new
            {
                r.Id,
                r.PlaceId,
                UnitId = r.LeadUnitId!.Value,
                IsLead = true,
            })
            .Concat(
                db.AssistingUnits.Select(a => new
                {
                    Id = a.ResolutionId,
                    a.PlaceId,
                    a.UnitId,
                    IsLead = false,
                })
            )
            .Where(x =>
                reach.Everything || reach.Places.Contains(x.PlaceId) || reach.Units.Contains(x.UnitId) || reach.Subjects.Contains(x.Id)
            );
        return parts
            .Join(
                db.Resolutions,
                x => x.Id,
                r => r.Id,
                (x, r) =>
                    new
                    {
                        x.UnitId,
                        x.IsLead,
                        r,
                    }
            )
            .Join(
                db.Committees,
                x => x.r.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.UnitId,
                        x.IsLead,
                        x.r,
                        c,
                    }
            )
            .OrderBy(x => x.r.State == ResolutionState.Closed)
            .ThenByDescending(x => x.IsLead)
            .ThenBy(x => x.r.Deadline == null)
            .ThenBy(x => x.r.Deadline)
            .ThenBy(x => x.r.Id)
            .ThenBy(x => x.UnitId)
            .Select(x => new Row(
                x.r.Id,
                x.r.Matter,
                x.c.Name,
                units.Where(u => u.Id == x.UnitId).Select(u => u.Name).First(),
                x.IsLead,
                x.r.State,
                x.r.StateOn,
                x.r.Deadline,
                x.r.ProposedDay
            ));
    }
}
