using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// Proposes a person for a seat: a vacant one, one that falls vacant on a day that is known, or one to be added for a unit or an
/// individual. If it replaces another nomination, that one is withdrawn in the same step.
/// </summary>
public sealed class NominateMember(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NominationId { get; init; } = Guid.CreateVersion7();
        public Guid CommitteeId { get; init; }

        /// <summary>Null: a seat to be added, described by the next four.</summary>
        public Guid? SeatId { get; set; }
        public SeatKind Kind { get; set; } = SeatKind.PartTime;
        public Guid? UnitId { get; set; }
        public SeatRole Role { get; set; } = SeatRole.Member;
        public string? SeatTitle { get; set; }

        /// <summary>For the next term, while its renewal is open.</summary>
        public Guid? RenewalId { get; init; }

        /// <summary>The nomination that is replaced, with the version shown.</summary>
        public Guid? InsteadOfId { get; init; }
        public long InsteadOfExpectedVersion { get; init; }
        public Guid? PersonId { get; set; }
        public Gender? Gender { get; set; }
        public string? PartyPost { get; set; }
        public string? AdministrativePost { get; set; }
        public string? Rank { get; set; }
        public SelectionWay? Way { get; set; }

        /// <summary>The reason for a person with a post on the other level; optional unless the district requires it.</summary>
        public string? DoublePostReason { get; set; }

        /// <summary>When it was proposed.</summary>
        public DateOnly? On { get; set; }
        public string? DocumentNumber { get; set; }
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                When(
                    f => f.SeatId is null,
                    () =>
                    {
                        RuleFor(f => f.Kind).NotEqual(SeatKind.FullTime);
                        RuleFor(f => f.UnitId).NotNull().When(f => f.Kind == SeatKind.PartTime);
                        RuleFor(f => f.SeatTitle).NotEmpty();
                    }
                );
                RuleFor(f => f.SeatTitle).MaximumLength(40);
                RuleFor(f => f.PersonId).NotNull();
                RuleFor(f => f.PartyPost).MaximumLength(60);
                RuleFor(f => f.AdministrativePost).MaximumLength(60);
                RuleFor(f => f.Rank).MaximumLength(40);
                RuleFor(f => f.Way).NotNull();
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.DocumentNumber).MaximumLength(60);
                RuleFor(f => f.Remark).MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId, ct);
        committee.ExpectNotGone(db.Today);
        var note = new StepDetails(form.On!.Value, db.Now, form.DocumentNumber.OrNull(), form.Remark.OrNull());
        if (note.On > db.Today)
            throw CommitteesRules.NotYet();
        var renewal = form.RenewalId is { } id
            ? await PortalDb.FindAsync(db.Renewals.Where(r => r.CommitteeId == committee.Id), id, ct)
            : null;
        if (renewal?.IsOpen is false)
            throw TermsRules.RenewalIsOver();
        await WithdrawAsync(db, form, note, ct);

        var person = form.PersonId!.Value;
        // At the start of the next term all seats are free.
        if (renewal is null)
            await Appointing.CheckFreeAsync(db, committee.Id, person, note.On, ct);
        else
            await Appointing.PersonAsync(db, person, ct);
        var facts = new NomineeFacts(
            form.Way!.Value,
            form.Gender,
            form.PartyPost.OrNull(),
            form.AdministrativePost.OrNull(),
            form.Rank.OrNull(),
            form.DoublePostReason.OrNull()
        );
        var nomination = form.SeatId is { } seatId
            ? Nomination.ForSeat(
                form.NominationId,
                await SeatAsync(db, committee, seatId, renewal, note.On, ct),
                renewal?.Id,
                person,
                facts,
                note.On
            )
            : Nomination.ForNewSeat(
                form.NominationId,
                committee,
                await NewSeatAsync(db, committee, form, ct),
                renewal?.Id,
                person,
                facts,
                note.On
            );
        await HeldPosts.GuardAsync(db, committee, nomination.Kind, person, note.On, facts.DoublePostReason, ct);
        db.Nominations.Add(nomination);
        db.NominationSteps.Add(nomination.Begin(note));
        await db.CommitAsync(ct);
    }

    private static async Task WithdrawAsync(PortalDb db, Form form, StepDetails note, CancellationToken ct)
    {
        if (form.InsteadOfId is not { } id)
            return;
        var other = await PortalDb.FindAsync(db.Nominations.Where(n => n.CommitteeId == form.CommitteeId), id, ct);
        await db.ExpectAsync(other, form.InsteadOfExpectedVersion, ct);
        db.NominationSteps.Add(other.Withdraw(note with { DocumentNumber = null }));
    }

    private static async Task<Seat> SeatAsync(
        PortalDb db,
        Committee committee,
        Guid seatId,
        Renewal? renewal,
        DateOnly on,
        CancellationToken ct
    )
    {
        var seat = await PortalDb.FindAsync(db.Seats.Where(s => s.CommitteeId == committee.Id), seatId, ct);
        if (seat.Until is { } closed)
            throw CommitteesRules.SeatClosed(closed);
        if (renewal is not null)
            return seat;
        var holder = await db
            .Appointments.Known()
            .Where(a => a.SeatId == seat.Id && a.Until == null)
            .Join(db.People, a => a.PersonId, p => p.Id, (a, p) => p.Name)
            .FirstOrDefaultAsync(ct);
        return holder is null ? seat : throw NominationsRules.SeatIsHeld(holder);
    }

    /// <summary>The seat to be added: checked now, not only at the end of the procedure.</summary>
    private static async Task<ProposedSeat> NewSeatAsync(PortalDb db, Committee committee, Form form, CancellationToken ct)
    {
        if (
            form.UnitId is { } unit
            && await db.Seats.AnyAsync(s => s.CommitteeId == committee.Id && s.UnitId == unit && s.Until == null, ct)
        )
            throw NominationsRules.UnitHasSeat();
        if (form.Kind == SeatKind.PartTime)
            await UnitsForSeats.UnitForSeatAsync(db, committee, form.UnitId!.Value, db.Today, ct);
        return new(form.Kind, form.Kind == SeatKind.PartTime ? form.UnitId : null, form.Role, form.SeatTitle!.Trim());
    }
}
