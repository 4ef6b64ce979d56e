using System.Text.Json.Serialization;

namespace CoBuilding.Dashboards;

/// <summary>A quarter of the calendar, by days in China; <see cref="Until"/> is its last day.</summary>
public sealed record Quarter(int Year, int Number)
{
    public DateOnly From => new(Year, (Number - 1) * 3 + 1, 1);
    public DateOnly Until => From.AddMonths(3).AddDays(-1);

    // Not serialized: each quarter refers to the previous one without end.
    [JsonIgnore]
    public Quarter Before => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month - 1) / 3 + 1);
}
