using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>One task for a unit, by link or signed in: the matter, the deadline and the steps so far. Viewing records nothing.</summary>
public sealed class SeeTask(Door door)
{
    public sealed record Answer(
        Guid ResolutionId,
        string Matter,
        string Host,
        string? Meeting,
        DateOnly? MeetingDay,
        string Unit,
        bool IsLead,
        IReadOnlyList<string> Assisting,
        ResolutionState State,
        DateOnly StateOn,
        DateOnly? Deadline,
        DateOnly? ProposedDay,
        bool IsOverdue,
        string? ContactName,
        IReadOnlyList<StepRow> Steps,
        Acting Acting
    );

    /// <param name="Unit">Which unit spoke; null for the host.</param>
    public sealed record StepRow(ResolutionAction Kind, DateOnly On, DateOnly? Day, string? Unit, string? Note);

    /// <summary>Between the host and the units; calls and what went to the level above are the host's own notes.</summary>
    private static readonly ResolutionAction[] Shared =
    [
        ResolutionAction.Asked,
        ResolutionAction.Acknowledged,
        ResolutionAction.ProposedDay,
        ResolutionAction.Progressed,
        ResolutionAction.ReportedDone,
        ResolutionAction.CannotBeDone,
        ResolutionAction.Closed,
        ResolutionAction.Continued,
        ResolutionAction.Extended,
        ResolutionAction.AnsweredAbove,
        ResolutionAction.Reminded,
    ];

    /// <param name="resolutionId">Null for a link, which is for one.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid? resolutionId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReportProgress, ct);
        var (resolution, unit, isLead, acting) = await ReportableResolution.OfResponderAsync(db, resolutionId, ct);
        return await ReadAsync(db, resolution, unit, isLead, acting, ct);
    }

    private static async Task<Answer> ReadAsync(PortalDb db, Resolution it, Guid unitId, bool isLead, Acting acting, CancellationToken ct)
    {
        var (meetings, units) = (db.Meetings, db.Units);
        var known = await db
            .Committees.Lifted("names of the host, the meeting and the unit, for all units that were asked")
            .Where(c => c.Id == it.CommitteeId)
            .Select(c => new
            {
                c.Name,
                Meeting = meetings.Where(m => m.Id == it.MeetingId).Select(m => new { m.Title, m.Day }).FirstOrDefault(),
                Unit = units.Where(u => u.Id == unitId).Select(u => u.Name).First(),
            })
            .SingleAsync(ct);
        var assisting = await AssistingUnitRow.OfAsync(db, [it.Id], ct);
        var steps = await db
            .ResolutionSteps.Lifted("shared notes on a resolution, for all units that were asked")
            .AsNoTracking()
            .Where(s => s.ResolutionId == it.Id && Shared.Contains(s.Action))
            .OrderBy(s => s.RecordedAt)
            .ThenBy(s => s.Id)
            .Select(s => new StepRow(
                s.Action,
                s.On,
                s.Day,
                units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                s.Note
            ))
            .ToListAsync(ct);
        return new Answer(
            it.Id,
            it.Matter,
            known.Name,
            known.Meeting?.Title,
            known.Meeting?.Day,
            known.Unit,
            isLead,
            [.. assisting.Select(a => a.Name)],
            it.State,
            it.StateOn,
            it.Deadline,
            it.ProposedDay,
            Resolution.IsOverdue(it.State, it.Deadline, it.ProposedDay, db.Today),
            it.ContactName,
            steps,
            acting
        );
    }
}
