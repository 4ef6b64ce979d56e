using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>Takes a vacant seat off the roster; its history stays.</summary>
public sealed class CloseSeat(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day without the seat.</summary>
        public DateOnly? On { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.On).NotNull();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        var on = form.On!.Value;
        if (await db.Appointments.Known().NotEndedBy(on).AnyAsync(a => a.SeatId == seat.Id, ct))
            throw CommitteesRules.SeatStillHeld();
        seat.Close(on, db.Now);
        await AlternateEnding.EndAsync(db, db.Alternates.Where(a => a.SeatId == seat.Id), on, ct);
        await db.CommitAsync(ct);
    }
}
