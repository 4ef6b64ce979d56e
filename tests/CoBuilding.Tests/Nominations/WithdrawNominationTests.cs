using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class WithdrawNominationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_publicity_that_is_yet_to_begin_keeps_nobody_from_withdrawing_or_dissolving()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var ids = new[]
        {
            await NominationsFixture.SubmittedAsync(district, committee, "甲"),
            await NominationsFixture.SubmittedAsync(district, committee, "乙"),
        };
        foreach (var id in ids)
        {
            await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Approved, document: "甘街发〔2026〕3号");
            await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Publicized, on: district.Today.AddDays(1));
        }
        var version = (await district.Use<SeeNomination>().AskAsync(district.Admin, ids[0], Ct)).Row.RowVersion;
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = ids[0],
                    ExpectedVersion = version,
                    On = district.Today,
                    Reason = "单位另有安排",
                },
                Ct
            );
        var body = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = body.RowVersion,
                    On = district.Today,
                    Reason = "合并",
                },
                Ct
            );
        foreach (var id in ids)
            Assert.Equal(NominationState.Withdrawn, (await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct)).Row.State);
    }
}
