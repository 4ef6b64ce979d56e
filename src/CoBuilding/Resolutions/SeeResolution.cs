using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>One resolution for staff: the units asked, every step with person and time, and whose response is awaited.</summary>
public sealed class SeeResolution(Door door)
{
    /// <param name="Above">The place with which it is.</param>
    /// <param name="MayAnswerAbove">Who asks answers for that place.</param>
    /// <param name="LevelAbove">The level to which it can be submitted next; null: none.</param>
    public sealed record Answer(
        ListResolutions.Row Row,
        long RowVersion,
        IReadOnlyList<Unit> Assisting,
        string? Above,
        bool MayAnswerAbove,
        string? LevelAbove,
        IReadOnlyList<StepRow> Steps,
        DateOnly Today
    )
    {
        /// <summary>At most one reminder a day.</summary>
        public bool IsRemindedToday => RemindedOn == Today;
        public DateOnly? RemindedOn => Steps.LastOrDefault(s => s.Kind == ResolutionAction.Reminded)?.On;
        public DateOnly? CalledOn => Steps.LastOrDefault(s => s.Kind == ResolutionAction.Called)?.On;
    }

    public sealed record Unit(Guid Id, string Name);

    /// <param name="Who">The recorder's name where the account is within reach, the login otherwise.</param>
    public sealed record StepRow(
        ResolutionAction Kind,
        DateOnly On,
        DateOnly? Day,
        string? Unit,
        string? Above,
        string? Note,
        string? ToldBy,
        DateTimeOffset RecordedAt,
        string? Who
    )
    {
        /// <summary>The person who acted for the unit, and for whom; null for the host's steps.</summary>
        public Acting? Said { get; init; }
    }

    public async Task<Answer> AskAsync(Scope scope, Guid resolutionId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await ReadAsync(db, resolutionId, ct);
    }

    internal static async Task<Answer> ReadAsync(PortalDb db, Guid resolutionId, CancellationToken ct)
    {
        var found =
            await ListResolutions.Rows(db, new() { View = ResolutionView.All }).SingleOrDefaultAsync(r => r.Id == resolutionId, ct)
            ?? throw new NotFound();
        var row = (await ListResolutions.NamedAsync(db, [found], ct))[0];
        var (units, places, journal, accounts) = (db.Units, db.Places, db.Journal, db.Accounts);
        var version = await db.Resolutions.Where(r => r.Id == resolutionId).Select(r => r.RowVersion).SingleAsync(ct);
        var assisting = await AssistingUnitRow.OfAsync(db, [resolutionId], ct);
        var here = row.AbovePlaceId ?? row.PlaceId;
        var place = await places
            .AsNoTracking()
            .Where(p => p.Id == here)
            .Select(p => new { p.Name, Above = places.Where(a => a.Id == p.ParentId).Select(a => a.Name).FirstOrDefault() })
            .SingleAsync(ct);
        var steps = await db
            .ResolutionSteps.AsNoTracking()
            .Where(s => s.ResolutionId == resolutionId)
            .OrderBy(s => s.RecordedAt)
            .ThenBy(s => s.Id)
            .Select(s => new
            {
                s,
                Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Above = places.Where(p => p.Id == s.AbovePlaceId).Select(p => p.Name).FirstOrDefault(),
                Who = journal
                    .Where(j => j.SubjectId == s.Id && j.At == s.RecordedAt)
                    .Select(j => accounts.Where(a => a.Id == j.AccountId).Select(a => a.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new Answer(
            row,
            version,
            [.. assisting.Select(a => new Unit(a.UnitId, a.Name))],
            row.AbovePlaceId is null ? null : place.Name,
            row.AbovePlaceId is { } above && Places.LevelAbove.Answers(db, above),
            place.Above,
            [
                .. steps.Select(x => new StepRow(x.s.Action, x.s.On, x.s.Day, x.Unit, x.Above, x.s.Note, x.s.ToldBy, x.s.RecordedAt, x.Who)
                {
                    Said = x.s.ReplySource is { } source ? new Acting(source, x.s.AnsweredBy, x.s.AnsweredFor) : null,
                }),
            ],
            db.Today
        );
    }
}
