using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Nominations;

public class AnswerNominationTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_gives_its_word_in_the_portal_and_sees_its_own_nominations_alone()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var (mine, other) = (
            await district.UnitAsync(district.Community1, "大连湾中学"),
            await district.UnitAsync(district.Community1, "第二小学")
        );
        var (agreed, declined) = (
            await district.NominateAsync(committee, await district.PersonAsync(mine, "甲"), mine),
            await district.NominateAsync(committee, await district.PersonAsync(mine, "乙"), mine)
        );
        var foreign = await district.NominateAsync(committee, await district.PersonAsync(other, "丙"), other);
        var liaison = await LiaisonAsync(district, mine);

        var own = await district.Use<ListMyUnitNominations>().AskAsync(liaison, new(), Ct);
        Assert.Equal(new[] { agreed, declined }.ToHashSet(), own.Rows.Select(r => r.Id).ToHashSet());
        Assert.All(own.Rows, r => Assert.True(r is { IsAsked: true, Unit: "大连湾中学" } && r.Committee.Length > 0));
        await Assert.ThrowsAsync<NotFound>(() => AnswerAsync(foreign, true));
        await AnswerAsync(agreed, true);
        await AnswerAsync(declined, false, "拟推荐副校长");
        Assert.Equal("Nominations.OutOfTurn", await RuleAssert.KeyOfAsync(() => AnswerAsync(agreed, true, version: 2)));

        var first = await district.Use<SeeNomination>().AskAsync(district.Admin, agreed, Ct);
        Assert.Equal(
            (NominationState.UnitConsented, ConsentSource.UnitItself, "甲"),
            (first.Row.State, first.Steps[^1].Source, first.Steps[^1].Who)
        );
        var second = await district.Use<SeeNomination>().AskAsync(district.Admin, declined, Ct);
        Assert.Equal(
            (NominationState.Withdrawn, NominationAction.Declined, "拟推荐副校长"),
            (second.Row.State, second.Steps[^1].Kind, second.Steps[^1].Remark)
        );

        Task AnswerAsync(Guid id, bool agrees, string? remark = null, long version = 1) =>
            district
                .Use<AnswerNomination>()
                .RunAsync(
                    liaison,
                    new()
                    {
                        NominationId = id,
                        ExpectedVersion = version,
                        Agrees = agrees,
                        PersonIsWilling = true,
                        Remark = remark,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_unit_that_would_rather_not_names_another_of_its_people_for_the_same_seat()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var (mine, other) = (
            await district.UnitAsync(district.Community1, "大连湾中学"),
            await district.UnitAsync(district.Community1, "第二小学")
        );
        var (proposed, named, stranger) = (
            await district.PersonAsync(mine, "甲"),
            await district.PersonAsync(mine, "乙"),
            await district.PersonAsync(other, "丙")
        );
        var asked = await district.NominateAsync(committee, proposed, mine);
        var liaison = await LiaisonAsync(district, mine);
        var form = new AnswerNomination.Form
        {
            NominationId = asked,
            ExpectedVersion = 1,
            Agrees = false,
            AnotherPersonId = named,
            PersonIsWilling = true,
            Remark = "甲即将退休",
        };
        await Assert.ThrowsAsync<NotFound>(() => AnswerAsync(form with { AnotherPersonId = stranger }));
        Assert.Equal("Nominations.SamePerson", await RuleAssert.KeyOfAsync(() => AnswerAsync(form with { AnotherPersonId = proposed })));
        Assert.Equal("Nominations.NotWilling", await RuleAssert.KeyOfAsync(() => AnswerAsync(form with { PersonIsWilling = false })));
        await AnswerAsync(form);

        var before = await district.Use<SeeNomination>().AskAsync(district.Admin, asked, Ct);
        Assert.Equal(
            (NominationState.Withdrawn, NominationAction.Declined, "甲即将退休"),
            (before.Row.State, before.Steps[^1].Kind, before.Steps[^1].Remark)
        );
        var another = await district.Use<SeeNomination>().AskAsync(district.Admin, form.AnotherNominationId, Ct);
        Assert.Equal(
            ("乙", NominationState.UnitConsented, SelectionWay.UnitRecommended, before.Row.SeatTitle, before.Row.Unit),
            (another.Row.Person, another.Row.State, another.Row.Way, another.Row.SeatTitle, another.Row.Unit)
        );
        Assert.Equal([(NominationAction.Nominated, "甲"), (NominationAction.Consented, "甲")], another.Steps.Select(s => (s.Kind, s.Who)));

        Task AnswerAsync(AnswerNomination.Form answer) =>
            district.Use<AnswerNomination>().RunAsync(liaison, answer with { OperationId = Guid.CreateVersion7() }, Ct);
    }

    /// <summary>The account of the first person recorded for the unit.</summary>
    private static async Task<Scope> LiaisonAsync(TestDistrict district, Guid unit)
    {
        var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts[0].PostId;
        var account = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "liaison",
            Role = Role.LiaisonOfficer,
        };
        await district.Use<OpenUnitAccount>().RunAsync(district.Admin, account, Ct);
        return await district.FirstSignInAsync("liaison", account.Code);
    }
}
