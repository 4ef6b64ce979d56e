using System.Text.Json.Serialization;
using CoBuilding.Texts;

namespace CoBuilding.Meetings.Series;

/// <summary>A month, quarter, half-year or year of the calendar, by days in China.</summary>
public sealed record Period(Cadence Cadence, DateOnly FirstDay)
{
    public DateOnly LastDay => FirstDay.AddMonths(Cadence.Months()).AddDays(-1);

    /// <summary>Which one of its year, from 1.</summary>
    public int Number => ((FirstDay.Month - 1) / Cadence.Months()) + 1;

    // Not serialized: each period refers to the previous one without end.
    [JsonIgnore]
    public Period Next => this with { FirstDay = FirstDay.AddMonths(Cadence.Months()) };

    public static Period Of(Cadence cadence, DateOnly day) =>
        new(cadence, new(day.Year, ((day.Month - 1) / cadence.Months() * cadence.Months()) + 1, 1));

    public bool Has(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>With its year, in the current language.</summary>
    public string Said => Wording.T("Series.OfYear", FirstDay.Year, Brief).Trim();

    /// <summary>Within its year, in the current language; of a whole year, nothing.</summary>
    public string Brief => Cadence == Cadence.Yearly ? "" : Wording.T($"Series.{Cadence}_{Number}");
}
