using CoBuilding.Access;
using CoBuilding.Committees.Groups;
using CoBuilding.Contracts;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Lifecycle;

/// <summary>
/// Dissolves a committee from a day on: its appointments end and its seats close with it, and its history stays. What hangs on it in
/// other rooms ends by <see cref="IEndsWithCommittee"/>.
/// </summary>
public sealed class DissolveCommittee(Door door, IEnumerable<IEndsWithCommittee> hanging)
{
    public sealed record Form : WritingForm
    {
        public Guid CommitteeId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day without the committee.</summary>
        public DateOnly? On { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees.Locked(), form.CommitteeId, ct);
        await db.ExpectAsync(committee, form.ExpectedVersion, ct);
        var (on, reason) = (form.On!.Value, form.Reason.Trim());
        committee.Dissolve(on, reason);
        var appointments = await db.Appointments.Known().NotEndedBy(on).Where(a => a.CommitteeId == committee.Id).ToListAsync(ct);
        foreach (var held in appointments)
        {
            if (held.From >= on)
                held.Withdraw(reason, db.Now); // appointed for a future day; will not begin
            else
                db.Appointments.Add(held.EndOn(Guid.CreateVersion7(), on, EndReason.TermOver, reason, db.Now));
        }
        var seats = await db.Seats.Where(s => s.CommitteeId == committee.Id && s.Until == null).ToListAsync(ct);
        foreach (var seat in seats)
            seat.Close(on, db.Now);
        await AlternateEnding.EndAsync(db, db.Alternates.Where(a => a.CommitteeId == committee.Id), on, ct);
        await GroupSeats.EndAllAsync(db, committee.Id, on, ct);
        foreach (var room in hanging)
            await room.EndAsync(db, committee.Id, reason, ct);
        await db.CommitAsync(ct);
    }
}
