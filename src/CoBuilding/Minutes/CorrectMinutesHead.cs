using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>
/// Corrects the head of minutes that were issued: who took the chair, who wrote, who sat in and, where attendance was marked differently
/// since, who was there. A
/// new version with its reason.
/// </summary>
public sealed class CorrectMinutesHead(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }
        public long ExpectedVersion { get; init; }
        public string? Chair { get; set; }
        public string? Recorder { get; set; }
        public string? Observers { get; set; }

        /// <summary>Replaces the lists of present and on leave by the current marks.</summary>
        public bool AsMarked { get; set; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Chair).MaximumLength(60);
                RuleFor(f => f.Recorder).MaximumLength(60);
                RuleFor(f => f.Observers).MaximumLength(1000);
                RuleFor(f => f.Reason).NotEmpty().MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        await db.ExpectAsync(minutes, form.ExpectedVersion, ct);
        minutes.ExpectIssued();
        (minutes.Chair, minutes.Recorder, minutes.Observers) = (form.Chair.OrNull(), form.Recorder.OrNull(), form.Observers.OrNull());
        var text = await SeeMinutes.ContentAsync(db, minutes.Id, null, ct) with
        {
            Chair = minutes.Chair,
            Recorder = minutes.Recorder,
            Observers = minutes.Observers,
        };
        if (form.AsMarked)
        {
            var now = await MinutesText.ReadAsync(db, minutes, ct);
            text = text with { Present = now.Present, OnLeave = now.OnLeave, Guests = now.Guests };
        }
        db.MinutesSteps.Add(minutes.Correct(form.Reason.Trim(), text, db.Now));
        await db.CommitAsync(ct);
    }
}
