using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>Agrees to a later day, with the reason: the unit's own proposal or another.</summary>
public sealed class ExtendResolution(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }
        public DateOnly? Deadline { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Deadline).NotNull();
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(1000);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        db.ResolutionSteps.Add(resolution.Extend(form.Deadline!.Value, ResolutionStepDetails.Host(db, form.Reason.Trim())));
        await db.CommitAsync(ct);
    }
}
