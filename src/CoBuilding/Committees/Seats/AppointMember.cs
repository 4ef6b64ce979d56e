using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Seats;

/// <summary>Appoints a person to a vacant seat.</summary>
public sealed class AppointMember(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid AppointmentId { get; init; } = Guid.CreateVersion7();
        public Guid SeatId { get; init; }

        /// <summary>The seat's version as the roster showed it.</summary>
        public long ExpectedVersion { get; init; }
        public Guid? PersonId { get; set; }
        public DateOnly? From { get; set; }
        public string? LetterNumber { get; set; }

        /// <summary>The reason for exceeding the usual number; optional unless the district requires it.</summary>
        public string? QuotaReason { get; set; }

        /// <summary>The reason for a person with a post on the other level; optional unless the district requires it.</summary>
        public string? DoublePostReason { get; set; }

        /// <summary>The number of members that the page showed; null if there was no page.</summary>
        public int? ExpectedMembers { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PersonId).NotNull();
                RuleFor(f => f.From).NotNull();
                RuleFor(f => f.LetterNumber).MaximumLength(40);
                RuleFor(f => f.QuotaReason).MaximumLength(200);
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var seat = await PortalDb.FindAsync(db.Seats, form.SeatId, ct);
        await db.ExpectAsync(seat, form.ExpectedVersion, ct);
        var appointing = await Appointing.LockAsync(db, [seat.CommitteeId], [form.PersonId!.Value], ct);
        _ = appointing.Committee(seat.CommitteeId);
        appointing.Appoint(
            seat,
            form.AppointmentId,
            await Appointing.PersonAsync(db, form.PersonId.Value, ct),
            form.From!.Value,
            form.LetterNumber.OrNull(),
            new AppointmentReasons(form.QuotaReason.OrNull(), form.DoublePostReason.OrNull()),
            seen: form.ExpectedMembers
        );
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
