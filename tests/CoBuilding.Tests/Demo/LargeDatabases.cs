using CoBuilding.Demo;
using CoBuilding.Tests.House;
using Microsoft.Extensions.Time.Testing;

namespace CoBuilding.Tests.Demo;

/// <summary>A small large district in each of two databases.</summary>
public sealed class LargeDatabases(TestCluster cluster) : IAsyncLifetime
{
    public const string Slug = "large";

    public DemoDatabase First { get; private set; } = null!;
    public DemoDatabase Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        First = await DemoDatabase.FilledAsync(cluster, "large_first", Scale.ToString(), FillAsync);
        Second = await DemoDatabase.FilledAsync(cluster, "large_second", Scale.ToString(), FillAsync);

        static async Task FillAsync(DemoDatabase database) => Assert.True(await CreateAsync(database));
    }

    private static readonly LargeScale Scale = new()
    {
        Streets = 2,
        Communities = 2,
        Units = 14,
        Years = 8,
    };

    public static Task<bool> CreateAsync(DemoDatabase database) =>
        CreateLargeDistrict.RunAsync(
            database.Portal,
            database.Owner,
            Slug,
            Scale,
            new FakeTimeProvider(DemoDatabases.Now),
            null,
            CancellationToken.None
        );

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
