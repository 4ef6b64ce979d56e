using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>Corrects what was recorded of a cross-appointment's last step; what was recorded before can still be looked up.</summary>
public sealed class CorrectCrossAppointmentStep(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NewRowId { get; init; } = Guid.CreateVersion7();

        /// <summary>The row that the page showed as the present one.</summary>
        public Guid CrossAppointmentId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Title { get; set; } = "";
        public DateOnly? On { get; set; }
        public string? DocumentNumber { get; set; }
        public DateOnly? PlannedUntil { get; set; }

        /// <summary>What was wrong.</summary>
        public string Remark { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Title).NotEmpty().MaximumLength(60);
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.DocumentNumber).MaximumLength(60);
                RuleFor(f => f.Remark).NotEmpty().MaximumLength(200);
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
        db.CrossAppointments.Add(
            row.Correct(
                form.NewRowId,
                form.Title.Trim(),
                form.On!.Value,
                form.DocumentNumber.OrNull(),
                form.PlannedUntil,
                form.Remark.Trim(),
                db.Now
            )
        );
        await db.CommitAsync(ct);
    }
}
