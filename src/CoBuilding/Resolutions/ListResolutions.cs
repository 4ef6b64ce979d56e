using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>Resolutions as filtered: open ones first, by deadline.</summary>
public sealed class ListResolutions(Door door)
{
    public sealed record Question : ListQuestion
    {
        public ResolutionView View { get; init; } = ResolutionView.Open;

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public Guid? CommitteeId { get; init; }
        public Guid? MeetingId { get; init; }

        /// <summary>That leads or assists.</summary>
        public Guid? UnitId { get; init; }
    }

    // Init properties, not a constructor, so that the to-dos and the next agenda can compose queries over these rows.
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Matter { get; init; }
        public required Guid CommitteeId { get; init; }
        public required string Host { get; init; }
        public required string Place { get; init; }
        public required Guid PlaceId { get; init; }
        public required Guid? MeetingId { get; init; }
        public required string? Meeting { get; init; }
        public required DateOnly? MeetingDay { get; init; }
        public required Guid? LeadUnitId { get; init; }

        /// <summary>The unit, or the office.</summary>
        public required string Lead { get; init; }
        public required string? ContactName { get; init; }
        public required DateOnly? Deadline { get; init; }
        public required DateOnly? ProposedDay { get; init; }
        public required ResolutionState State { get; init; }
        public required DateOnly StateOn { get; init; }
        public required ResolutionOutcome? Outcome { get; init; }
        public required Guid? AbovePlaceId { get; init; }
        public required DateOnly Today { get; init; }
        public bool IsOverdue => Resolution.IsOverdue(State, Deadline, ProposedDay, Today);

        /// <summary>The latest note.</summary>
        public required string? LastNote { get; init; }
        public ResolutionWait WaitsFor => Resolution.WaitOf(State, ProposedDay);
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var page = await Rows(db, question).PageAsync(question, ct);
        return page with { Rows = await NamedAsync(db, page.Rows, ct) };
    }

    /// <summary>
    /// With the names of units that reside out of the reader's reach: one that was asked may have moved. No statement where there is none.
    /// </summary>
    internal static async Task<IReadOnlyList<Row>> NamedAsync(PortalDb db, IReadOnlyList<Row> rows, CancellationToken ct)
    {
        List<Guid> beyond = [.. rows.Where(r => r.Lead.Length == 0).Select(r => r.LeadUnitId).OfType<Guid>().Distinct()];
        if (beyond.Count == 0)
            return rows;
        var names = await UnitRepresentatives.NamesAsync(db, beyond, ct);
        return [.. rows.Select(r => r.Lead.Length > 0 ? r : r with { Lead = names[r.LeadUnitId!.Value] })];
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, name, today, reach) = (question.Needle(), question.NameNeedle(), db.Today, db.Reach);
        var (units, meetings, assisting, steps) = (db.Units, db.Meetings, db.AssistingUnits, db.ResolutionSteps);
        var resolutions = db.Resolutions.AsNoTracking();
        return (question.View == ResolutionView.Overdue ? Resolution.Overdue(resolutions, today) : resolutions)
            .Where(r => question.CommitteeId == null || r.CommitteeId == question.CommitteeId)
            .Where(r => question.MeetingId == null || r.MeetingId == question.MeetingId)
            .Where(r =>
                question.UnitId == null
                || r.LeadUnitId == question.UnitId
                || assisting.Any(a => a.ResolutionId == r.Id && a.UnitId == question.UnitId)
            )
            .Where(r =>
                question.View == ResolutionView.All
                || (question.View == ResolutionView.Closed ? r.State == ResolutionState.Closed : r.State != ResolutionState.Closed)
            )
            .Where(r => question.View != ResolutionView.SubmittedUpward || r.AbovePlaceId != null)
            .Where(r =>
                question.View != ResolutionView.WaitingForUs
                || r.State == ResolutionState.ReportedDone
                || r.State == ResolutionState.CannotBeDone
                || r.State == ResolutionState.AnsweredAbove
                || (r.ProposedDay != null && r.AbovePlaceId == null)
                || (r.AbovePlaceId != null && (reach.Everything || reach.Places.Contains(r.AbovePlaceId.Value)))
            )
            .Join(db.Committees, r => r.CommitteeId, c => c.Id, (r, c) => new { r, c })
            .Join(
                db.Places,
                x => x.r.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.r,
                        x.c,
                        p,
                    }
            )
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Where(x =>
                needle == null
                || x.r.Matter.Contains(needle)
                || x.r.LeadOffice!.Contains(needle)
                || units.Any(u => u.Id == x.r.LeadUnitId && u.FindKeys.Contains(name!))
            )
            .OrderBy(x => x.r.State == ResolutionState.Closed)
            .ThenBy(x => x.r.Deadline == null)
            .ThenBy(x => x.r.Deadline)
            .ThenBy(x => x.r.Id)
            .Select(x => new Row
            {
                Id = x.r.Id,
                Matter = x.r.Matter,
                CommitteeId = x.c.Id,
                Host = x.c.Name,
                Place = x.p.Name,
                PlaceId = x.p.Id,
                MeetingId = x.r.MeetingId,
                Meeting = meetings.Where(m => m.Id == x.r.MeetingId).Select(m => m.Title).FirstOrDefault(),
                MeetingDay = meetings.Where(m => m.Id == x.r.MeetingId).Select(m => (DateOnly?)m.Day).FirstOrDefault(),
                LeadUnitId = x.r.LeadUnitId,
                Lead = x.r.LeadOffice ?? units.Where(u => u.Id == x.r.LeadUnitId).Select(u => u.Name).FirstOrDefault() ?? "",
                ContactName = x.r.ContactName,
                Deadline = x.r.Deadline,
                ProposedDay = x.r.ProposedDay,
                State = x.r.State,
                StateOn = x.r.StateOn,
                Outcome = x.r.Outcome,
                AbovePlaceId = x.r.AbovePlaceId,
                Today = today,
                LastNote = steps
                    .Where(s => s.ResolutionId == x.r.Id && s.Note != null && s.Action != ResolutionAction.Reminded)
                    .OrderByDescending(s => s.RecordedAt)
                    .ThenByDescending(s => s.Id)
                    .Select(s => s.Note)
                    .FirstOrDefault(),
            });
    }
}
