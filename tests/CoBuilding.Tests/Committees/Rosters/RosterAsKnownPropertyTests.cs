using CoBuilding.Tests.House;
using CsCheck;

namespace CoBuilding.Tests.Committees.Rosters;

/// <summary>
/// Property test: after any sequence of actions on a roster, seats never have two holders, and every view equals a replay of the actions.
/// The replay does not use the portal's questions; it replays the log of successful actions for each day of knowledge.
/// </summary>
public class RosterAsKnownPropertyTests(TestCluster cluster)
{
    private static readonly Gen<RosterLife.Step[]> Steps = Gen.Select(
        Gen.Int[0, 99],
        Gen.Int[0, RosterLife.Seats - 1],
        Gen.Int[0, RosterLife.People - 1],
        Gen.Int[-8, 14],
        Gen.Int[1, 25],
        (what, seat, person, days, more) => new RosterLife.Step(what, seat, person, days, more)
    ).Array[50];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public Task Every_view_of_a_roster_equals_a_replay_of_what_was_done(uint stream) =>
        Steps.SampleAsync(LiveAsync, seed: new PCG(stream, 20261123).ToString(), iter: 1, threads: 1);

    private async Task LiveAsync(RosterLife.Step[] steps)
    {
        var life = await RosterLife.StartAsync(cluster);
        foreach (var step in steps)
            await life.TryAsync(step);
        Assert.True(life.Log.Count > 12, $"only {life.Log.Count} actions succeeded");
        await life.NoSeatHasTwoHoldersAsync();
        var dice = new Random(steps[0].What + (100 * steps[1].What));
        var known = life.Log.Select(d => d.On).Append(life.District.Today).Distinct().ToList();
        foreach (var day in known.Where((_, n) => n % 2 == 0).Concat(known.TakeLast(2)))
            for (var n = 0; n < 3; n++)
                await life.RosterEqualsReplayAsync(life.First.AddDays(dice.Next(-20, 90)), day);
        await life.RosterEqualsReplayAsync(life.District.Today, null);
        await life.FirstDayOutsideTheRangeEqualsACountAsync();
        for (var n = 0; n < 5; n++)
            await life.ComparisonEqualsTheDifferenceOfReplaysAsync(
                (life.First.AddDays(dice.Next(-10, 60)), known[dice.Next(known.Count)]),
                (life.First.AddDays(dice.Next(-10, 90)), n == 0 ? null : known[dice.Next(known.Count)])
            );
    }
}
