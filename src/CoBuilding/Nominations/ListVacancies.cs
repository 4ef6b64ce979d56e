using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// The vacant seats within reach, longest vacant first: since when, the last holder and reason for leaving, and nominations
/// since. Derived from seats, appointments and nominations.
/// </summary>
public sealed class ListVacancies(Door door)
{
    public sealed record Question : ListQuestion
    {
        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public Guid? CommitteeId { get; init; }
        public EndReason? Reason { get; init; }

        /// <summary>Only those without a current nominee.</summary>
        public bool OnlyWithoutNominee { get; init; }
    }

    /// <param name="Since">The first day without a holder; the seat's own first day where nobody has held it.</param>
    /// <param name="LastHolder">Null where nobody has held it.</param>
    /// <param name="Next">Who is appointed already from a later day on.</param>
    /// <param name="Nominee">Who is proposed at present; the first of several.</param>
    /// <param name="Tried">The number of unsuccessful nominations since the seat is vacant.</param>
    public sealed record Row(
        Guid SeatId,
        Guid CommitteeId,
        string Committee,
        string Place,
        SeatKind Kind,
        SeatRole Role,
        string SeatTitle,
        string? Unit,
        DateOnly Since,
        string? LastHolder,
        DateOnly? LastFrom,
        EndReason? Reason,
        string? Next,
        DateOnly? NextFrom,
        Guid? NominationId,
        string? Nominee,
        NominationState? State,
        int Tried
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, today) = (question.NameNeedle(), db.Today);
        var (units, people, nominations, underWay) = (db.Units, db.People, db.Nominations, NominationsUnderWay.UnderWay(db.Nominations));
        var appointments = db.Appointments.Known();
        var held = appointments.On(today);
        return db
            .Seats.AsNoTracking()
            .On(today)
            .Where(s => !held.Any(a => a.SeatId == s.Id))
            .Where(s => question.CommitteeId == null || s.CommitteeId == question.CommitteeId)
            .Join(db.Committees, s => s.CommitteeId, c => c.Id, (s, c) => new { s, c })
            .Where(x => x.c.DissolvedOn == null || x.c.DissolvedOn > today)
            .Join(
                db.Places,
                x => x.s.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.s,
                        x.c,
                        p,
                    }
            )
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Where(x =>
                needle == null || x.c.FindKeys.Contains(needle) || units.Any(u => u.Id == x.s.UnitId && u.FindKeys.Contains(needle))
            )
            .Select(x => new
            {
                x.s,
                x.c,
                x.p,
                Last = appointments
                    .Where(a => a.SeatId == x.s.Id && a.Until <= today)
                    .OrderByDescending(a => a.Until)
                    .Select(a => new
                    {
                        a.From,
                        a.Until,
                        a.EndReason,
                        Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                    })
                    .FirstOrDefault(),
                Next = appointments
                    .Where(a => a.SeatId == x.s.Id && a.From > today)
                    .OrderBy(a => a.From)
                    .Select(a => new { a.From, Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First() })
                    .FirstOrDefault(),
                Proposed = underWay
                    .Where(n => n.SeatId == x.s.Id)
                    .OrderBy(n => n.Id)
                    .Select(n => new
                    {
                        n.Id,
                        n.State,
                        Name = people.Where(p => p.Id == n.PersonId).Select(p => p.Name).First(),
                    })
                    .FirstOrDefault(),
            })
            .Where(x => question.Reason == null || x.Last!.EndReason == question.Reason)
            .Where(x => !question.OnlyWithoutNominee || x.Proposed == null)
            .OrderBy(x => x.Last!.Until ?? x.s.From)
            .ThenBy(x => x.p.Code)
            .ThenBy(x => x.s.Id)
            .Select(x => new Row(
                x.s.Id,
                x.c.Id,
                x.c.Name,
                x.p.Name,
                x.s.Kind,
                x.s.Role,
                x.s.Title,
                units.Where(u => u.Id == x.s.UnitId).Select(u => u.Name).FirstOrDefault(),
                x.Last!.Until ?? x.s.From,
                x.Last.Name,
                x.Last.From,
                x.Last.EndReason,
                x.Next!.Name,
                x.Next.From,
                x.Proposed!.Id,
                x.Proposed.Name,
                x.Proposed.State,
                nominations.Count(n =>
                    n.SeatId == x.s.Id
                    && n.StateOn >= (x.Last.Until ?? x.s.From)
                    && (n.State == NominationState.Rejected || n.State == NominationState.Withdrawn)
                )
            ));
    }
}
