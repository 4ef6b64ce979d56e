using CoBuilding.Committees;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class SeeNominationChainTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Every_step_is_asked_for_until_the_district_sets_its_own()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(new SeeNominationChain.Answer(true, true, true, true, 5), await SeeAsync(district));
        foreach (var step in Enumerable.Range(0, 4))
        {
            var form = new SetNominationChain.Form
            {
                AsksConsent = step == 0,
                AsksScreening = step == 1,
                AsksApproval = step == 2,
                AsksPublicity = step == 3,
                PublicityWorkdays = 7 + step,
            };
            await district.Use<SetNominationChain>().RunAsync(district.Admin, form, Ct);
            Assert.Equal(new SeeNominationChain.Answer(step == 0, step == 1, step == 2, step == 3, 7 + step), await SeeAsync(district));
        }
    }

    [Fact]
    public async Task What_a_nomination_waits_for_is_the_next_step_that_the_district_asks_for()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new SetNominationChain.Form
        {
            AsksConsent = true,
            AsksApproval = true,
            PublicityWorkdays = 5,
        };
        await district.Use<SetNominationChain>().RunAsync(district.Admin, form, Ct);
        var chain = await SeeAsync(district);
        Assert.Equal(NominationAction.Consented, chain.Next(SeatKind.PartTime, NominationState.Nominated));
        Assert.Equal(NominationAction.Submitted, chain.Next(SeatKind.PartTime, NominationState.UnitConsented));
        Assert.Equal(NominationAction.Appointed, chain.Next(SeatKind.PartTime, NominationState.Approved));
        Assert.Equal(NominationAction.Appointed, chain.Next(SeatKind.FullTime, NominationState.Nominated));
        Assert.Null(chain.Next(SeatKind.PartTime, NominationState.Withdrawn));
    }

    private static Task<SeeNominationChain.Answer> SeeAsync(TestDistrict district) =>
        district.Use<SeeNominationChain>().AskAsync(district.Admin, Ct);
}
