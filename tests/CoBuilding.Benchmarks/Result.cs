using System.Text.Json.Serialization;

namespace CoBuilding.Benchmarks;

/// <param name="Ratio">The median of the rounds' ratios.</param>
/// <param name="Spread">The control's largest round divided by its smallest.</param>
/// <param name="RowsOk">The work was verified in the database afterwards.</param>
public sealed record Result(
    string Name,
    double Ratio,
    double Subject,
    double Control,
    double Spread,
    [property: JsonPropertyName("rows_ok")] bool RowsOk
)
{
    /// <summary>The most managed memory that the subject took, where that was looked at.</summary>
    [JsonPropertyName("peak_megabytes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PeakMegabytes { get; init; }

    /// <summary>Answers a second at 500 seats against 50, where that was looked at.</summary>
    [JsonPropertyName("seats_ratio"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SeatsRatio { get; init; }

    /// <summary>Answers a second with boards open against none, where that was looked at.</summary>
    [JsonPropertyName("boards_ratio"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BoardsRatio { get; init; }

    /// <summary>The most resident memory above what there was, the uploads' own bytes taken off, where that was looked at.</summary>
    [JsonPropertyName("growth_megabytes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? GrowthMegabytes { get; init; }

    /// <summary>The slowest health response, in milliseconds.</summary>
    [JsonPropertyName("slowest_health"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SlowestHealth { get; init; }

    /// <summary>The longest waiting time for the result of a file, in seconds.</summary>
    [JsonPropertyName("slowest_sentence"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SlowestSentence { get; init; }

    /// <summary>Regular files that were deferred.</summary>
    [JsonPropertyName("put_off"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PutOff { get; init; }

    /// <summary>How much longer a list is read by a process of its own than in the portal's, where that was looked at.</summary>
    [JsonPropertyName("reader_ratio"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ReaderRatio { get; init; }

    public static Result Of(string name, IReadOnlyList<(double Subject, double Control)> rounds, bool rowsOk) =>
        new(
            name,
            Math.Round(Median(rounds.Select(r => r.Subject / r.Control)), 4),
            Math.Round(Median(rounds.Select(r => r.Subject)), 1),
            Math.Round(Median(rounds.Select(r => r.Control)), 1),
            Math.Round(rounds.Max(r => r.Control) / rounds.Min(r => r.Control), 3),
            rowsOk
        );

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
