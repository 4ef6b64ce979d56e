using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>Records the next step of a cross-appointment, as reported by the unit or decided by the host.</summary>
public sealed class RecordCrossAppointmentStep(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();

        /// <summary>The row that the page showed as the present one.</summary>
        public Guid CrossAppointmentId { get; init; }
        public long ExpectedVersion { get; init; }
        public CrossState? Step { get; init; }
        public DateOnly? On { get; set; }

        /// <summary>Of an approval or election.</summary>
        public Confirmation? Confirmation { get; set; }
        public string? DocumentNumber { get; set; }

        /// <summary>Of an office that was taken.</summary>
        public DateOnly? PlannedUntil { get; set; }

        /// <summary>Of an end.</summary>
        public EndReason? Reason { get; set; }
        public string? Remark { get; set; }

        /// <summary>The person at the unit who reported it.</summary>
        public string? ToldBy { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Step).NotNull().NotEqual(CrossState.Proposed);
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Confirmation).NotNull().When(f => f.Step == CrossState.Approved);
                RuleFor(f => f.DocumentNumber).MaximumLength(60);
                RuleFor(f => f.PlannedUntil)
                    .GreaterThan(f => f.On)
                    .When(f => f.Step == CrossState.InOffice)
                    .WithMessage(_ => Texts.Wording.T("CrossAppointments.PlannedAfterBegin"));
                RuleFor(f => f.Reason).NotNull().When(f => f.Step == CrossState.Ended);
                RuleFor(f => f.Remark).NotEmpty().When(f => f.Step is CrossState.Declined or CrossState.Withdrawn).MaximumLength(200);
                RuleFor(f => f.ToldBy).MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var row = await PortalDb.FindAsync(db.CrossAppointments, form.CrossAppointmentId, ct);
        await db.ExpectAsync(row, form.ExpectedVersion, ct);
        if (row.SupersededAt is not null)
            throw new NotFound(); // superseded by a later row
        var (id, on, remark, toldBy) = (form.NewRowId, form.On!.Value, form.Remark.OrNull(), form.ToldBy.OrNull());
        db.CrossAppointments.Add(
            form.Step switch
            {
                CrossState.Studied => row.Study(id, on, remark, toldBy, db.Now),
                CrossState.Approved => row.Approve(id, on, form.Confirmation!.Value, form.DocumentNumber.OrNull(), remark, toldBy, db.Now),
                CrossState.InOffice => row.TakeOffice(id, on, form.PlannedUntil, remark, toldBy, db.Now),
                CrossState.Ended => row.End(id, on, form.Reason!.Value, remark, toldBy, db.Now),
                CrossState.Declined => row.Decline(id, on, remark, toldBy, db.Now),
                _ => row.Withdraw(id, on, remark, db.Now),
            }
        );
        await db.CommitAsync(ct);
    }
}
