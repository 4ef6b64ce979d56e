using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Nominations;
using CoBuilding.Committees.Terms;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Places;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Lifecycle;

public class LifecycleTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_committee_is_prepared_submitted_given_back_approved_and_established_and_each_step_says_who_and_when()
    {
        var (district, host, above) = await OfficesAsync();
        var committee = await PrepareAsync(district, host, "社区大党委（暂名）");
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
        Assert.Equal(CommitteeState.Returned, (await SeeAsync(district, host, committee)).State);
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

        var life = await SeeAsync(district, host, committee);
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
    public async Task Only_the_level_above_approves_or_gives_back_and_above_the_district_it_is_a_document_from_outside()
    {
        var (district, host, above) = await OfficesAsync();
        var committee = await PrepareAsync(district, host);
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
        Assert.Equal(
            "Lifecycle.NotLevelAbove",
            await BrokenAsync(() =>
                district
                    .Use<ApproveCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.NotLevelAbove",
            await BrokenAsync(() =>
                district
                    .Use<ReturnCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = district.Today,
                            Remark = "补",
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            (false, true),
            ((await SeeAsync(district, host, committee)).IsLevelAbove, (await SeeAsync(district, above, committee)).IsLevelAbove)
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

        var own = new PrepareCommittee.Form
        {
            Kind = CommitteeKind.Guidance,
            PlaceId = district.Root.Id,
            Name = "指导委员会",
            On = district.Today,
        };
        await district.Use<PrepareCommittee>().RunAsync(district.Admin, own, Ct);
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = own.CommitteeId,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "指导委员会",
                },
                Ct
            );
        var approval = new ApproveCommittee.Form
        {
            CommitteeId = own.CommitteeId,
            ExpectedVersion = 2,
            On = district.Today,
        };
        Assert.Equal(
            "Lifecycle.DocumentMissing",
            await BrokenAsync(() => district.Use<ApproveCommittee>().RunAsync(district.Admin, approval, Ct))
        );
        await district.Use<ApproveCommittee>().RunAsync(district.Admin, approval with { DocumentNumber = "大委〔2026〕3号" }, Ct);
    }

    [Fact]
    public async Task Steps_come_in_their_order_never_before_the_last_one_and_never_ahead()
    {
        var (district, host, above) = await OfficesAsync();
        var committee = await PrepareAsync(district, host);
        var submission = new SubmitCommittee.Form
        {
            CommitteeId = committee,
            ExpectedVersion = 1,
            On = district.Today.AddDays(-1),
            Name = "大党委",
        };
        Assert.Equal("Lifecycle.BeforeLastStep", await BrokenAsync(() => district.Use<SubmitCommittee>().RunAsync(host, submission, Ct)));
        Assert.Equal(
            "Nominations.NotYet",
            await BrokenAsync(() => district.Use<SubmitCommittee>().RunAsync(host, submission with { On = district.Today.AddDays(1) }, Ct))
        );
        Assert.Equal(
            "Lifecycle.OutOfTurn",
            await BrokenAsync(() =>
                district
                    .Use<ApproveCommittee>()
                    .RunAsync(
                        above,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.OutOfTurn",
            await BrokenAsync(() =>
                district
                    .Use<EstablishPrepared>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        var known = await district.CommitteeAsync(district.Street1);
        Assert.Equal(
            "Lifecycle.PreparationIsOver",
            await BrokenAsync(() =>
                district.Use<SubmitCommittee>().RunAsync(district.Admin, submission with { CommitteeId = known, On = district.Today }, Ct)
            )
        );
    }

    [Fact]
    public async Task Until_its_establishment_it_has_no_seats_calls_no_meetings_and_is_counted_nowhere()
    {
        var (district, host, _) = await OfficesAsync();
        var committee = await PrepareAsync(district, host);
        var unit = await district.UnitAsync(district.Community1);
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await BrokenAsync(() =>
                district
                    .Use<AddSeat>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            UnitId = unit,
                            Title = "委员",
                            From = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await BrokenAsync(() => district.Use<DraftMeeting>().RunAsync(host, district.MeetingForm(committee), Ct))
        );
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await BrokenAsync(() =>
                district
                    .Use<OpenRenewal>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await BrokenAsync(() =>
                district
                    .Use<DissolveCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                            Reason = "撤",
                        },
                        Ct
                    )
            )
        );
        Assert.Equal("Lifecycle.NotEstablished", await BrokenAsync(() => district.Use<SeeTerms>().AskAsync(host, committee, Ct)));
        var row = Assert.Single(
            (await district.CheckRosterAsync(host, Lists.Csv("姓名,单位,任职日期\n甲,第一中学,2026-11-01"), committee)).Rows
        );
        Assert.Contains("尚未成立", string.Concat(row.Messages), StringComparison.Ordinal);

        var board = await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct);
        Assert.Equal(0, board.Coverage.Single(c => c.Kind == CommitteeKind.BigParty).Established);
        Assert.Equal(0, board.QuotaFit.Denominator);
        var uncovered = await district
            .Use<ListUncovered>()
            .AskAsync(district.Admin, new() { Kind = CommitteeKind.BigParty, WithUncounted = true }, Ct);
        Assert.Equal([district.Community1.Id], uncovered.Rows.Where(r => r.IsPrepared).Select(r => r.PlaceId));
        var free = await district
            .Use<ListUncovered>()
            .AskAsync(
                district.Admin,
                new()
                {
                    Kind = CommitteeKind.BigParty,
                    WithUncounted = true,
                    OnlyFree = true,
                },
                Ct
            );
        Assert.Equal(uncovered.Total - 1, free.Total);
        Assert.Equal(
            "Committees.PlaceHasOne",
            await BrokenAsync(() => district.CommitteeAsync(district.Community1, CommitteeKind.BigParty))
        );
    }

    [Fact]
    public async Task Whoever_is_proposed_and_through_the_chain_becomes_a_member_on_the_day_of_the_establishment()
    {
        var (district, host, above) = await OfficesAsync();
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        var committee = await PrepareAsync(district, host);
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
            await BrokenAsync(() =>
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
            var life = await SeeAsync(district, host, committee);
            return (life.Ready, life.Nominations.Count);
        }
    }

    [Fact]
    public async Task What_waits_is_a_to_do_of_whoever_answers_for_it()
    {
        var (district, host, above) = await OfficesAsync();
        var committee = await PrepareAsync(district, host);
        Assert.Empty(await ToDosAsync(host));
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
        Assert.Empty(await ToDosAsync(host));
        Assert.Equal([ListToDos.ToDoKind.ApproveCommittee], await ToDosAsync(above));
        await district
            .Use<ReturnCommittee>()
            .RunAsync(
                above,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = district.Today,
                    Remark = "补",
                },
                Ct
            );
        Assert.Equal([ListToDos.ToDoKind.ReviseCommittee], await ToDosAsync(host));
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 3,
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
                    ExpectedVersion = 4,
                    On = district.Today,
                },
                Ct
            );
        Assert.Equal([ListToDos.ToDoKind.EstablishCommittee], await ToDosAsync(host));
        await district
            .Use<EstablishPrepared>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 5,
                    On = district.Today,
                },
                Ct
            );
        Assert.Empty(await ToDosAsync(host));

        async Task<ListToDos.ToDoKind[]> ToDosAsync(Scope scope) =>
            [.. (await district.Use<ListToDos>().AskAsync(scope, Ct)).Select(t => t.Kind)];
    }

    [Fact]
    public async Task A_preparation_that_is_given_up_keeps_its_history_and_makes_room_for_another()
    {
        var (district, host, _) = await OfficesAsync();
        var committee = await PrepareAsync(district, host);
        var unit = await district.UnitAsync(district.Community1);
        var nomination = await district.NominateAsync(committee, await district.PersonAsync(unit, "甲"), unit);
        await district
            .Use<GiveUpCommittee>()
            .RunAsync(
                host,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Remark = "与街道合并设置",
                },
                Ct
            );
        Assert.Equal(NominationState.Withdrawn, (await district.Use<SeeNomination>().AskAsync(host, nomination, Ct)).Row.State);
        Assert.Equal(
            [LifecycleEvent.Prepared, LifecycleEvent.GivenUp],
            (await SeeAsync(district, host, committee)).Events.Select(e => e.Kind)
        );
        Assert.Equal(
            "Lifecycle.PreparationIsOver",
            await BrokenAsync(() =>
                district
                    .Use<SubmitCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = district.Today,
                            Name = "大党委",
                        },
                        Ct
                    )
            )
        );
        var person = await district.PersonAsync(unit, "乙");
        await Assert.ThrowsAsync<RuleBroken>(() => district.NominateAsync(committee, person, unit));
        var next = await PrepareAsync(district, host);
        Assert.Equal([next], await ListAsync(district, null));
        Assert.Equal([committee], await ListAsync(district, CommitteeState.GivenUp));
    }

    [Fact]
    public async Task A_committee_stands_at_one_point_of_its_life_on_every_day()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (start, end) = (district.Today, district.Today.AddMonths(8));
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "大工委",
            EstablishedOn = start.AddDays(3),
            TermEndsOn = end,
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        await ExpectAsync(start, CommitteeState.Approved);
        await ExpectAsync(start.AddDays(3), CommitteeState.InTerm);
        await ExpectAsync(end.AddMonths(-6).AddDays(-1), CommitteeState.InTerm);
        await ExpectAsync(end.AddMonths(-6), CommitteeState.DueSoon);
        await ExpectAsync(end, CommitteeState.Overdue);
        await district
            .Use<ExtendTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = form.CommitteeId,
                    ExpectedVersion = 1,
                    Until = end.AddYears(1),
                    Approval = "1号",
                },
                Ct
            );
        await ExpectAsync(end, CommitteeState.Extended);
        await ExpectAsync(end.AddYears(1), CommitteeState.Overdue);
        var renewal = new OpenRenewal.Form
        {
            CommitteeId = form.CommitteeId,
            ExpectedVersion = 2,
            On = district.Today,
            Approval = "2号",
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, renewal, Ct);
        await ExpectAsync(district.Today, CommitteeState.Renewing);
        await district
            .Use<ConveneTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    RenewalId = renewal.RenewalId,
                    ExpectedVersion = 1,
                    On = district.Today,
                    TermEndsOn = district.Today.AddYears(5),
                },
                Ct
            );
        await ExpectAsync(district.Today, CommitteeState.InTerm);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = form.CommitteeId,
                    ExpectedVersion = 3,
                    On = district.Today.AddDays(1),
                    Reason = "区划调整",
                },
                Ct
            );
        await ExpectAsync(district.Today, CommitteeState.InTerm);
        await ExpectAsync(district.Today.AddDays(1), CommitteeState.Dissolved);
        var events = (await SeeAsync(district, district.Admin, form.CommitteeId)).Events;
        Assert.Equal(
            [
                LifecycleEvent.Established,
                LifecycleEvent.Extended,
                LifecycleEvent.RenewalOpened,
                LifecycleEvent.TermBegan,
                LifecycleEvent.Dissolved,
            ],
            events.Select(e => e.Kind)
        );
        Assert.All(events, e => Assert.Equal("区级管理员", e.Who));
        Assert.Equal([start, end, end.AddYears(1), end.AddYears(1), end.AddYears(1)], events.Select(e => e.RecordedAt!.Value.ChinaDate()));

        async Task ExpectAsync(DateOnly day, CommitteeState state)
        {
            district.Clock.SetUtcNow(ChinaTime.At(day, new TimeOnly(10, 0)).ToUniversalTime());
            await district.RenewAdminAsync();
            Assert.Equal((day, state), (day, (await SeeAsync(district, district.Admin, form.CommitteeId)).State));
            foreach (var other in Enum.GetValues<CommitteeState>())
                Assert.Equal(other == state ? [form.CommitteeId] : [], await ListAsync(district, other));
        }
    }

    /// <summary>A community's clerk, who prepares, and its street's, who approves.</summary>
    private async Task<(TestDistrict District, Scope Host, Scope Above)> OfficesAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (
            district,
            await district.StaffAsync("host", Role.CommunityClerk, district.Community1),
            await district.StaffAsync("above", Role.StreetClerk, district.Street1)
        );
    }

    private static async Task<Guid> PrepareAsync(TestDistrict district, Scope scope, string name = "社区大党委")
    {
        var form = new PrepareCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = district.Community1.Id,
            Name = name,
            On = district.Today,
            Remark = "按区委方案",
        };
        await district.Use<PrepareCommittee>().RunAsync(scope, form, Ct);
        return form.CommitteeId;
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

    private static Task<SeeLifecycle.Answer> SeeAsync(TestDistrict district, Scope scope, Guid committee) =>
        district.Use<SeeLifecycle>().AskAsync(scope, committee, Ct);

    private static async Task<Guid[]> ListAsync(TestDistrict district, CommitteeState? state) =>
        [.. (await district.Use<ListCommittees>().AskAsync(district.Admin, new() { State = state }, Ct)).Rows.Select(r => r.Id)];

    private static async Task<string> BrokenAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
