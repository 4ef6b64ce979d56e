using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Seats;

/// <summary>Suspends a seat, for example while its unit moves: the seat and its holder stay, invitations are not due.</summary>
public sealed class SuspendSeat(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SuspensionId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }
        public DateOnly? From { get; set; }

        /// <summary>The first day on which the seat is asked again; null when that is not known yet.</summary>
        public DateOnly? Until { get; set; }
        public string? Reason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.From).NotNull();
                RuleFor(f => f.Until).GreaterThan(f => f.From).WithMessage(_ => Texts.Wording.T("Committees.UntilAfterFrom"));
                RuleFor(f => f.Reason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        db.Suspensions.Add(seat.Suspend(form.SuspensionId, form.From!.Value, form.Until, form.Reason.OrNull(), db.Now));
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
