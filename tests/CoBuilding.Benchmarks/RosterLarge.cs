using System.Diagnostics;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Demo;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Units;

namespace CoBuilding.Benchmarks;

/// <summary>
/// The roster and the list of units in a district of 5,000 units with ten years of history, against the demo's, as questions and as pages.
/// </summary>
internal sealed class RosterLarge : IBenchmark
{
    private const int PageSize = 20;

    public string Name => "roster-large";
    public string Compares =>
        "milliseconds of the slowest of roster and list of units (first, last, found by pinyin; question "
        + "and page): the large district against the demo, in one database";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say);
        var (large, demo) = (
            smoke
                ? new LargeScale
                {
                    Streets = 2,
                    Communities = 4,
                    Units = 40,
                    Years = 2,
                }
                : new LargeScale(),
            smoke ? Scale.Rich with { Streets = 2 } : Scale.Rich
        );
        say($"creating the demo's district and one of {large.Units} units");
        await CreateDemo.RunAsync(
            stage.PortalConnection,
            stage.OwnerConnection,
            TimeProvider.System,
            say,
            [CreateDemo.RichDistrict],
            demo,
            default
        );
        await CreateLargeDistrict.RunAsync(
            stage.PortalConnection,
            stage.OwnerConnection,
            "large",
            large,
            TimeProvider.System,
            say,
            default
        );
        await stage.AnalyzeAsync();
        await using var portal = await Server.PortalAsync(stage, say);
        var control = await AskedDistrict.OpenAsync(stage, portal, CreateDemo.RichDistrict, null);
        var subject = await AskedDistrict.OpenAsync(stage, portal, "large", control.Seats);
        if (subject.Seats != control.Seats)
            say($"the rosters have {subject.Seats} and {control.Seats} seats");

        var (right, rounds, repeats) = (subject.Units == large.Units, smoke ? 1 : 15, smoke ? 2 : 12);
        List<Result> results = [];
        foreach (var (question, ofSubject, ofControl) in subject.Questions.Zip(control.Questions, (s, c) => (s.Key, s.Value, c.Value)))
        {
            var (rows, statements) = await CountAsync(ofSubject);
            var (rowsOfControl, statementsOfControl) = await CountAsync(ofControl);
            // A page's statements are sent by another process: its rows alone are counted.
            right &= rows > 0 && rowsOfControl > 0 && statements == statementsOfControl;
            List<(double, double)> measured = [];
            for (var n = 0; n < rounds + 1; n++)
            {
                var round = (await TimeAsync(ofSubject, repeats), await TimeAsync(ofControl, repeats));
                if (n > 0)
                    measured.Add(round); // the first one warms up
            }
            var result = Result.Of(Name, measured, right);
            results.Add(result);
            say(
                $"{question}: {result.Subject:0.0} ms against {result.Control:0.0} ms, ratio {result.Ratio:0.00}; "
                    + $"{rows} and {rowsOfControl} rows, {statements} and {statementsOfControl} statements"
            );
        }
        return results.MaxBy(r => r.Ratio)! with { RowsOk = right };
    }

    private static async Task<(int Rows, int Statements)> CountAsync(Func<Task<int>> question)
    {
        await question();
        using var counting = new StatementCounter();
        var rows = await question();
        return (rows, counting.Sent);
    }

    private static async Task<double> TimeAsync(Func<Task<int>> question, int repeats)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var n = 0; n < repeats; n++)
            await question();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds / repeats;
    }

    /// <summary>A district as its administrator asks it, by the use cases and by the portal's pages.</summary>
    private sealed record AskedDistrict(int Units, int Seats, IReadOnlyDictionary<string, Func<Task<int>>> Questions)
    {
        /// <param name="seats">Takes a big working committee with so many seats, or as near as there is; null: the one of the account
        /// <c>street </c>. </param>
        public static async Task<AskedDistrict> OpenAsync(BenchmarkDistrict stage, Server portal, string slug, int? seats)
        {
            var district =
                await stage.Use<DistrictList>().FindAsync(slug, default) ?? throw new InvalidOperationException($"{slug} was not created.");
            var admin = await stage.SignInAsync(district.Id, "admin", CreateDemo.Password);
            var asker = seats is null ? await stage.SignInAsync(district.Id, "street", CreateDemo.Password) : admin;
            var bodies = await stage.Use<ListCommittees>().AskAsync(asker, new() { Kind = CommitteeKind.BigWorking, Size = 100 }, default);
            var body = bodies.Rows.MinBy(b => Math.Abs(b.Seats - (seats ?? b.Seats)))!;
            var units = (await stage.Use<ListUnits>().AskAsync(admin, new() { Size = PageSize }, default)).Total;
            var last = (units + PageSize - 1) / PageSize;
            var browser = await Browser.SignInAsync(portal, slug, "admin", CreateDemo.Password);
            return new(
                units,
                body.Seats,
                new SortedDictionary<string, Func<Task<int>>>(StringComparer.Ordinal)
                {
                    ["roster"] = async () => (await stage.Use<SeeRoster>().AskAsync(admin, body.Id, null, null, default)).Rows.Count,
                    ["roster, half a year ago, as known then"] = async () =>
                        (await stage.Use<SeeRoster>().AskAsync(admin, body.Id, HalfAYearAgo, HalfAYearAgo, default)).Rows.Count,
                    ["units, first"] = () => UnitsAsync(new()),
                    ["units, last"] = () => UnitsAsync(new() { Number = last }),
                    ["units, by pinyin"] = () => UnitsAsync(new() { Search = "dalian" }),
                    ["page: roster"] = () => PageAsync($"committees/{body.Id}"),
                    ["page: units, first"] = () => PageAsync("units"),
                    ["page: units, last"] = () => PageAsync($"units?page={last}"),
                    ["page: units, by pinyin"] = () => PageAsync("units?q=dalian"),
                }
            );

            async Task<int> UnitsAsync(ListUnits.Question question) =>
                (await stage.Use<ListUnits>().AskAsync(admin, question with { Size = PageSize }, default)).Rows.Count;

            async Task<int> PageAsync(string path) => (await browser.GetStringAsync($"{slug}/{path}")).Split("<tr").Length - 2;
        }

        private static DateOnly HalfAYearAgo => Texts.ChinaTime.ChinaDate(TimeProvider.System.GetUtcNow()).AddMonths(-6);
    }
}
