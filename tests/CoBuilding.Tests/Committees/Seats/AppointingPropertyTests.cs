using CoBuilding.Tests.House;
using CsCheck;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>
/// Property test: whichever way people are appointed, the same is refused and the same roster results. One history is lived in as many
/// districts as there are ways.
/// </summary>
public class AppointingPropertyTests(TestCluster cluster)
{
    private static readonly Gen<AppointingLife.Act[]> Acts = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, AppointingLife.Seats - 1],
        Gen.Int[0, AppointingLife.People - 1],
        Gen.Int[-9, 2],
        Gen.Bool,
        (what, seat, person, days, hasReason) => new AppointingLife.Act(what, seat, person, days, hasReason)
    ).Array[24];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public Task Whichever_way_people_are_appointed_the_same_roster_results(uint stream) =>
        Acts.SampleAsync(LiveAsync, seed: new PCG(stream, 20261201).ToString(), iter: 1, threads: 1);

    private async Task LiveAsync(AppointingLife.Act[] acts)
    {
        List<AppointingLife> lives = [];
        foreach (var way in Enum.GetValues<AppointingLife.Way>())
            lives.Add(await AppointingLife.StartAsync(cluster, way));
        var (done, refused) = (0, 0);
        foreach (var (n, act) in acts.Index())
        {
            List<string> results = [];
            foreach (var life in lives)
                results.Add(await life.TryAsync(act));
            Assert.True(results.Distinct().Count() == 1, $"act {n}, {act}: {string.Join(" | ", lives.Zip(results))}");
            (done, refused) = results[0].Length == 0 ? (done + 1, refused) : (done, refused + 1);
        }
        Assert.True(done >= 8 && refused >= 3, $"{done} acts were done and {refused} refused");
    }
}
