using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Series;

/// <summary>Records why a period has or will have no meeting. It is shown with the period and has no other effect.</summary>
public sealed class ExplainPeriod(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SeriesId { get; init; }

        /// <summary>Of the period.</summary>
        public DateOnly FirstDay { get; init; }

        /// <summary>The reason's version that was seen; 0 for a new one.</summary>
        public long ExpectedVersion { get; init; }
        public string Reason { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Reason).NotEmpty().MaximumLength(200);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var row = await ListSeries.OneAsync(db, form.SeriesId, ct);
        var period = row.Periods.SingleOrDefault(p => p.Period.FirstDay == form.FirstDay) ?? throw new NotFound();
        if (period.State == PeriodState.Held)
            throw SeriesRules.WasHeld();
        var reason = await db.PeriodReasons.SingleOrDefaultAsync(r => r.SeriesId == form.SeriesId && r.FirstDay == form.FirstDay, ct);
        if (reason is null)
            db.PeriodReasons.Add(
                new PeriodReason
                {
                    SeriesId = row.Id,
                    PlaceId = row.PlaceId,
                    FirstDay = form.FirstDay,
                    Reason = form.Reason.Trim(),
                }
            );
        else
        {
            await db.ExpectAsync(reason, form.ExpectedVersion, ct);
            reason.Reason = form.Reason.Trim();
        }
        await db.CommitAsync(ct);
    }
}
