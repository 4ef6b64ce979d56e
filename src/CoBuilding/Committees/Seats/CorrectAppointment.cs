using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>
/// Corrects a wrongly recorded term on a seat (person, days, letter) or voids it. The previous row stays in the history, and the roster as
/// recorded before is unchanged.
/// </summary>
public sealed class CorrectAppointment(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The current row.</summary>
        public Guid AppointmentId { get; init; }

        /// <summary>The term is void; the rest of the form is then ignored.</summary>
        public bool IsWithdrawn { get; set; }
        public Guid? PersonId { get; set; }
        public DateOnly? From { get; set; }

        /// <summary>The first day without the seat; null while in office.</summary>
        public DateOnly? Until { get; set; }
        public EndReason? EndReason { get; set; }
        public string? LetterNumber { get; set; }

        /// <summary>The reason and evidence.</summary>
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
                When(
                    f => !f.IsWithdrawn,
                    () =>
                    {
                        RuleFor(f => f.PersonId).NotNull();
                        RuleFor(f => f.From).NotNull();
                        RuleFor(f => f.Until).GreaterThan(f => f.From).WithMessage(_ => Texts.Wording.T("Committees.UntilAfterFrom"));
                        RuleFor(f => f.EndReason).NotNull().When(f => f.Until is not null);
                        RuleFor(f => f.LetterNumber).MaximumLength(40);
                    }
                );
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        if (form.IsWithdrawn)
            (await TermAsync(db, form, ct)).Withdraw(form.Reason.Trim(), db.Now);
        else
            db.Appointments.Add(await CorrectedAsync(db, seat, form, ct));
        db.Touch(seat);
        await db.CommitAsync(ct);
    }

    private static Task<Appointment> TermAsync(PortalDb db, Form form, CancellationToken ct) =>
        PortalDb.FindAsync(db.Appointments.Known().Where(a => a.SeatId == form.SeatId), form.AppointmentId, ct);

    private static async Task<Appointment> CorrectedAsync(PortalDb db, Seat seat, Form form, CancellationToken ct)
    {
        var facts = new Appointment.Facts(
            form.PersonId!.Value,
            form.From!.Value,
            form.Until,
            form.Until is null ? null : form.EndReason,
            form.LetterNumber.OrNull()
        );
        var appointing = await Appointing.LockAsync(db, [seat.CommitteeId], [facts.PersonId], ct);
        var committee = appointing.Committee(seat.CommitteeId);
        var term = await TermAsync(db, form, ct);
        var person = await Appointing.PersonAsync(db, facts.PersonId, ct);
        var isItsFirst =
            seat.From == term.From && await db.Appointments.AnyAsync(a => a.Id == term.FirstId && a.RecordedAt == seat.RecordedAt, ct);
        seat.Admit(facts, isItsFirst, committee.ExpectEstablished());
        return appointing.Correct(seat, term, form.NewRowId, facts, person.Name, form.Reason.Trim());
    }
}
