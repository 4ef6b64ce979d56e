using CoBuilding.Access;
using CoBuilding.Documents.Reading;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tool;

/// <summary>The portal's use cases, with the rights of one account of one district; its session ends with this.</summary>
internal sealed class OperatorSession : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private OperatorSession(ServiceProvider services, Scope scope) => (this.services, Scope) = (services, scope);

    public Scope Scope { get; }

    public T Use<T>()
        where T : class => services.GetRequiredService<T>();

    /// <exception cref="CommandRefused">There is no such district or account.</exception>
    public static async Task<OperatorSession> BeginAsync(Databases databases, string slug, string login, CancellationToken ct)
    {
        await databases.DemandMigratedAsync(ct);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddPortal(databases.Portal, databases.OpenFormKey());
        collection.Configure<ReaderSettings>(
            new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(ReaderSettings.Section)
        );
        var services = collection.BuildServiceProvider();
        try
        {
            var district =
                await services.GetRequiredService<DistrictList>().FindAsync(slug, ct)
                ?? throw new CommandRefused($"There is no district {slug}.");
            var form = new ActAs.Form { Login = login, Secret = Secrets.Make() };
            var culture = await services.GetRequiredService<ActAs>().RunAsync(Scope.ForClock(district.Id), form, ct);
            return new OperatorSession(services, Scope.ForPerson(district.Id, Secrets.Hash(form.Secret), culture));
        }
        catch (Data.NotFound)
        {
            await services.DisposeAsync();
            throw new CommandRefused($"There is no account {login} in {slug}, or it is closed.");
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Use<SignOut>().RunAsync(Scope, new(), CancellationToken.None);
        await services.DisposeAsync();
    }
}
