using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>
/// Records whom a unit names as the standing alternate of its seat. The previous alternate serves until that day; if named from the
/// same day or a later one, the previous record is corrected.
/// </summary>
public sealed class NameAlternate(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid AlternateId { get; init; } = Guid.CreateVersion7();
        public Guid EarlierRowId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }
        public Guid? PersonId { get; set; }
        public DateOnly? From { get; set; }

        /// <summary>The person at the unit who reported it.</summary>
        public string? ToldBy { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PersonId).NotNull();
                RuleFor(f => f.From).NotNull();
                RuleFor(f => f.ToldBy).MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        var (person, from) = (form.PersonId!.Value, form.From!.Value);
        var alternate = seat.NameAlternate(form.AlternateId, person, from, form.ToldBy.OrNull(), db.Now);
        await CheckAsync(db, seat, person, from, ct);
        await AlternateEnding.EndAsync(db, db.Alternates.Where(a => a.SeatId == seat.Id), from, ct);
        db.Alternates.Add(alternate);
        db.Touch(seat);
        await db.CommitAsync(ct);
    }

    /// <exception cref="RuleBroken">The person is not of the unit on that day, or holds the seat.</exception>
    private static async Task CheckAsync(PortalDb db, Seat seat, Guid personId, DateOnly from, CancellationToken ct)
    {
        var person = await PortalDb.FindAsync(db.People, personId, ct);
        if (!await db.Posts.On(from).AnyAsync(o => o.UnitId == seat.UnitId && o.PersonId == personId, ct))
            throw AlternatesRules.NotOfUnit(person.Name);
        if (await db.Appointments.Known().NotEndedBy(from).AnyAsync(a => a.SeatId == seat.Id && a.PersonId == personId, ct))
            throw AlternatesRules.HoldsTheSeat(person.Name);
    }
}
