using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Seats;

/// <summary>Adds a seat to a roster and, if a person is given, appoints that person in the same step.</summary>
public sealed class AddSeat(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SeatId { get; init; } = Guid.CreateVersion7();
        public Guid AppointmentId { get; init; } = Guid.CreateVersion7();
        public Guid CommitteeId { get; init; }
        public SeatKind Kind { get; set; } = SeatKind.PartTime;
        public SeatRole Role { get; set; } = SeatRole.Member;
        public string Title { get; set; } = "";

        /// <summary>For a part-time seat.</summary>
        public Guid? UnitId { get; set; }

        /// <summary>The person appointed; for an individual's seat the individual.</summary>
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
                RuleFor(f => f.Title).NotEmpty().MaximumLength(40);
                RuleFor(f => f.From).NotNull();
                RuleFor(f => f.UnitId).NotNull().When(f => f.Kind == SeatKind.PartTime);
                RuleFor(f => f.PersonId).NotNull().When(f => f.Kind == SeatKind.Individual);
                RuleFor(f => f.LetterNumber).MaximumLength(40);
                RuleFor(f => f.QuotaReason).MaximumLength(200);
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var appointing = await Appointing.LockAsync(db, [form.CommitteeId], form.PersonId is { } known ? [known] : [], ct);
        var committee = appointing.Committee(form.CommitteeId);
        var seat = await SeatAsync(db, committee, form, ct);
        db.Seats.Add(seat);
        if (form.PersonId is { } person)
            appointing.Appoint(
                seat,
                form.AppointmentId,
                await Appointing.PersonAsync(db, person, ct),
                form.From!.Value,
                form.LetterNumber.OrNull(),
                new AppointmentReasons(form.QuotaReason.OrNull(), form.DoublePostReason.OrNull()),
                seen: form.ExpectedMembers
            );
        await db.CommitAsync(ct);
    }

    private static async Task<Seat> SeatAsync(PortalDb db, Committee committee, Form form, CancellationToken ct)
    {
        var (title, from) = (form.Title.Trim(), form.From!.Value);
        switch (form.Kind)
        {
            case SeatKind.FullTime:
                return committee.SeatForHost(form.SeatId, form.Role, title, from, db.Now);
            case SeatKind.Individual:
                return committee.SeatForIndividual(form.SeatId, form.PersonId!.Value, form.Role, title, from, db.Now);
            default:
                return await UnitsForSeats.SeatForUnitAsync(db, committee, form.SeatId, form.UnitId!.Value, form.Role, title, from, ct);
        }
    }
}
