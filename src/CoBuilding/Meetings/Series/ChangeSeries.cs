using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Series;

/// <summary>
/// Changes when a series is usually held and how it is titled. Body, kind and cadence cannot change, so that past periods stay valid.
/// </summary>
public sealed class ChangeSeries(Door door)
{
    public sealed record Form : WritingForm, ISeriesSchedule
    {
        public Guid SeriesId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The unchanged cadence, which limits the usual month.</summary>
        public Cadence Cadence { get; init; }
        public string Title { get; set; } = "";
        public int UsualMonth { get; set; }
        public int UsualFrom { get; set; }
        public int UsualUntil { get; set; }
        public int AheadDays { get; set; }
        public DateOnly? BegunOn { get; set; }

        public static Form Of(ListSeries.Row series) =>
            new()
            {
                SeriesId = series.Id,
                ExpectedVersion = series.RowVersion,
                Cadence = series.Cadence,
                Title = series.Title,
                UsualMonth = series.UsualMonth,
                UsualFrom = series.UsualFrom,
                UsualUntil = series.UsualUntil,
                AheadDays = series.AheadDays,
                BegunOn = series.BegunOn,
            };

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => this.IsSeriesSchedule();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var series = await PortalDb.FindAsync(db.MeetingSeries, form.SeriesId, ct);
        await db.ExpectAsync(series, form.ExpectedVersion, ct);
        var committee = await PortalDb.FindAsync(db.Committees, series.CommitteeId, ct);
        if (committee.EstablishedOn is { } established && form.BegunOn < established)
            throw SeriesRules.BeginsBeforeTheBody(established);
        series.BeginOn(form.BegunOn!.Value);
        (series.Title, series.UsualMonth, series.UsualFrom, series.UsualUntil, series.AheadDays) = (
            form.Title.Trim(),
            Math.Min(form.UsualMonth, series.Cadence.Months()),
            form.UsualFrom,
            form.UsualUntil,
            form.AheadDays
        );
        await db.CommitAsync(ct);
    }
}
