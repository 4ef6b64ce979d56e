using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>
/// A unit reports on a resolution: noted, in progress, done, another date proposed, or cannot be done. By link or signed
/// in; one tap is enough if no explanation is needed.
/// </summary>
public sealed class ReportProgress(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Null for a link, which is for one.</summary>
        public Guid? ResolutionId { get; init; }
        public ResolutionAction? Action { get; set; }

        /// <summary>Another date; in the first report, the date set by the unit if none is set.</summary>
        public DateOnly? Day { get; set; }
        public string? Note { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Action).NotNull().Must(d => Resolution.Reports.Contains(d!.Value));
                RuleFor(f => f.Day).NotNull().When(f => f.Action == ResolutionAction.ProposedDay);
                RuleFor(f => f.Note).NotEmpty().When(f => f.Action == ResolutionAction.CannotBeDone).MaximumLength(1000);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReportProgress, form, ct);
        var (resolution, unit, isLead, acting) = await ReportableResolution.OfResponderAsync(db, form.ResolutionId, ct);
        db.ResolutionSteps.Add(
            resolution.Report(
                form.Action!.Value,
                form.Day,
                isLead,
                new ResolutionStepDetails(db.Today, db.Now, form.Note.OrNull(), acting, unit)
            )
        );
        await db.CommitAsync(ct);
    }
}
