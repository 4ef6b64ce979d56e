using CoBuilding.Committees;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class SetNominationChainTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>Every state in every chain: the next step is there, and taking one after the other ends at the appointment.</summary>
    [Fact]
    public void Switching_a_step_off_or_on_strands_no_nomination()
    {
        NominationState After(NominationAction action) =>
            action switch
            {
                NominationAction.Consented => NominationState.UnitConsented,
                NominationAction.Screened => NominationState.Screened,
                NominationAction.Submitted => NominationState.Submitted,
                NominationAction.Approved => NominationState.Approved,
                NominationAction.Publicized => NominationState.Publicized,
                _ => NominationState.Appointed,
            };
        foreach (var chain in Enumerable.Range(0, 16).Select(Chain))
        foreach (var kind in Enum.GetValues<SeatKind>())
        foreach (var start in Enum.GetValues<NominationState>().Where(s => s.IsUnderWay()))
        {
            var (state, taken) = (start, new List<NominationAction>());
            while (chain.Next(kind, state) is { } action && taken.Count < 10)
            {
                taken.Add(action);
                state = After(action);
            }
            Assert.Equal(NominationState.Appointed, state);
            Assert.Equal(taken.Where(chain.Steps(kind).Contains), taken);
        }
        Assert.Equal([NominationAction.Nominated, NominationAction.Appointed], Chain(15).Steps(SeatKind.FullTime));

        static NominationChain Chain(int bits) =>
            new()
            {
                AsksConsent = (bits & 1) > 0,
                AsksScreening = (bits & 2) > 0,
                AsksApproval = (bits & 4) > 0,
                AsksPublicity = (bits & 8) > 0,
                PublicityWorkdays = 5,
            };
    }

    [Fact]
    public async Task A_step_switched_off_meanwhile_is_passed_over()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var id = await NominationsFixture.NomineeAsync(district, committee, "甲");
        foreach (
            var action in new[]
            {
                NominationAction.Consented,
                NominationAction.Screened,
                NominationAction.Submitted,
                NominationAction.Approved,
                NominationAction.Publicized,
            }
        )
            await NominationsFixture.StepAsync(district, district.Admin, id, action);
        Assert.Equal(
            "Nominations.StillPublic",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Appointed);
    }
}
