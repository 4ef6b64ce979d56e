using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>
/// The level above takes on a submitted resolution or answers it: the answer is returned to the origin, which takes the next step.
/// </summary>
public sealed class AnswerFromAbove(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Takes it on first and answers later.</summary>
        public bool TakesOn { get; set; }
        public string Note { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Note).NotEmpty().MaximumLength(1000);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        if (resolution.AbovePlaceId is { } above && !LevelAbove.Answers(db, above))
            throw ResolutionsRules.NotLevelAbove();
        db.ResolutionSteps.Add(resolution.AnswerFromAbove(form.TakesOn, ResolutionStepDetails.Host(db, form.Note.Trim())));
        await db.CommitAsync(ct);
    }
}
