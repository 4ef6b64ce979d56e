using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>One unit and one committee: both directions with their history and recorded steps.</summary>
public sealed class SeePair(Door door)
{
    /// <param name="Members">The unit's members on the committee, the latest first.</param>
    /// <param name="Guests">The host's people in the unit's Party organization, those proposed included, the latest first.</param>
    public sealed record Answer(
        Guid UnitId,
        string Unit,
        PartyOrganizationKind PartyOrganization,
        Guid CommitteeId,
        string Committee,
        DateOnly On,
        PairStatus Status,
        IReadOnlyList<Member> Members,
        IReadOnlyList<Guest> Guests
    );

    public sealed record Member(Guid SeatId, string Title, string Name, DateOnly From, DateOnly? Until, EndReason? EndReason) : ILasts;

    /// <param name="RowId">The present row, and its version for the forms.</param>
    /// <param name="On">The day of the last step.</param>
    public sealed record Guest(
        Guid RowId,
        long RowVersion,
        Guid FirstId,
        string Name,
        string Title,
        CrossState State,
        DateOnly On,
        Confirmation? Confirmation,
        string? DocumentNumber,
        DateOnly? From,
        DateOnly? PlannedUntil,
        DateOnly? Until,
        EndReason? EndReason,
        IReadOnlyList<StepRow> Steps
    ) : IEnds;

    /// <param name="IsCorrection">The step was recorded before, with something wrong.</param>
    public sealed record StepRow(
        CrossState State,
        DateOnly On,
        string? DocumentNumber,
        string? Remark,
        string? ToldBy,
        DateTimeOffset RecordedAt,
        string? Who,
        bool IsCorrection
    );

    public async Task<Answer> AskAsync(Scope scope, Guid unitId, Guid committeeId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var unit = await PortalDb.FindAsync(db.Units.AsNoTracking(), unitId, ct);
        var committee = await PortalDb.FindAsync(db.Committees.AsNoTracking(), committeeId, ct);
        var (people, journal, accounts) = (db.People, db.Journal, db.Accounts);
        var members = await db
            .Appointments.AsNoTracking()
            .Known()
            .Where(a => a.UnitId == unitId && a.CommitteeId == committeeId)
            .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { a, s.Title })
            .OrderByDescending(x => x.a.From)
            .ThenBy(x => x.a.Id)
            .Take(ListQuestion.LargestPage)
            .Select(x => new Member(
                x.a.SeatId,
                x.Title,
                people.Where(p => p.Id == x.a.PersonId).Select(p => p.Name).First(),
                x.a.From,
                x.a.Until,
                x.a.EndReason
            ))
            .ToListAsync(ct);
        var rows = await db
            .CrossAppointments.AsNoTracking()
            .Where(a => a.UnitId == unitId && a.CommitteeId == committeeId)
            .OrderByDescending(a => a.RecordedAt)
            .ThenBy(a => a.Id)
            .Take(500)
            .Select(a => new
            {
                a,
                Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                Who = journal
                    .Where(j => j.SubjectId == a.Id && j.At == a.RecordedAt)
                    .Select(j => accounts.Where(o => o.Id == j.AccountId).Select(o => o.DisplayName).FirstOrDefault() ?? j.ActorName)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);

        var guests = rows.GroupBy(x => x.a.FirstId)
            .Where(g => g.Any(x => x.a.IsKnown()))
            .Select(g =>
            {
                var (now, name) = (g.Single(x => x.a.IsKnown()).a, g.First().Name);
                var steps = g.OrderBy(x => x.a.RecordedAt).ThenBy(x => x.a.Id).ToList();
                return new Guest(
                    now.Id,
                    now.RowVersion,
                    now.FirstId,
                    name,
                    now.Title,
                    now.State,
                    now.On,
                    now.Confirmation,
                    now.DocumentNumber,
                    now.From,
                    now.PlannedUntil,
                    now.Until,
                    now.EndReason,
                    [
                        .. steps.Select(
                            (x, n) =>
                                new StepRow(
                                    x.a.State,
                                    x.a.On,
                                    x.a.DocumentNumber,
                                    x.a.Remark,
                                    x.a.ToldBy,
                                    x.a.RecordedAt,
                                    x.Who,
                                    n > 0 && steps[n - 1].a.State == x.a.State
                                )
                        ),
                    ]
                );
            })
            .ToList();
        return new Answer(
            unit.Id,
            unit.Name,
            unit.PartyOrganization,
            committee.Id,
            committee.Name,
            db.Today,
            Pairs.StatusOn(
                db.Today,
                [.. members.Select(m => new Span(m.From, m.Until))],
                [.. guests.Where(g => g.From is not null).Select(g => new Span(g.From!.Value, g.Until))]
            ),
            members,
            guests
        );
    }
}
