using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Renewals;

/// <summary>
/// A renewal: each seat with who holds it, who is proposed for the next term and how far that has come; open seats stay open.
/// </summary>
public sealed class SeeRenewal(Door door)
{
    /// <param name="TermYears">The usual length of a term by the committee's kind; null where there is none.</param>
    public sealed record Answer(
        Guid RenewalId,
        long RowVersion,
        Guid CommitteeId,
        string Committee,
        int TermNumber,
        RenewalState State,
        DateOnly OpenedOn,
        string? Approval,
        DateOnly? ClosedOn,
        string? CancelReason,
        DateOnly? TermEndsOn,
        int? TermYears,
        DateOnly Today,
        IReadOnlyList<Row> Rows
    )
    {
        public int Ready => Rows.Count(r => r.IsReady);
        public int Open => Rows.Count(r => r.NominationId is null);
    }

    /// <param name="SeatId">Null: a seat to be added.</param>
    /// <param name="Holder">Who held it when the renewal was opened.</param>
    /// <param name="Nominee">Who is proposed, or was appointed; null: the seat stays open.</param>
    /// <param name="IsSame">The holder is proposed again.</param>
    /// <param name="IsReady">Nothing but the appointment is missing.</param>
    public sealed record Row(
        Guid? SeatId,
        SeatKind Kind,
        SeatRole Role,
        string SeatTitle,
        string? Unit,
        string? Holder,
        Guid? NominationId,
        long NominationVersion,
        string? Nominee,
        NominationState? State,
        NominationAction? Next,
        DateOnly? ConsentedOn,
        ConsentSource? ConsentSource,
        DateOnly? ApprovedOn,
        string? ApprovalNumber,
        bool IsReady,
        bool IsSame
    )
    {
        internal static Row Of(
            Guid? seatId,
            SeatKind kind,
            SeatRole role,
            string title,
            string? unit,
            Guid? holderId,
            string? holder,
            Proposal? proposal,
            NominationChain chain,
            DateOnly today
        )
        {
            var nomination = proposal?.Nomination;
            var next = nomination is null ? null : chain.Next(kind, nomination.State);
            return new Row(
                seatId,
                kind,
                role,
                title,
                unit,
                holder,
                nomination?.Id,
                nomination?.RowVersion ?? 0,
                proposal?.Name,
                nomination?.State,
                next,
                proposal?.Consent?.On,
                proposal?.Consent?.Source,
                proposal?.Approval?.On,
                proposal?.Approval?.DocumentNumber,
                next == NominationAction.Appointed && (nomination!.PublicUntil is not { } until || until <= today || !chain.AsksPublicity),
                nomination is not null && nomination.PersonId == holderId
            );
        }
    }

    /// <param name="Consent">The latest; null: none.</param>
    /// <param name="Approval">The latest; null: none.</param>
    internal sealed record Proposal(Nomination Nomination, string Name, string? Unit, NominationStep? Consent, NominationStep? Approval);

    public async Task<Answer> AskAsync(Scope scope, Guid renewalId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await ReadAsync(db, renewalId, ct);
    }

    /// <summary>A fixed number of statements, independent of the length of the roster.</summary>
    internal static async Task<Answer> ReadAsync(PortalDb db, Guid renewalId, CancellationToken ct)
    {
        var head =
            await db
                .Renewals.AsNoTracking()
                .Where(r => r.Id == renewalId)
                .Join(db.Committees, r => r.CommitteeId, c => c.Id, (r, c) => new { Renewal = r, Committee = c })
                .Join(
                    db.CommitteeKinds,
                    x => x.Committee.KindId,
                    k => k.Id,
                    (x, k) =>
                        new
                        {
                            x.Renewal,
                            x.Committee,
                            k.TermYears,
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var (renewal, committee) = (head.Renewal, head.Committee);
        var chain = await NominationChain.ReadAsync(db, ct);
        // Who held the seats when it was opened; seats that were added until it was over are shown as well.
        var (on, day) = (renewal.OpenedOn, renewal.ClosedOn ?? db.Today);
        var (units, people, steps) = (db.Units, db.People, db.NominationSteps);
        var appointments = db.Appointments.Known().On(on);
        var seats = await db
            .Seats.AsNoTracking()
            .NotEndedBy(on)
            .Where(s => s.CommitteeId == committee.Id && s.From <= day)
            .Select(s => new
            {
                s,
                Unit = units.Where(u => u.Id == s.UnitId).Select(u => u.Name).FirstOrDefault(),
                Holder = appointments
                    .Where(a => a.SeatId == s.Id)
                    .Select(a => new { a.PersonId, Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First() })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var nominations = await db
            .Nominations.AsNoTracking()
            .Where(n => n.RenewalId == renewalId && n.State != NominationState.Withdrawn && n.State != NominationState.Rejected)
            .OrderBy(n => n.Id)
            .Select(n => new Proposal(
                n,
                people.Where(p => p.Id == n.PersonId).Select(p => p.Name).First(),
                units.Where(u => u.Id == n.UnitId).Select(u => u.Name).FirstOrDefault(),
                steps
                    .Where(s => s.NominationId == n.Id && s.Action == NominationAction.Consented)
                    .OrderByDescending(s => s.Id)
                    .FirstOrDefault(),
                steps
                    .Where(s => s.NominationId == n.Id && s.Action == NominationAction.Approved)
                    .OrderByDescending(s => s.Id)
                    .FirstOrDefault()
            ))
            .ToListAsync(ct);

        var known = seats.Select(x => x.s.Id).ToHashSet();
        var rows = seats
            .SelectMany(x =>
                nominations
                    .Where(n => n.Nomination.SeatId == x.s.Id)
                    .DefaultIfEmpty()
                    .Select(n =>
                        Row.Of(x.s.Id, x.s.Kind, x.s.Role, x.s.Title, x.Unit, x.Holder?.PersonId, x.Holder?.Name, n, chain, db.Today)
                    )
            )
            .Concat(
                nominations
                    .Where(n => n.Nomination.SeatId is not { } seat || !known.Contains(seat))
                    .Select(n =>
                        Row.Of(null, n.Nomination.Kind, n.Nomination.Role, n.Nomination.SeatTitle, n.Unit, null, null, n, chain, db.Today)
                    )
            );
        return new Answer(
            renewal.Id,
            renewal.RowVersion,
            committee.Id,
            committee.Name,
            renewal.TermNumber,
            renewal.State,
            renewal.OpenedOn,
            renewal.Approval,
            renewal.ClosedOn,
            renewal.CancelReason,
            committee.TermEndsOn,
            head.TermYears,
            db.Today,
            [.. rows.OrderBy(r => r.Role).ThenBy(r => r.Kind == SeatKind.PartTime).ThenBy(r => r.SeatId ?? r.NominationId)]
        );
    }
}
