using CoBuilding.Data;
using CoBuilding.Places.Workdays;

namespace CoBuilding.Meetings.Series;

/// <summary>
/// A series of meetings of a body, once per month, quarter, half-year or year. It creates no meetings: it determines what is
/// due and shows periods without a meeting.
/// </summary>
public sealed class MeetingSeries : Tenanted
{
    public const int LongestTitle = 60;
    public const int MostAheadDays = 180;

    public required Guid CommitteeId { get; init; }
    public required Guid PlaceId { get; init; }
    public required Guid KindId { get; init; }
    public required Cadence Cadence { get; init; }

    /// <summary>The title of meetings, after the period's name.</summary>
    public required string Title { get; set; }

    /// <summary>The month of the period, from 1, and the days of that month on which the meeting is usually held.</summary>
    public required int UsualMonth { get; set; }
    public required int UsualFrom { get; set; }
    public required int UsualUntil { get; set; }

    /// <summary>The number of days before the usual days when preparation is due.</summary>
    public required int AheadDays { get; set; }

    /// <summary>The period of this day is the first.</summary>
    public required DateOnly BegunOn { get; set; }

    /// <summary>Periods that last beyond this day are none of the series.</summary>
    public DateOnly? StoppedOn { get; private set; }
    public string? StoppedBecause { get; private set; }

    /// <exception cref="RuleBroken">It began after that day.</exception>
    public void Stop(DateOnly on, string? reason)
    {
        if (on < BegunOn)
            throw SeriesRules.StopsBeforeItBegins();
        (StoppedOn, StoppedBecause) = (on, reason);
    }

    /// <exception cref="RuleBroken">It would begin after it was stopped.</exception>
    public void BeginOn(DateOnly day)
    {
        if (day > StoppedOn)
            throw SeriesRules.StopsBeforeItBegins();
        BegunOn = day;
    }

    /// <summary>Those of the series that touch the days from one to another, in order.</summary>
    /// <param name="bodyEnds">The first day without the body.</param>
    public IEnumerable<Period> Periods(DateOnly from, DateOnly until, DateOnly? bodyEnds = null)
    {
        var last = bodyEnds is { } end && !(StoppedOn < end) ? end.DayBefore() : StoppedOn;
        for (
            var period = Period.Of(Cadence, from > BegunOn ? from : BegunOn);
            period.FirstDay <= until && !(period.LastDay > last);
            period = period.Next
        )
            yield return period;
    }

    /// <summary>The days on which the period's meeting is usually held, moved to workdays.</summary>
    public (DateOnly First, DateOnly Last) UsualDays(Period period, WorkdayCalendar calendar)
    {
        var month = period.FirstDay.AddMonths(UsualMonth - 1);
        var (first, last) = (calendar.WorkdayFrom(InMonth(month, UsualFrom)), calendar.WorkdayUntil(InMonth(month, UsualUntil)));
        // None of these days is a workday: the next workday is used, or the last one before if the period ends.
        if (last < first)
            first = last = period.Has(first) ? first : last;
        return (first, last);
    }

    private static DateOnly InMonth(DateOnly month, int day) =>
        month.AddDays(Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
}
