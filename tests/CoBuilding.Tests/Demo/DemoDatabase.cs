using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Demo;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CoBuilding.Tests.Demo;

public sealed class DemoDatabase : IAsyncDisposable
{
    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private readonly ServiceProvider services;
    private readonly DateTimeOffset now;

    private DemoDatabase(string portal, string owner, string superuser, DateTimeOffset now)
    {
        (Portal, Owner, Superuser, this.now) = (portal, owner, superuser, now);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(new FakeTimeProvider(now));
        collection.AddPortal(portal, FormKey.Passing());
        collection.AddSingleton(TestReader.Reader);
        services = collection.BuildServiceProvider();
    }

    public string Portal { get; }
    public string Owner { get; }
    public string Superuser { get; }

    /// <param name="now">The time of the creation.</param>
    public static async Task<DemoDatabase> MakeAsync(TestCluster cluster, DateTimeOffset? now = null)
    {
        var (portal, owner, superuser) = await cluster.AnotherAsync($"demo_{Guid.CreateVersion7():N}");
        return new DemoDatabase(portal, owner, superuser, now ?? DemoDatabases.Now);
    }

    /// <summary>One that was filled at the usual time: by an earlier run where the portal's code and data are still the same.</summary>
    /// <param name="template">What is in it, in a word.</param>
    /// <param name="key">What else the filling depends on.</param>
    public static async Task<DemoDatabase> FilledAsync(TestCluster cluster, string template, string key, Func<DemoDatabase, Task> fill)
    {
        var (portal, owner, superuser) = await cluster.FilledAsync(
            $"demo_{Guid.CreateVersion7():N}",
            template,
            $"{key} {DemoDatabases.Now:O}",
            async (web, owning) =>
            {
                await using var database = new DemoDatabase(web, owning, "", DemoDatabases.Now);
                await fill(database);
            }
        );
        return new DemoDatabase(portal, owner, superuser, DemoDatabases.Now);
    }

    internal static Scale FewStreets { get; } = Scale.Rich with { Streets = 2 };

    /// <summary>The use case or question, with the portal's own hasher, at the time of the creation.</summary>
    public T Use<T>()
        where T : class => services.GetRequiredService<T>();

    public Task CreateAsync(string[] slugs, string? owner = null) =>
        CreateDemo.RunAsync(Portal, owner ?? Owner, new FakeTimeProvider(now), null, slugs, FewStreets, CancellationToken.None);

    public async Task<Scope> SignInAsync(string slug, string login)
    {
        var district = await Use<DistrictList>().FindAsync(slug, CancellationToken.None);
        var secret = Secrets.Make();
        var result = await Use<SignIn>()
            .RunAsync(
                Scope.ForVisitor(district!.Id, Chinese),
                new()
                {
                    Login = login,
                    Password = CreateDemo.Password,
                    Secret = secret,
                },
                CancellationToken.None
            );
        Assert.NotNull(result.AccountId);
        Assert.False(result.MustChangePassword);
        return Scope.ForPerson(district.Id, Secrets.Hash(secret), Chinese);
    }

    /// <summary>Rows of one text column, bypassing row-level security.</summary>
    public async Task<IReadOnlyList<string>> LookAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Superuser);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
