using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Seats;

/// <summary>Replaces a holder: the appointment ends and the next one begins on the same day, without gap or overlap.</summary>
public sealed class ReplaceMember(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid AppointmentId { get; init; } = Guid.CreateVersion7();
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }
        public long ExpectedVersion { get; init; }
        public Guid? PersonId { get; set; }

        /// <summary>The successor's first day.</summary>
        public DateOnly? From { get; set; }
        public EndReason? Reason { get; set; }
        public string? LetterNumber { get; set; }

        /// <summary>The reason for a person with a post on the other level; optional unless the district requires it.</summary>
        public string? DoublePostReason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PersonId).NotNull();
                RuleFor(f => f.From).NotNull();
                RuleFor(f => f.Reason).NotNull();
                RuleFor(f => f.LetterNumber).MaximumLength(40);
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        var (from, person) = (form.From!.Value, form.PersonId!.Value);
        var appointing = await Appointing.LockAsync(db, [seat.CommitteeId], [person], ct);
        _ = appointing.Committee(seat.CommitteeId);
        var held = await Appointing.HolderAsync(db, seat.Id, from.AddDays(-1), ct);
        appointing.End(held, form.NewRowId, from, form.Reason!.Value);
        appointing.Appoint(
            seat,
            form.AppointmentId,
            await Appointing.PersonAsync(db, person, ct),
            from,
            form.LetterNumber.OrNull(),
            new AppointmentReasons(null, form.DoublePostReason.OrNull()),
            isSuccessor: true
        );
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
