using System.CommandLine;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tool;

/// <summary>Creates a district from a list of places, and prints its first two passwords.</summary>
internal static class AddDistrictCommand
{
    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var slug = new Option<string>("--slug")
        {
            Required = true,
            Description = "The first segment of its URLs: 2 to 40 small letters, digits and dashes, a letter first.",
        };
        var code = new Option<string>("--code")
        {
            Required = true,
            Description = "Its six-digit statistical division code, as in the file.",
        };
        var file = new Option<string>("--file")
        {
            Required = true,
            Description = "A CSV of places, UTF-8: code,name,level,parent_code; parents before children.",
        };
        var name = new Option<string?>("--name") { Description = "Its name, where it is to differ from the file's." };
        var command = new Command("add-district", "Creates a district from a list of places, with an administrator and an auditor.")
        {
            slug,
            code,
            file,
            name,
        };
        runOnDatabases(
            command,
            (parsed, databases, output, ct) =>
                RunAsync(
                    databases,
                    output,
                    parsed.GetRequiredValue(slug),
                    parsed.GetRequiredValue(code),
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(name),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Databases databases,
        TextWriter output,
        string slug,
        string code,
        string path,
        string? name,
        CancellationToken ct
    )
    {
        if (!DistrictSlug.IsFit(slug))
            throw new CommandRefused(BadSlug(slug));
        var file = Read(path);
        var places = file.PlacesOf(code);
        var district = new District
        {
            Id = Guid.CreateVersion7(),
            Slug = slug,
            Code = code,
            Name = string.IsNullOrWhiteSpace(name) ? file.NameOf(code) : name.Trim(),
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        if (district.Name.Length > 80)
            throw new CommandRefused("The name is longer than 80 characters.");
        await databases.DemandMigratedAsync(ct);

        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPortal(databases.Portal, databases.OpenFormKey());
        await using var services = collection.BuildServiceProvider();
        if (await services.GetRequiredService<DistrictList>().FindAsync(slug, ct) is { } other)
            throw Taken(slug, other.Name);
        var (admin, auditor) = (Secrets.MakeFirstPassword(), Secrets.MakeFirstPassword());
        await output.WriteLineAsync(
            $"Creating {slug} with {places.Count(p => p.Level == PlaceLevel.Street)} streets "
                + $"and {places.Count(p => p.Level == PlaceLevel.Community)} communities"
        );
        await services
            .GetRequiredService<CreateDistrict>()
            .RunAsync(
                Scope.ForDistrictCreation(district.Id),
                new()
                {
                    Places = places,
                    AdminPassword = admin,
                    AuditorPassword = auditor,
                },
                ct
            );
        // Last, so that every district on the list is complete.
        if (await PortalDatabase.EnterDistrictAsync(databases.Owner, district, ct) != district.Id)
            throw Taken(slug, null);
        await output.WriteLineAsync("Each password is for the first sign-in, which asks for a new one:");
        await output.WriteLineAsync($"  admin    {admin}");
        await output.WriteLineAsync($"  auditor  {auditor}");
        return Commands.Done;
    }

    internal static string BadSlug(string slug) =>
        $"\"{slug}\" cannot stand in a URL here: take 2 to 40 small letters, digits "
        + $"and dashes, a letter first, and none of {string.Join(", ", DistrictSlug.Reserved)}.";

    private static PlaceFile Read(string path)
    {
        try
        {
            return PlaceFile.Read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"{path} cannot be read: {failure.Message}");
        }
    }

    private static CommandRefused Taken(string slug, string? by) =>
        new($"The slug {slug} is taken{(by is null ? "" : $" by {by}")}. Choose another one.");
}
