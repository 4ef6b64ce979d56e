using System.Diagnostics;
using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Lists;

namespace CoBuilding.Benchmarks;

/// <summary>
/// A roster's workbook read as the portal has it read, by a process of its own that stands ready, against the same code within this one.
/// </summary>
internal static class RosterReading
{
    /// <summary>Enough that both children and this process have compiled what they run, and few enough that no child is replaced.</summary>
    private const int WarmRounds = 16;

    /// <returns>The median of the rounds' ratios, and whether both read the same.</returns>
    public static async Task<(double Ratio, bool RowsOk)> MeasureAsync(
        BenchmarkDistrict stage,
        Scope scope,
        string roster,
        bool smoke,
        Action<string> say
    )
    {
        var file = Workbook([.. roster.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))]).Bytes;
        var reader = stage.Use<ReaderPool>();
        await reader.WarmAsync(default);
        List<(double Apart, double Within)> rounds = [];
        var rowsOk = true;
        for (var round = 0; round < WarmRounds + (smoke ? 1 : 31); round++)
        {
            var begun = Stopwatch.GetTimestamp();
            var apart = await SheetFile.ReadAsync(reader, scope, file, null, default);
            var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            begun = Stopwatch.GetTimestamp();
            var within = Read(file);
            if (round >= WarmRounds)
                rounds.Add((took, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
            rowsOk &=
                apart.Select(r => r.Number).SequenceEqual(within.Select(r => r.Number))
                && apart.SelectMany(r => r.Cells).SequenceEqual(within.SelectMany(r => r.Cells));
        }
        var ratio = Result.Median(rounds.Select(r => r.Apart / r.Within));
        var (apartMedian, withinMedian) = (Result.Median(rounds.Select(r => r.Apart)), Result.Median(rounds.Select(r => r.Within)));
        say($"a workbook of {file.Length / 1024} KB: {apartMedian:0.0} ms apart, {withinMedian:0.0} ms within; {ratio:0.00} times as long");
        return (Math.Round(ratio, 3), rowsOk);
    }

    /// <summary>With what the portal does to each cell, since that is part of both ways.</summary>
    private static List<SheetRow> Read(byte[] file) =>
        [.. ListReader.Read(file).First().Select(r => new SheetRow(r.Number, [.. r.Cells.Select(SheetFile.Fold)], r.HasError))];

    /// <summary>As a spreadsheet saves it: each text once, the cells refer to them.</summary>
    private static HandmadeFile Workbook(string[][] lines)
    {
        Dictionary<string, int> texts = [];
        foreach (var text in lines.SelectMany(l => l))
            texts.TryAdd(text, texts.Count);
        var rows = lines.Select(l => l.Index().Where(c => c.Item.Length > 0).Select(c => (c.Index, texts[c.Item])));
        return HandmadeFile.Xlsx("roster.xlsx", texts.Keys, rows);
    }
}
