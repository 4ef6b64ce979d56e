using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>Records that a seat has no standing alternate from a day on.</summary>
public sealed class EndAlternate(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day without.</summary>
        public DateOnly? On { get; set; }

        /// <summary>The person at the unit who reported it.</summary>
        public string? ToldBy { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.ToldBy).MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        var named =
            await db.Alternates.Known().NotEndedBy(db.Today).Where(a => a.SeatId == seat.Id).OrderBy(a => a.From).FirstOrDefaultAsync(ct)
            ?? throw AlternatesRules.NobodyNamed();
        db.Alternates.Add(named.EndOn(form.NewRowId, form.On!.Value, form.ToldBy.OrNull(), db.Now));
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
