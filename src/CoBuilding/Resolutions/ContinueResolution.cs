using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>The host asks to continue, with a message; a date proposed by the unit is not adopted.</summary>
public sealed class ContinueResolution(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }
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
        db.ResolutionSteps.Add(resolution.Continue(ResolutionStepDetails.Host(db, form.Note.Trim())));
        await db.CommitAsync(ct);
    }
}
