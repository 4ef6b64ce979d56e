using System.Text.Json;
using CoBuilding.Tests.Demo;
using CoBuilding.Tests.House;
using CoBuilding.Tool;

namespace CoBuilding.Tests.Tool;

public sealed class ImportCommandTests(TestCluster cluster) : IAsyncLifetime, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cobuilding-import-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private DemoDatabase database = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await DemoDatabase.MakeAsync(cluster);
        await database.CreateAsync(["changhai"]);
    }

    [Theory]
    [InlineData("units")]
    [InlineData("people")]
    [InlineData("roster")]
    public async Task What_is_exported_imports_with_nothing_new(string subject)
    {
        var file = Path.Combine(folder, "out.xlsx");
        Assert.Equal(Commands.Done, await RunAsync("export", subject, "--district", "changhai", "--as", "admin", file));
        LibreOfficeReader.AssertValid(await File.ReadAllBytesAsync(file, Ct));
        Assert.Equal(Commands.Done, await RunAsync("import", subject, "--district", "changhai", "--as", "admin", file, "--json"));
        var counts = LastLine();
        Assert.Equal((0, 0, 0), (Of(counts, "new"), Of(counts, "update"), Of(counts, "error")));
        Assert.InRange(Of(counts, "skip"), 6, 10_000);
        Assert.True(counts.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task The_Party_chain_of_all_streets_comes_in_and_goes_out()
    {
        var streets = await database.LookAsync("SELECT name FROM places WHERE level = 'Street' ORDER BY code LIMIT 2");
        var (file, exported) = (Path.Combine(folder, "chain.csv"), Path.Combine(folder, "chain.xlsx"));
        await File.WriteAllTextAsync(
            file,
            "党组织名称,类型,街道\n" + string.Concat(streets.Select(s => $"{s}党委,党委,{s}\n机关党支部,党支部,{s}\n")),
            Ct
        );
        string[] account = ["--district", "changhai", "--as", "admin"];
        Assert.Equal(Commands.Done, await RunAsync(["import", "party-chain", .. account, file, "--json"]));
        Assert.Equal((2, 4), (streets.Count, Of(LastLine(), "new")));
        Assert.Equal(Commands.Done, await RunAsync(["export", "party-chain", .. account, exported]));
        Assert.Equal(Commands.Done, await RunAsync(["import", "party-chain", .. account, exported, "--json"]));
        Assert.Equal((0, 0, 4), (Of(LastLine(), "new"), Of(LastLine(), "update"), Of(LastLine(), "skip")));
    }

    [Fact]
    public async Task A_dry_run_saves_nothing_an_error_keeps_all_out_and_the_report_can_be_corrected_and_imported()
    {
        var place = (
            await database.LookAsync("SELECT name FROM places WHERE level = 'Community' GROUP BY name HAVING count(*) = 1 LIMIT 1")
        )[0];
        var (file, report) = (Path.Combine(folder, "units.csv"), Path.Combine(folder, "report.xlsx"));
        await File.WriteAllTextAsync(file, $"单位名称,类型,社区\n甲试验单位,学校,{place}\n乙试验单位,飞船,{place}\n", Ct);
        string[] command = ["import", "units", "--district", "changhai", "--as", "admin", file];

        Assert.Equal(Commands.Refused, await RunAsync([.. command, "--dry-run", "--json"]));
        Assert.Equal((1, 1), (Of(LastLine(), "new"), Of(LastLine(), "error")));
        Assert.Equal(Commands.Refused, await RunAsync([.. command, "--report", report]));
        Assert.Contains("Nothing was saved.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("3: 未能识别单位类型“飞船”", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(await database.LookAsync("SELECT name FROM units WHERE name LIKE '_试验单位'"));

        Assert.Equal(Commands.Refused, await RunAsync([.. command, "--only-good"]));
        Assert.Equal(["甲试验单位"], await database.LookAsync("SELECT name FROM units WHERE name LIKE '_试验单位'"));
        var rows = await TestReader.RowsAsync(await File.ReadAllBytesAsync(report, Ct));
        await File.WriteAllTextAsync(
            file,
            string.Join('\n', rows.Skip(2).Select(r => string.Join(',', r.Cells.Select(c => c == "飞船" ? "学校" : c)))),
            Ct
        );
        Assert.Equal(Commands.Done, await RunAsync([.. command, "--json"]));
        Assert.Equal(1, Of(LastLine(), "new"));
        Assert.Equal(
            "admin",
            (await database.LookAsync("SELECT actor_name FROM journal WHERE subject = 'units' ORDER BY at DESC LIMIT 1"))[0]
        );
        Assert.Empty(
            await database.LookAsync(
                "SELECT 1 FROM sessions s JOIN journal j ON j.subject_id = s.id AND j.\"right\" = 'ActAs' WHERE s.ended_at IS NULL"
            )
        );
    }

    [Theory]
    [InlineData("import units --district nowhere --as admin FILE", "There is no district nowhere.")]
    [InlineData("import units --district changhai --as nobody FILE", "There is no account nobody")]
    [InlineData("import units --district changhai --as auditor FILE", "lacks the right ManageUnits")]
    [InlineData("import units --district changhai --as admin MISSING", "cannot be read")]
    public async Task What_stands_against_it_is_one_line(string line, string says)
    {
        var file = Path.Combine(folder, "units.csv");
        await File.WriteAllTextAsync(file, "单位名称,类型,社区\n", Ct);
        Assert.Equal(
            Commands.Refused,
            await RunAsync(
                line.Replace("FILE", file, StringComparison.Ordinal).Replace("MISSING", file + ".no", StringComparison.Ordinal).Split(' ')
            )
        );
        Assert.Contains(says, Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import planets --district changhai --as admin x")]
    [InlineData("import units x")]
    [InlineData("export units --district changhai")]
    public async Task Usage_is_checked(string line) => Assert.Equal(Commands.NotUnderstood, await RunAsync(line.Split(' ')));

    private JsonElement LastLine() =>
        JsonDocument.Parse(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]).RootElement;

    private static int Of(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();

    private Task<int> RunAsync(params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        return Commands.RunAsync(
            args,
            name =>
                name switch
                {
                    "ConnectionStrings__Portal" => database.Portal,
                    "ConnectionStrings__Owner" => database.Owner,
                    "Keys__Folder" => Path.Combine(folder, "keys"),
                    _ => null,
                },
            output,
            error,
            Ct
        );
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await database.DisposeAsync();
    }
}
