using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Resolutions;

/// <summary>The clerk writes down what the lead said by phone, or how far an office of the host's own is.</summary>
public sealed class RecordProgress(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long Seen { get; init; }
        public ResolutionDeed? Deed { get; set; }
        public DateOnly? Day { get; set; }
        public string? Note { get; set; }

        /// <summary>Who told it.</summary>
        public string ToldBy { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Deed).NotNull().Must(d => Reporting.Deeds.Contains(d!.Value));
                RuleFor(f => f.Day).NotNull().When(f => f.Deed == ResolutionDeed.ProposedDay);
                RuleFor(f => f.Note).NotEmpty().When(f => f.Deed == ResolutionDeed.CannotBeDone).MaximumLength(1000);
                RuleFor(f => f.ToldBy).NotEmpty().MaximumLength(40);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.FollowUp, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.Seen, ct);
        db.ResolutionSteps.Add(resolution.Report(form.Deed!.Value, form.Day, isLead: true,
            new StepOf(db.Today, db.Now, form.Note.OrNull(), new Acting(ReplySource.Clerk, null, null), resolution.LeadUnitId, form.ToldBy.Trim())));
        await db.CommitAsync(ct);
    }
}
