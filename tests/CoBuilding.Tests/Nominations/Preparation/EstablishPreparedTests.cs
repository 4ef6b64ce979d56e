using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Preparation;

public class EstablishPreparedTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_committee_is_prepared_submitted_given_back_approved_and_established_and_each_step_says_who_and_when()
    {
        var (district, host, above) = await LifecycleFixture.OfficesAsync(cluster);
        var committee = await LifecycleFixture.PrepareAsync(district, host, "社区大党委（暂名）");
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "东一社区大党委",
                    DocumentNumber = "东一〔2026〕1号",
                },
                Ct
            );
        await district
            .Use<ReturnCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = district.Today,
                    Remark = "请补成员名单",
                },
                Ct
            );
        Assert.Equal(CommitteeState.Returned, (await LifecycleFixture.SeeAsync(district, host, committee)).State);
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 3,
                    On = district.Today,
                    Name = "东一社区大党委",
                },
                Ct
            );
        await district
            .Use<ApproveCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 4,
                    On = district.Today,
                    DocumentNumber = "东街〔2026〕8号",
                },
                Ct
            );
        district.Clock.Advance(TimeSpan.FromDays(1));
        (host, _) = (await district.SignInAsync("host"), await district.SignInAsync("above"));
        await district
            .Use<EstablishPrepared>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 5,
                    On = district.Today,
                    TermEndsOn = district.Today.AddYears(5),
                },
                Ct
            );

        var life = await LifecycleFixture.SeeAsync(district, host, committee);
        Assert.Equal(("东一社区大党委", CommitteeState.InTerm, district.Today), (life.Name, life.State, life.EstablishedOn));
        Assert.Equal(
            [
                (LifecycleEvent.Prepared, "host", null),
                (LifecycleEvent.Submitted, "host", "东一〔2026〕1号"),
                (LifecycleEvent.Returned, "above", null),
                (LifecycleEvent.Submitted, "host", null),
                (LifecycleEvent.Approved, "above", "东街〔2026〕8号"),
                (LifecycleEvent.Established, "host", null),
            ],
            // The community's clerk does not reach the street's account, and reads its login.
            life.Events.Select(e => (e.Kind, e.Who, e.DocumentNumber))
        );
        Assert.Equal("请补成员名单", life.Events[2].Remark);
        Assert.Equal(district.Today, (await district.Use<SeeTerms>().AskAsync(host, committee, Ct)).Current.From);
    }

    [Fact]
    public async Task Whoever_is_proposed_and_through_the_chain_becomes_a_member_on_the_day_of_the_establishment()
    {
        var (district, host, above) = await LifecycleFixture.OfficesAsync(cluster);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        var committee = await LifecycleFixture.PrepareAsync(district, host);
        List<Guid> nominations = [];
        foreach (var name in new[] { "甲校", "乙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            nominations.Add(
                await district.NominateAsync(committee, await district.PersonAsync(unit, name + "书记", secretary: true), unit)
            );
        }
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                host,
                new()
                {
                    Rows = [new(nominations[0], 1)],
                    Action = NominationAction.Consented,
                    On = district.Today,
                    Source = ConsentSource.Phone,
                    PersonIsWilling = true,
                },
                Ct
            );
        // Its chain is done, and there is nothing to be appointed to yet.
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<AdvanceNominations>()
                    .RunAsync(
                        host,
                        new()
                        {
                            Rows = [new(nominations[0], 2)],
                            Action = NominationAction.Appointed,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal((1, 2), await ProposedAsync());
        await SubmitAndApproveAsync(district, host, above, committee);
        var answer = await district
            .Use<EstablishPrepared>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 3,
                    On = district.Today,
                    LetterNumber = "聘001",
                },
                Ct
            );
        Assert.Equal((1, nominations[1]), (answer.Appointed, Assert.Single(answer.Open).NominationId));
        var member = Assert.Single((await district.Use<SeeRoster>().AskAsync(host, committee, null, null, Ct)).Rows);
        Assert.Equal(("甲校书记", "聘001", district.Today), (member.Holder, member.LetterNumber, member.Since));

        async Task<(int, int)> ProposedAsync()
        {
            var life = await LifecycleFixture.SeeAsync(district, host, committee);
            return (life.Ready, life.Nominations.Count);
        }
    }

    private static async Task SubmitAndApproveAsync(TestDistrict district, Scope host, Scope above, Guid committee)
    {
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "大党委",
                },
                Ct
            );
        await district
            .Use<ApproveCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = district.Today,
                },
                Ct
            );
    }
}
