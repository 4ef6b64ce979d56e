using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>
/// Submits a resolution to the level above: from a community to the street, from a street to the district, which may submit it further. The
/// answer returns to its origin.
/// </summary>
public sealed class SubmitUpward(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        var here = await PortalDb.FindAsync(db.Places, resolution.AbovePlaceId ?? resolution.PlaceId, ct);
        if (!LevelAbove.Answers(db, here.Id))
            throw ResolutionsRules.NotLevelAbove();
        db.ResolutionSteps.Add(
            resolution.SubmitUpward(
                here.ParentId ?? throw ResolutionsRules.NobodyAbove(),
                ResolutionStepDetails.Host(db, form.Reason.Trim())
            )
        );
        await db.CommitAsync(ct);
    }
}
