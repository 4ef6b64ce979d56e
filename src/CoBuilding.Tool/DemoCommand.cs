using System.CommandLine;
using System.Globalization;
using CoBuilding.Demo;

namespace CoBuilding.Tool;

/// <summary>Creates the demo and prints how to enter it.</summary>
internal static class DemoCommand
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var command = new Command(
            "demo",
            "Creates the ten districts of Dalian with invented units and people, where they are not there yet."
        );
        runOnDatabases(command, (_, databases, output, ct) => RunAsync(databases, output, ct));
        return command;
    }

    private static async Task<int> RunAsync(Databases databases, TextWriter output, CancellationToken ct)
    {
        await databases.DemandMigratedAsync(ct);
        await output.WriteLineAsync("Creating the demo; ten districts");
        await CreateDemo.RunAsync(databases.Portal, databases.Owner, TimeProvider.System, output.WriteLine, ct);
        await CreateDemo.RefreshAsync(databases.Portal, TimeProvider.System, output.WriteLine, ct);
        CultureInfo.CurrentUICulture = English;
        await output.WriteLineAsync($"Accounts in every district, password {CreateDemo.Password}");
        foreach (var account in CreateDemo.Accounts)
            await output.WriteLineAsync($"  {account.Login, -10} {account.Role}");
        if (await CreateDemo.FreshPhoneLinkAsync(databases.Portal, TimeProvider.System, ct) is { } path)
            await output.WriteLineAsync($"PHONE {path}");
        return Commands.Done;
    }
}
