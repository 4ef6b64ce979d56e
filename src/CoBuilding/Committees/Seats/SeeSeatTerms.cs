using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>Who has held a seat, holds it and will hold it, as recorded now. The latest first.</summary>
public sealed class SeeSeatTerms(Door door)
{
    /// <param name="RowVersion">The seat's version.</param>
    /// <param name="Terms">At most 100.</param>
    public sealed record Answer(
        Guid CommitteeId,
        string Committee,
        Guid SeatId,
        long RowVersion,
        SeatKind Kind,
        SeatRole Role,
        string Title,
        Guid? UnitId,
        string? Unit,
        IReadOnlyList<Term> Terms
    );

    public sealed record Term(
        Guid AppointmentId,
        Guid PersonId,
        string Person,
        DateOnly From,
        DateOnly? Until,
        EndReason? EndReason,
        string? LetterNumber
    ) : ILasts;

    public async Task<Answer> AskAsync(Scope scope, Guid seatId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var units = db.Units;
        var seat =
            await db
                .Seats.AsNoTracking()
                .Where(s => s.Id == seatId)
                .Join(
                    db.Committees,
                    s => s.CommitteeId,
                    c => c.Id,
                    (s, c) =>
                        new
                        {
                            s,
                            c.Name,
                            Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var terms = await db
            .Appointments.AsNoTracking()
            .Known()
            .Where(a => a.SeatId == seatId)
            .Join(db.People, a => a.PersonId, p => p.Id, (a, p) => new { a, p.Name })
            .OrderByDescending(x => x.a.From)
            .Take(100)
            .Select(x => new Term(x.a.Id, x.a.PersonId, x.Name, x.a.From, x.a.Until, x.a.EndReason, x.a.LetterNumber))
            .ToListAsync(ct);
        return new Answer(
            seat.s.CommitteeId,
            seat.Name,
            seat.s.Id,
            seat.s.RowVersion,
            seat.s.Kind,
            seat.s.Role,
            seat.s.Title,
            seat.s.UnitId,
            seat.Unit,
            terms
        );
    }
}
