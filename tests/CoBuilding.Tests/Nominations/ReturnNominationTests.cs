using CoBuilding.Access;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class ReturnNominationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_level_above_approves_and_the_host_does_not()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var community = await district.StaffAsync("community", Role.CommunityClerk, district.Community1);
        var id = await NominationsFixture.SubmittedAsync(district, committee, "甲");
        Assert.Equal(
            "Nominations.NotLevelAbove",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, community, id, NominationAction.Approved))
        );
        var back = new ReturnNomination.Form
        {
            NominationId = id,
            ExpectedVersion = 4,
            On = district.Today,
            Reason = "请补材料",
        };
        Assert.Equal(
            "Nominations.NotLevelAbove",
            await RuleAssert.KeyOfAsync(() => district.Use<ReturnNomination>().RunAsync(community, back, Ct))
        );
        Assert.Equal(
            "Nominations.NotLevelAbove",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<RejectNomination>()
                    .RunAsync(
                        community,
                        new()
                        {
                            NominationId = id,
                            ExpectedVersion = 4,
                            On = district.Today,
                            Reason = "不同意",
                        },
                        Ct
                    )
            )
        );
        Assert.True((await district.Use<SeeNomination>().AskAsync(await district.ClerkAsync(district.Street1), id, Ct)).IsLevelAbove);
        Assert.False((await district.Use<SeeNomination>().AskAsync(community, id, Ct)).IsLevelAbove);
    }

    [Fact]
    public async Task What_was_returned_is_submitted_again()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var id = await NominationsFixture.SubmittedAsync(district, committee, "甲");
        await district
            .Use<ReturnNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = id,
                    ExpectedVersion = 4,
                    On = district.Today,
                    Reason = "请补材料",
                },
                Ct
            );
        Assert.Equal(NominationAction.Submitted, (await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct)).Next);
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Submitted);
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Approved);
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Publicized);

        // An objection leads back to the same place.
        await district
            .Use<ReturnNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = id,
                    ExpectedVersion = 8,
                    On = district.Today,
                    Reason = "群众反映",
                },
                Ct
            );
        var seen = await district.Use<SeeNomination>().AskAsync(district.Admin, id, Ct);
        Assert.Equal((NominationAction.Submitted, null, "群众反映"), (seen.Next, seen.Row.PublicUntil, seen.Steps[^1].Remark));
        Assert.Equal(NominationAction.Objected, seen.Steps[^1].Kind);
    }
}
