using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Series;

/// <summary>Stops a series: nothing is due any more. Past periods stay.</summary>
public sealed class StopSeries(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SeriesId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>Periods that last beyond this day are left out.</summary>
        public DateOnly? On { get; set; }
        public string? Reason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Reason).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var series = await PortalDb.FindAsync(db.MeetingSeries, form.SeriesId, ct);
        await db.ExpectAsync(series, form.ExpectedVersion, ct);
        series.Stop(form.On!.Value, form.Reason.OrNull());
        await db.CommitAsync(ct);
    }
}
