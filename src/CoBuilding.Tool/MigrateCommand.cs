using System.CommandLine;
using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Tool;

/// <summary>Applies the migrations, as the owner.</summary>
internal static class MigrateCommand
{
    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var command = new Command("migrate", "Brings the database's tables up to this version. Running it again does no harm.");
        runOnDatabases(command, (_, databases, output, ct) => RunAsync(databases, output, ct));
        return command;
    }

    private static async Task<int> RunAsync(Databases databases, TextWriter output, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(databases.Owner);
        var pending = await PortalDatabase.PendingAsync(source, ct);
        foreach (var migration in pending)
            await output.WriteLineAsync($"Applying {migration}");
        await PortalDatabase.MigrateAsync(databases.Owner, ct);
        await output.WriteLineAsync(pending.Count == 0 ? "Up to date." : $"{pending.Count} applied.");
        return Commands.Done;
    }
}
