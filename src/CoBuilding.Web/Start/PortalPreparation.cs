using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Web.Start;

/// <summary>Steps before serving: apply migrations where allowed, and refuse an unsafe database.</summary>
public static class PortalPreparation
{
    /// <returns>The path of a fresh phone link of the demo; null where there is none.</returns>
    /// <exception cref="CannotStart">The database cannot be reached, lacks migrations, or would let districts see each other.</exception>
    public static async Task<string?> PrepareAsync(this WebApplication app, PortalConnections database)
    {
        try
        {
            if (database.Owner is { } owner)
                await PortalDatabase.MigrateAsync(owner);
            var source = app.Services.GetRequiredService<NpgsqlDataSource>();
            await PortalProbe.CheckAsync(source, CancellationToken.None);
            if (await PortalDatabase.PendingAsync(source, CancellationToken.None) is [var first, ..])
                throw new CannotStart($"The database lacks the migration {first}. Run the tool's migrate with the owner's connection.");
            return await app.Services.GetRequiredService<DemoStart>().FoundFirstAsync(app.Environment, database);
        }
        catch (UnsafeDatabase unsafeDatabase)
        {
            throw new CannotStart(unsafeDatabase.Message, unsafeDatabase);
        }
        catch (NpgsqlException unreachable)
            when (unreachable is not PostgresException { SqlState: not ("28P01" or "28000" or "3D000" or "42P01" or "42501") })
        {
            throw new CannotStart($"The database cannot be used: {unreachable.Message.ReplaceLineEndings(" ")}", unreachable);
        }
    }

    /// <summary>Prints <c>PHONE url</c> and <c>READY url</c> on the console once requests are served.</summary>
    public static void SayReady(this WebApplication app, string? phonePath) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = (app.Urls.FirstOrDefault() ?? "")
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
                .Replace("[::]", "localhost", StringComparison.Ordinal);
            if (phonePath is not null)
                Console.WriteLine($"PHONE {address}{phonePath}");
            Console.WriteLine($"READY {address}");
        });
}
