using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class RejectNominationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task What_is_over_goes_no_further()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var rejected = await NominationsFixture.SubmittedAsync(district, committee, "甲");
        await district
            .Use<RejectNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = rejected,
                    ExpectedVersion = 4,
                    On = district.Today,
                    Reason = "名额已满",
                },
                Ct
            );
        Assert.Equal(
            "Nominations.IsOver",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, rejected, NominationAction.Submitted))
        );
        var withdraw = new WithdrawNomination.Form
        {
            NominationId = rejected,
            ExpectedVersion = 5,
            On = district.Today,
            Reason = "不再推荐",
        };
        Assert.Equal(
            "Nominations.IsOver",
            await RuleAssert.KeyOfAsync(() => district.Use<WithdrawNomination>().RunAsync(district.Admin, withdraw, Ct))
        );
        var withdrawn = await NominationsFixture.NomineeAsync(district, committee, "乙");
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                withdraw with
                {
                    NominationId = withdrawn,
                    ExpectedVersion = 1,
                    OperationId = Guid.CreateVersion7(),
                },
                Ct
            );
        Assert.Equal(
            "Nominations.IsOver",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, withdrawn, NominationAction.Consented))
        );
    }
}
