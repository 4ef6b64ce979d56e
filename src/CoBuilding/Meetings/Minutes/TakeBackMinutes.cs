using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Minutes;

/// <summary>Takes the minutes back to drafting, because of what a unit said. They are sent to all units again afterwards.</summary>
public sealed class TakeBackMinutes(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(500);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        await db.ExpectAsync(minutes, form.ExpectedVersion, ct);
        // A unit that answers at this very moment and the clerk who takes back do not miss each other.
        foreach (var countersign in await Countersigns.OfRoundAsync(db, minutes, ct)) db.Touch(countersign);
        db.MinutesSteps.Add(minutes.TakeBack(form.Reason.Trim(), db.Now));
        await MinutesProgress.StampAsync(db, minutes, MeetingState.MinutesDrafted, ct);
        await db.CommitAsync(ct);
    }
}
