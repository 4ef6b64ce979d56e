using System.Diagnostics;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using Npgsql;

namespace CoBuilding.Tests.Data;

/// <summary>Databases of released versions, each with a small district of the demo, are brought up to date and right afterwards.</summary>
public class PortalDatabaseTests(TestCluster cluster)
{
    private static readonly TimeSpan LongestRestore = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestDistrict.Ct;

    public static TheoryData<string> Released =>
        [.. Directory.EnumerateFiles(Folder, "*.dump").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "CoBuilding.Tests", "Data", "Released");

    [Theory]
    [MemberData(nameof(Released))]
    public async Task A_released_database_is_migrated_with_what_is_in_it(string version)
    {
        var (portal, owner, superuser) = await cluster.AnotherAsync($"released_{Guid.CreateVersion7():N}", migrated: false);
        await RestoreAsync(superuser, Path.Combine(Folder, version + ".dump"));
        var before = await CountAsync(superuser);
        await PortalDatabase.MigrateAsync(owner, Ct);
        Assert.DoesNotContain(await DatabaseCheck.RunAsync(portal, owner, Ct), f => f.Verdict == Verdict.Bad);
        Assert.Equal(before, await CountAsync(superuser));
    }

    /// <summary>How many rows there are of what people entered: no migration may lose any.</summary>
    private static async Task<string> CountAsync(string superuser)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var command = source.CreateCommand(
            "SELECT concat_ws(' ', (SELECT count(*) FROM units), (SELECT count(*) FROM people), (SELECT count(*) FROM appointments), "
                + "(SELECT count(*) FROM meetings), (SELECT count(*) FROM invitations), (SELECT count(*) FROM journal))"
        );
        var counts = (string)(await command.ExecuteScalarAsync(Ct))!;
        Assert.DoesNotContain(" 0", " " + counts, StringComparison.Ordinal);
        return counts;
    }

    private static async Task RestoreAsync(string superuser, string dump)
    {
        var at = new NpgsqlConnectionStringBuilder(superuser);
        var start = new ProcessStartInfo(Path.Combine(PostgresBinaries.Find(), "pg_restore"))
        {
            ArgumentList =
            {
                "--exit-on-error",
                "--host",
                at.Host!,
                "--port",
                $"{at.Port}",
                "--username",
                at.Username!,
                "--dbname",
                at.Database!,
                dump,
            },
            Environment = { ["PGPASSWORD"] = at.Password },
            RedirectStandardError = true,
        };
        using var restoring = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(LongestRestore);
        try
        {
            var said = await restoring.StandardError.ReadToEndAsync(limit.Token);
            await restoring.WaitForExitAsync(limit.Token);
            Assert.True(restoring.ExitCode == 0, said);
        }
        finally
        {
            if (!restoring.HasExited)
                restoring.Kill();
        }
    }
}
