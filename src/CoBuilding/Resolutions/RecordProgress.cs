using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Resolutions;

/// <summary>Records progress reported by phone by the lead or an assisting unit, or the progress of the host's own office.</summary>
public sealed class RecordProgress(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>A unit that assists; null: the lead.</summary>
        public Guid? UnitId { get; set; }
        public ResolutionAction? Action { get; set; }
        public DateOnly? Day { get; set; }
        public string? Note { get; set; }

        /// <summary>The person who reported it.</summary>
        public string ToldBy { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Action).NotNull().Must(d => Resolution.Reports.Contains(d!.Value));
                RuleFor(f => f.Day).NotNull().When(f => f.Action == ResolutionAction.ProposedDay);
                RuleFor(f => f.Note).NotEmpty().When(f => f.Action == ResolutionAction.CannotBeDone).MaximumLength(1000);
                RuleFor(f => f.ToldBy).NotEmpty().MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        if (form.UnitId is { } unit && !await db.AssistingUnits.AnyAsync(a => a.ResolutionId == resolution.Id && a.UnitId == unit, ct))
            throw new NotFound();
        db.ResolutionSteps.Add(
            resolution.Report(
                form.Action!.Value,
                form.Day,
                form.UnitId is null,
                new ResolutionStepDetails(
                    db.Today,
                    db.Now,
                    form.Note.OrNull(),
                    new Acting(ReplySource.Clerk, null, null),
                    form.UnitId ?? resolution.LeadUnitId,
                    form.ToldBy.Trim()
                )
            )
        );
        await db.CommitAsync(ct);
    }
}
