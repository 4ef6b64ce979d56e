using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings.Messages;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>
/// Records a courteous reminder to the unit: at most one a day, not at night, and only while the unit's response is awaited.
/// </summary>
public sealed class RemindUnit(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }
        public long ExpectedVersion { get; init; }
        public string? Note { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Note).MaximumLength(1000);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        await db.ExpectAsync(resolution, form.ExpectedVersion, ct);
        await Reminder.CheckHourAsync(db, ct);
        db.ResolutionSteps.Add(resolution.Remind(ResolutionAction.Reminded, ResolutionStepDetails.Host(db, form.Note.OrNull())));
        await db.CommitAsync(ct);
    }
}
