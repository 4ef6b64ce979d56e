using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>Recalls the minutes for revision. They are sent to all units again afterwards.</summary>
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
        // Serializes a unit's answer with recalling.
        foreach (var countersign in await Countersigns.OfRoundAsync(db, minutes, ct))
            db.Touch(countersign);
        db.MinutesSteps.Add(minutes.TakeBack(form.Reason.Trim(), db.Now));
        await MinutesProgress.StampAsync(db, minutes, MeetingState.MinutesDrafted, ct);
        await db.CommitAsync(ct);
    }
}
