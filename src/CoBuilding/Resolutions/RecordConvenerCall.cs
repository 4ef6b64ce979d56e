using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>The convener called the unit: on which day, and what was said.</summary>
public sealed class RecordConvenerCall(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }
        public DateOnly? On { get; set; }
        public string Note { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Note).NotEmpty().MaximumLength(1000);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        if (form.On > db.Today)
            throw ResolutionsRules.NotYet();
        db.ResolutionSteps.Add(
            resolution.Remind(ResolutionAction.Called, new ResolutionStepDetails(form.On!.Value, db.Now, form.Note.Trim()))
        );
        await db.CommitAsync(ct);
    }
}
