using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>Closes a resolution as done or explained, with thanks.</summary>
public sealed class CloseResolution(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }
        public ResolutionOutcome? Outcome { get; set; }
        public string? Note { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Outcome).NotNull();
                RuleFor(f => f.Note).NotEmpty().When(f => f.Outcome == ResolutionOutcome.Explained).MaximumLength(1000);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        db.ResolutionSteps.Add(resolution.Close(form.Outcome!.Value, ResolutionStepDetails.Host(db, form.Note.OrNull())));
        await db.CommitAsync(ct);
    }
}
