using CoBuilding.Access;
using CoBuilding.Committees.Alternates;
using CoBuilding.Committees.DoublePosts;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees;

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
        await AppointmentGuards.CheckFreeAsync(db, seat.CommitteeId, form.PersonId!.Value, form.From!.Value, ct);
        var committee = await PortalDb.FindAsync(db.Committees, seat.CommitteeId, ct);
        var appointmentReasons = new AppointmentReasons(form.QuotaReason.OrNull(), form.DoublePostReason.OrNull());
        await AppointmentGuards.GuardQuotaAsync(db, committee, seat, form.From.Value, form.ExpectedMembers, appointmentReasons.Quota, ct);
        await HeldPosts.GuardAsync(db, committee, seat.Kind, form.PersonId.Value, form.From.Value, appointmentReasons.DoublePost, ct);
        await AppointmentGuards.FollowPostAsync(db, seat, form.PersonId.Value, form.From.Value, ct);
        db.Appointments.Add(
            seat.Appoint(form.AppointmentId, form.PersonId.Value, form.From.Value, form.LetterNumber.OrNull(), appointmentReasons, db.Now)
        );
        // The holder cannot be the alternate of the same seat.
        await AlternateEnding.EndAsync(
            db,
            db.Alternates.Where(a => a.SeatId == seat.Id && a.PersonId == form.PersonId),
            form.From.Value,
            ct
        );
        db.Touch(seat);
        await db.CommitAsync(ct);
    }
}
