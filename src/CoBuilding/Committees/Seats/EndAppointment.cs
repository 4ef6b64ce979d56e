using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Seats;

/// <summary>Ends a member's appointment; the seat stays, vacant from that day.</summary>
public sealed class EndAppointment(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day without the seat.</summary>
        public DateOnly? On { get; set; }
        public EndReason? Reason { get; set; }
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Reason).NotNull();
                RuleFor(f => f.Remark).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        var held = await Appointing.HolderAsync(db, seat.Id, db.Today, ct);
        db.Appointments.Add(held.EndOn(form.NewRowId, form.On!.Value, form.Reason!.Value, form.Remark.OrNull(), db.Now));
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
