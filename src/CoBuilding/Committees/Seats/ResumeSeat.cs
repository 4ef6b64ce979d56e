using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>Ends a seat's suspension: from that day on invitations to it are due again.</summary>
public sealed class ResumeSeat(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day on which the seat is asked again.</summary>
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
        var suspended =
            await db.Suspensions.Known().NotEndedBy(db.Today).Where(s => s.SeatId == seat.Id).OrderBy(s => s.From).FirstOrDefaultAsync(ct)
            ?? throw CommitteesRules.NotSuspended();
        db.Suspensions.Add(suspended.EndOn(form.NewRowId, form.On!.Value, db.Now));
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
