using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Minutes;

/// <summary>Sets chair, recorder and observers. The rest of the head of the minutes is read from the meeting.</summary>
public sealed class EditMinutesHead(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }
        public long ExpectedVersion { get; init; }
        public string? Chair { get; set; }
        public string? Recorder { get; set; }
        public string? Observers { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Chair).MaximumLength(60);
                RuleFor(f => f.Recorder).MaximumLength(60);
                RuleFor(f => f.Observers).MaximumLength(1000);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        await db.ExpectAsync(minutes, form.ExpectedVersion, ct);
        minutes.ExpectDrafting();
        (minutes.Chair, minutes.Recorder, minutes.Observers) = (form.Chair.OrNull(), form.Recorder.OrNull(), form.Observers.OrNull());
        await db.CommitAsync(ct);
    }
}
