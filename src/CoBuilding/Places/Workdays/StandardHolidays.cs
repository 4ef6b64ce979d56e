using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Places.Districts;

namespace CoBuilding.Places.Workdays;

/// <summary>The public holidays with which a district begins: <c>standard-holidays.tsv</c>.</summary>
public sealed class StandardHolidays : INewDistrictRows
{
    private sealed record Known(string Name, SpanKind Kind, DateOnly First, DateOnly Last, string Source);

    private static readonly Known[] All = Read();

    /// <summary>The years known here, for simulations without a district.</summary>
    internal static WorkdayCalendar Calendar { get; } = new(Rows());

    IEnumerable<Tenanted> INewDistrictRows.Make() => Rows();

    public static IEnumerable<CalendarSpan> Rows() =>
        All.Select(k => new CalendarSpan
        {
            Name = k.Name,
            Kind = k.Kind,
            FirstDay = k.First,
            LastDay = k.Last,
            Source = k.Source,
        });

    private static Known[] Read()
    {
        using var stream = typeof(StandardHolidays).Assembly.GetManifestResourceStream("CoBuilding.Places.Workdays.standard-holidays.tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(l => l[0] != '#')
                .Select(l => l.TrimEnd('\r').Split('\t'))
                .Select(c => new Known(
                    c[0],
                    Enum.Parse<SpanKind>(c[1]),
                    DateOnly.Parse(c[2], CultureInfo.InvariantCulture),
                    DateOnly.Parse(c[3], CultureInfo.InvariantCulture),
                    c[4]
                )),
        ];
    }
}
