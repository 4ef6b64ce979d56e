using System.CommandLine;
using System.Globalization;
using CoBuilding.Demo;
using CoBuilding.Places;

namespace CoBuilding.Tool;

/// <summary>Creates a large district to try the portal at that size, and prints how to enter it.</summary>
internal static class LargeDistrictCommand
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var usual = new LargeScale();
        var slug = new Option<string>("--slug") { DefaultValueFactory = _ => "large", Description = "The first segment of its URLs." };
        var streets = Number("--streets", usual.Streets, "Streets.");
        var communities = Number("--communities", usual.Communities, "Communities of all streets together.");
        var units = Number("--units", usual.Units, "Resident units of all places together.");
        var years = Number("--years", usual.Years, "Years that it has lived.");
        var command = new Command(
            "large-district",
            "Creates a district of invented places, units and people "
                + "with years of history. The same each time, at the same time of creation."
        )
        {
            slug,
            streets,
            communities,
            units,
            years,
        };
        runOnDatabases(
            command,
            (parsed, databases, output, ct) =>
                RunAsync(
                    databases,
                    output,
                    parsed.GetRequiredValue(slug),
                    new LargeScale
                    {
                        Streets = parsed.GetValue(streets),
                        Communities = parsed.GetValue(communities),
                        Units = parsed.GetValue(units),
                        Years = parsed.GetValue(years),
                    },
                    ct
                )
        );
        return command;

        static Option<int> Number(string name, int usual, string description) =>
            new(name) { DefaultValueFactory = _ => usual, Description = description };
    }

    private static async Task<int> RunAsync(Databases databases, TextWriter output, string slug, LargeScale scale, CancellationToken ct)
    {
        if (!DistrictSlug.IsFit(slug))
            throw new CommandRefused(AddDistrictCommand.BadSlug(slug));
        if (scale.Unfit is { } reason)
            throw new CommandRefused(reason);
        await databases.DemandMigratedAsync(ct);
        await output.WriteLineAsync(
            $"Creating {slug}: {scale.Streets} streets, {scale.Communities} communities, {scale.Units} units, {scale.Years} years"
        );
        if (!await CreateLargeDistrict.RunAsync(databases.Portal, databases.Owner, slug, scale, TimeProvider.System, output.WriteLine, ct))
            await output.WriteLineAsync("It is there already, and left as it is.");
        CultureInfo.CurrentUICulture = English;
        await output.WriteLineAsync($"Accounts, password {CreateDemo.Password}");
        foreach (var account in CreateLargeDistrict.Accounts)
            await output.WriteLineAsync($"  {account.Login, -10} {account.Role}");
        return Commands.Done;
    }
}
