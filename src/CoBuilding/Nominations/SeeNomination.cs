using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// One nomination: the person, the seat, every step with who and when, what comes next and who does it; then how the appointment went on.
/// </summary>
public sealed class SeeNomination(Door door)
{
    /// <param name="Asked">The chain's steps from nominating to appointing.</param>
    /// <param name="Next">What it waits for; null when it is over.</param>
    /// <param name="IsLevelAbove">Whether the reader is responsible for the approving level.</param>
    /// <param name="Serving">The resulting appointment, as recorded now; null before.</param>
    public sealed record Answer(
        ListNominations.Row Row,
        Guid PersonId,
        Guid? UnitId,
        Guid? RenewalId,
        IReadOnlyList<NominationAction> Asked,
        NominationAction? Next,
        int PublicityWorkdays,
        bool IsLevelAbove,
        DateOnly Today,
        IReadOnlyList<StepRow> Steps,
        Service? Serving
    );

    /// <param name="Who">The recorder's name where the account is within reach, the login otherwise.</param>
    public sealed record StepRow(
        NominationAction Kind,
        DateOnly On,
        DateOnly? Until,
        ConsentSource? Source,
        string? DocumentNumber,
        string? Remark,
        DateTimeOffset RecordedAt,
        string? Who
    ) : IEnds;

    public sealed record Service(DateOnly From, DateOnly? Until, string? LetterNumber, EndReason? EndReason) : ILasts;

    public async Task<Answer> AskAsync(Scope scope, Guid nominationId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var nomination = await PortalDb.FindAsync(db.Nominations.AsNoTracking(), nominationId, ct);
        var found = await ListNominations
            .Rows(db, new() { CommitteeId = nomination.CommitteeId, WithOver = true })
            .SingleAsync(r => r.Id == nominationId, ct);
        var row = (await ListNominations.NamedAsync(db, [found], ct))[0];
        var place = await PortalDb.FindAsync(db.Places.AsNoTracking(), nomination.PlaceId, ct);
        var chain = await NominationChain.ReadAsync(db, ct);
        var (journal, accounts, appointments) = (db.Journal, db.Accounts, db.Appointments);
        var steps = await db
            .NominationSteps.AsNoTracking()
            .Where(s => s.NominationId == nominationId)
            .Select(s => new StepRow(
                s.Action,
                s.On,
                s.Until,
                s.Source,
                s.DocumentNumber,
                s.Remark,
                s.RecordedAt,
                journal
                    .Where(j => j.SubjectId == s.Id && j.At == s.RecordedAt)
                    .Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);
        var serving = await appointments
            .AsNoTracking()
            .Known()
            .Where(a => a.FirstId == nomination.AppointmentId)
            .Select(a => new Service(a.From, a.Until, a.LetterNumber, a.EndReason))
            .FirstOrDefaultAsync(ct);
        return new Answer(
            row,
            nomination.PersonId,
            nomination.UnitId,
            nomination.RenewalId,
            chain.Steps(nomination.Kind),
            chain.Next(nomination.Kind, nomination.State),
            chain.PublicityWorkdays,
            // Steps of one moment follow each other as in the chain.
            LevelAbove.IsWithin(db, place),
            db.Today,
            [.. steps.OrderBy(s => s.RecordedAt).ThenBy(s => s.Kind)],
            serving
        );
    }
}
