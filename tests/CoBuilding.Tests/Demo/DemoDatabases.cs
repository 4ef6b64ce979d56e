using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Demo;

/// <summary>
/// A demo in a database of its own: two streets of the rich district, and one small one; and the same small one in a second database.
/// </summary>
public sealed class DemoDatabases(TestCluster cluster) : IAsyncLifetime
{
    private static readonly string[] TwoDistricts = ["ganjingzi", "changhai"];
    private static readonly string[] OneDistrict = ["changhai"];

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Now = ChinaTime.At(new DateOnly(2026, 11, 23), new TimeOnly(15, 30));

    public DemoDatabase First { get; private set; } = null!;
    public DemoDatabase Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        First = await DemoDatabase.FilledAsync(
            cluster,
            "demo_first",
            $"{string.Join(' ', TwoDistricts)} {DemoDatabase.FewStreets}",
            d => d.CreateAsync(TwoDistricts)
        );
        Second = await DemoDatabase.FilledAsync(
            cluster,
            "demo_second",
            $"{string.Join(' ', OneDistrict)} {DemoDatabase.FewStreets}",
            d => d.CreateAsync(OneDistrict)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
