using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Resolutions;

public class ResolutionsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    private sealed record Scene(
        TestDistrict District,
        Scope Clerk,
        Guid Committee,
        (Guid Seat, Guid Unit, Guid Person) Lead,
        (Guid Seat, Guid Unit, Guid Person) Other,
        Guid Resolution
    )
    {
        public async Task<SeeResolution.Answer> SeeAsync() => await District.Use<SeeResolution>().AskAsync(Clerk, Resolution, Ct);

        public async Task<long> VersionAsync() => (await SeeAsync()).RowVersion;
    }

    private async Task<Scene> SceneAsync(bool inCommunity = false)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var place = inCommunity ? district.Community1 : district.Street1;
        var clerk = inCommunity ? await district.StaffAsync("community", Role.CommunityClerk, place) : await district.ClerkAsync(place);
        var committee = await district.CommitteeAsync(
            place,
            inCommunity ? CoBuilding.Committees.CommitteeKind.BigParty : CoBuilding.Committees.CommitteeKind.BigWorking
        );
        var lead = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var other = await district.MemberAsync(committee, district.Community1, "大连湾医院");
        return new Scene(
            district,
            clerk,
            committee,
            lead,
            other,
            await district.ResolutionAsync(clerk, committee, lead.Unit, null, null, other.Unit)
        );
    }

    [Fact]
    public async Task A_unit_is_asked_takes_note_reports_and_the_host_closes_with_thanks()
    {
        var scene = await SceneAsync();
        var secretary = await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person);
        var task = Assert.Single((await scene.District.Use<ListMyUnitTasks>().AskAsync(secretary, new(), Ct)).Rows);
        Assert.Equal((ResolutionState.Asked, true, true, "大连湾中学"), (task.State, task.IsLead, task.WaitsForLead, task.Unit));
        await ReportAsync(scene, secretary, ResolutionAction.Acknowledged);
        Assert.Equal(ResolutionState.Underway, (await scene.SeeAsync()).Row.State);
        await ReportAsync(scene, secretary, ResolutionAction.Progressed);
        await ReportAsync(scene, secretary, ResolutionAction.ReportedDone, note: "二十个车位已开放");
        var waiting = await scene.District.Use<ListResolutions>().AskAsync(scene.Clerk, new() { View = ResolutionView.WaitingForUs }, Ct);
        Assert.Equal(scene.Resolution, Assert.Single(waiting.Rows).Id);

        await scene
            .District.Use<ContinueResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    Note = "能否周末也开放",
                },
                Ct
            );
        Assert.Equal(ResolutionState.Underway, (await scene.SeeAsync()).Row.State);
        await ReportAsync(scene, secretary, ResolutionAction.ReportedDone);
        await scene
            .District.Use<CloseResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    Outcome = ResolutionOutcome.Done,
                },
                Ct
            );
        var closed = await scene.SeeAsync();
        Assert.Equal(
            [
                ResolutionAction.Asked,
                ResolutionAction.Acknowledged,
                ResolutionAction.Progressed,
                ResolutionAction.ReportedDone,
                ResolutionAction.Continued,
                ResolutionAction.ReportedDone,
                ResolutionAction.Closed,
            ],
            closed.Steps.Select(s => s.Kind)
        );
        Assert.Equal(("大连湾中学", "大连湾中学书记"), (closed.Steps[1].Unit, closed.Steps[1].Said!.Actor));
        await BreaksAsync("Resolutions.IsClosed", ReportAsync(scene, secretary, ResolutionAction.Progressed));
        Assert.Empty((await scene.District.Use<ListResolutions>().AskAsync(scene.Clerk, new() { CommitteeId = scene.Committee }, Ct)).Rows);
    }

    [Fact]
    public async Task A_consortiums_member_beyond_reach_is_found_by_its_name_alone_and_can_be_asked()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var consortium = await district.CommitteeAsync(district.Street1, CoBuilding.Committees.CommitteeKind.Consortium);
        var other = await district.CommitteeAsync(district.Street1);
        var outside = await district.MemberAsync(consortium, district.Community2, "西街港务");
        var within = await district.UnitAsync(district.Community1, "东街学校");
        await district.UnitAsync(district.Community2, "西街学校");

        var found = await FindAsync(consortium);
        Assert.Equal(
            [new(outside.Unit, "西街港务", null, null), new(within, "东街学校", district.Community1.Name, district.Street1.Name)],
            found
        );
        Assert.Equal([within], (await FindAsync(other)).Select(u => u.UnitId));
        Assert.Equal([within], (await FindAsync(null)).Select(u => u.UnitId));
        Assert.Empty(await FindAsync(consortium, "西街港务书记")); // its people are not shown here
        await Assert.ThrowsAsync<NotFound>(async () => await FindAsync(await district.CommitteeAsync(district.Street2)));

        await district
            .Use<MakeResolution>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = consortium,
                    Matter = "开放码头",
                    LeadUnitId = outside.Unit,
                    AssistingUnitIds = [within],
                },
                Ct
            );
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<MakeResolution>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        CommitteeId = other,
                        Matter = "开放码头",
                        LeadUnitId = outside.Unit,
                    },
                    Ct
                )
        );

        async Task<IReadOnlyList<FindAskableUnits.Row>> FindAsync(Guid? body, string? search = null) =>
            (await district.Use<FindAskableUnits>().AskAsync(clerk, new() { CommitteeId = body, Search = search }, Ct)).Rows;
    }

    [Fact]
    public async Task A_new_draft_begins_with_what_is_open_and_the_line_stays_off_once_it_is_taken_off()
    {
        var scene = await SceneAsync();
        var form = scene.District.MeetingForm(scene.Committee, scene.Lead.Seat);
        string[] topics = [.. form.Agenda.Select(l => l.Topic)];
        await DraftAsync(form);
        Assert.Equal(["通报议定事项进展", .. topics], await AgendaAsync());
        await DraftAsync(form with { OperationId = Guid.CreateVersion7() });
        Assert.Equal(topics, await AgendaAsync());

        var other = await scene.District.CommitteeAsync(scene.District.Street1, CoBuilding.Committees.CommitteeKind.Coordination);
        form = scene.District.MeetingForm(other, (await scene.District.MemberAsync(other, scene.District.Community1, "大连湾船厂")).Seat);
        await DraftAsync(form);
        Assert.Equal(topics, await AgendaAsync()); // that body has no resolutions

        Task DraftAsync(DraftMeeting.Form draft) => scene.District.Use<DraftMeeting>().RunAsync(scene.Clerk, draft, Ct);
        async Task<IReadOnlyList<string>> AgendaAsync() =>
            (await scene.District.Use<SeeMeeting>().AskAsync(scene.Clerk, form.MeetingId, Ct)).Topics;
    }

    [Fact]
    public async Task A_liaison_officer_reports_by_link_visibly_for_the_secretary_until_the_office_passes_on()
    {
        var scene = await SceneAsync();
        var links = await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        Assert.Equal([Addressee.Holder, Addressee.LiaisonOfficer], links.Where(l => l.IsLead).Select(l => l.Addressee));
        var link = scene.District.Link(links[1].Token);
        Assert.Equal(
            ("大连湾中学", true),
            (
                (await scene.District.Use<SeeTask>().AskAsync(link, null, Ct)).Unit,
                (await scene.District.Use<SeeTask>().AskAsync(link, null, Ct)).IsLead
            )
        );
        await scene.District.Use<ReportProgress>().RunAsync(link, new() { Action = ResolutionAction.Acknowledged }, Ct);
        var said = (await scene.SeeAsync()).Steps[^1].Said!;
        Assert.Equal((ReplySource.LiaisonOfficer, "大连湾中学联络员", "大连湾中学书记"), (said.Source, said.Actor, said.Principal));
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeTask>().AskAsync(link, Guid.CreateVersion7(), Ct));
        await scene.District.PersonAsync(scene.Lead.Unit, "新联络员", liaison: true);
        await Assert.ThrowsAsync<NotFound>(() =>
            scene.District.Use<ReportProgress>().RunAsync(link, new() { Action = ResolutionAction.Progressed }, Ct)
        );
    }

    [Fact]
    public async Task A_unit_that_assists_sees_the_task_and_adds_its_word_but_only_the_lead_moves_it_on()
    {
        var scene = await SceneAsync();
        var assistant = await scene.District.UnitScopeAsync(scene.Other.Unit, scene.Other.Person);
        Assert.False(Assert.Single((await scene.District.Use<ListMyUnitTasks>().AskAsync(assistant, new(), Ct)).Rows).IsLead);
        await BreaksAsync("Resolutions.OnlyLead", ReportAsync(scene, assistant, ResolutionAction.ReportedDone));
        await ReportAsync(scene, assistant, ResolutionAction.Progressed, note: "我们这边的指示牌已装好");
        var seen = await scene.SeeAsync();
        Assert.Equal(
            (ResolutionState.Asked, ResolutionAction.Progressed, "大连湾医院"),
            (seen.Row.State, seen.Steps[^1].Kind, seen.Steps[^1].Unit)
        );
        var stranger = await scene.District.MemberAsync(scene.Committee, scene.District.Community1, "旁观单位");
        var other = await scene.District.UnitScopeAsync(stranger.Unit, stranger.Person);
        await Assert.ThrowsAsync<NotFound>(() => ReportAsync(scene, other, ResolutionAction.Progressed));
        Assert.Empty((await scene.District.Use<ListMyUnitTasks>().AskAsync(other, new(), Ct)).Rows);
    }

    [Fact]
    public async Task A_unit_that_assists_speaks_by_its_own_link_and_by_phone_and_revoked_links_lead_nowhere()
    {
        var scene = await SceneAsync();
        var made = await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        var link = scene.District.Link(made.First(m => !m.IsLead).Token);
        var task = await scene.District.Use<SeeTask>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾医院", false), (task.Unit, task.IsLead));
        await scene
            .District.Use<ReportProgress>()
            .RunAsync(link, new() { Action = ResolutionAction.Progressed, Note = "指示牌已装好" }, Ct);
        await BreaksAsync(
            "Resolutions.OnlyLead",
            scene.District.Use<ReportProgress>().RunAsync(link, new() { Action = ResolutionAction.ReportedDone }, Ct)
        );
        await scene
            .District.Use<RecordProgress>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    UnitId = scene.Other.Unit,
                    Action = ResolutionAction.Progressed,
                    Note = "保安已排班",
                    ToldBy = "联络员",
                },
                Ct
            );
        Assert.Equal(
            [("大连湾医院", "指示牌已装好"), ("大连湾医院", "保安已排班")],
            (await scene.SeeAsync()).Steps.Where(s => s.Kind == ResolutionAction.Progressed).Select(s => (s.Unit, s.Note))
        );
        await Assert.ThrowsAsync<NotFound>(async () =>
            await scene
                .District.Use<RecordProgress>()
                .RunAsync(
                    scene.Clerk,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        UnitId = scene.Lead.Unit,
                        Action = ResolutionAction.Progressed,
                        ToldBy = "联络员",
                    },
                    Ct
                )
        );

        await scene.District.Use<RevokeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        foreach (var token in made.Select(m => m.Token))
            await Assert.ThrowsAnyAsync<Refusal>(() => scene.District.Use<SeeTask>().AskAsync(scene.District.Link(token), null, Ct));
    }

    [Fact]
    public async Task A_suspended_seats_links_rest()
    {
        var scene = await SceneAsync();
        var link = scene.District.Link(
            (await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct))
                .First(m => m.Addressee == Addressee.Holder)
                .Token
        );
        await scene.District.Use<SeeTask>().AskAsync(link, null, Ct);
        await scene
            .District.Use<CoBuilding.Committees.SuspendSeat>()
            .RunAsync(
                scene.District.Admin,
                new()
                {
                    SeatId = scene.Lead.Seat,
                    ExpectedVersion = 1,
                    From = scene.District.Today,
                    Reason = "单位搬迁",
                },
                Ct
            );
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeTask>().AskAsync(link, null, Ct));
    }

    [Fact]
    public async Task A_lead_that_moved_to_another_street_stays_named_and_can_be_written_to()
    {
        var scene = await SceneAsync();
        var unit = await scene.District.Use<CoBuilding.Units.SeeUnit>().AskAsync(scene.District.Admin, scene.Lead.Unit, Ct);
        await scene
            .District.Use<CoBuilding.Units.Residences.MoveUnit>()
            .RunAsync(
                scene.District.Admin,
                new()
                {
                    UnitId = scene.Lead.Unit,
                    ExpectedVersion = unit.RowVersion,
                    PlaceId = scene.District.Community2.Id,
                    On = scene.District.Today,
                },
                Ct
            );
        Assert.Equal("大连湾中学", (await scene.SeeAsync()).Row.Lead);
        Assert.Equal("大连湾中学", Assert.Single((await scene.District.Use<ListResolutions>().AskAsync(scene.Clerk, new(), Ct)).Rows).Lead);
        var made = await scene.District.Use<MakeTaskLinks>().RunAsync(scene.Clerk, new() { ResolutionId = scene.Resolution }, Ct);
        Assert.Equal(["大连湾中学", "大连湾医院"], made.Select(m => m.Unit).Distinct());
        await scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.Lead.Unit); // its seat is still there
        var stranger = await scene.District.UnitAsync(scene.District.Community2, "他街单位");
        await Assert.ThrowsAsync<NotFound>(() => scene.District.ResolutionAsync(scene.Clerk, scene.Committee, stranger));
    }

    [Fact]
    public async Task Overdue_is_told_from_the_day_and_never_stored()
    {
        var scene = await SceneAsync();
        Assert.Equal(0, (await OverdueAsync(scene.Clerk)).Total);
        scene.District.Clock.Advance(TimeSpan.FromDays(15));
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        Assert.True(Assert.Single((await OverdueAsync(clerk)).Rows).IsOverdue);
        await scene
            .District.Use<RecordProgress>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = (await scene.District.Use<SeeResolution>().AskAsync(clerk, scene.Resolution, Ct)).RowVersion,
                    Action = ResolutionAction.ProposedDay,
                    Day = scene.District.Today.AddDays(9),
                    ToldBy = "联络员",
                },
                Ct
            );
        Assert.Empty((await OverdueAsync(clerk)).Rows); // the host's response is awaited
        var version = (await scene.District.Use<SeeResolution>().AskAsync(clerk, scene.Resolution, Ct)).RowVersion;
        await scene
            .District.Use<ExtendResolution>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = version,
                    Deadline = scene.District.Today.AddDays(9),
                    Reason = "设备未到",
                },
                Ct
            );
        Assert.Empty((await OverdueAsync(clerk)).Rows);

        Task<Page<ListResolutions.Row>> OverdueAsync(Scope who) =>
            scene.District.Use<ListResolutions>().AskAsync(who, new() { View = ResolutionView.Overdue }, Ct);
    }

    [Fact]
    public async Task The_lead_names_the_day_where_none_is_set_and_another_one_is_the_hosts_to_agree_to()
    {
        var scene = await SceneAsync();
        var secretary = await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person);
        var open = new MakeResolution.Form
        {
            CommitteeId = scene.Committee,
            Matter = "共用会议室",
            LeadUnitId = scene.Lead.Unit,
        };
        await scene.District.Use<MakeResolution>().RunAsync(scene.Clerk, open, Ct);
        var day = scene.District.Today.AddDays(20);
        await BreaksAsync(
            "Resolutions.DayHasPassed",
            scene
                .District.Use<ReportProgress>()
                .RunAsync(
                    secretary,
                    new()
                    {
                        ResolutionId = open.ResolutionId,
                        Action = ResolutionAction.Acknowledged,
                        Day = scene.District.Today.AddDays(-1),
                    },
                    Ct
                )
        );
        await scene
            .District.Use<ReportProgress>()
            .RunAsync(
                secretary,
                new()
                {
                    ResolutionId = open.ResolutionId,
                    Action = ResolutionAction.Acknowledged,
                    Day = day,
                },
                Ct
            );
        Assert.Equal(day, (await scene.District.Use<SeeResolution>().AskAsync(scene.Clerk, open.ResolutionId, Ct)).Row.Deadline);

        var before = (await scene.SeeAsync()).Row.Deadline;
        await scene
            .District.Use<ReportProgress>()
            .RunAsync(
                secretary,
                new()
                {
                    ResolutionId = scene.Resolution,
                    Action = ResolutionAction.ProposedDay,
                    Day = day,
                },
                Ct
            );
        var proposed = await scene.SeeAsync();
        Assert.Equal((before, day, ResolutionWait.Host), (proposed.Row.Deadline, proposed.Row.ProposedDay, proposed.Row.WaitsFor));
        await BreaksAsync(
            "Resolutions.NotLater",
            scene
                .District.Use<ExtendResolution>()
                .RunAsync(
                    scene.Clerk,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = proposed.RowVersion,
                        Deadline = before,
                        Reason = "同意",
                    },
                    Ct
                )
        );
        await scene
            .District.Use<ExtendResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = proposed.RowVersion,
                    Deadline = day,
                    Reason = "同意",
                },
                Ct
            );
        Assert.Equal(
            (day, null, ResolutionWait.Lead),
            ((await scene.SeeAsync()).Row.Deadline, (await scene.SeeAsync()).Row.ProposedDay, (await scene.SeeAsync()).Row.WaitsFor)
        );
    }

    [Fact]
    public async Task What_cannot_be_done_is_explained_and_may_be_closed_as_explained()
    {
        var scene = await SceneAsync();
        var secretary = await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person);
        await Assert.ThrowsAsync<ValidationFailed>(() => ReportAsync(scene, secretary, ResolutionAction.CannotBeDone));
        await ReportAsync(scene, secretary, ResolutionAction.CannotBeDone, note: "车场产权不在我校");
        Assert.Equal(ResolutionWait.Host, (await scene.SeeAsync()).Row.WaitsFor);
        await scene
            .District.Use<CloseResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = await scene.VersionAsync(),
                    Outcome = ResolutionOutcome.Explained,
                    Note = "感谢说明，另寻场地",
                },
                Ct
            );
        Assert.Equal(
            (ResolutionState.Closed, ResolutionOutcome.Explained),
            ((await scene.SeeAsync()).Row.State, (await scene.SeeAsync()).Row.Outcome)
        );
    }

    [Fact]
    public async Task A_community_asks_the_street_the_street_the_district_and_the_answer_returns_to_its_origin()
    {
        var scene = await SceneAsync(inCommunity: true);
        var (district, community) = (scene.District, scene.Clerk);
        var street = await district.ClerkAsync(district.Street1);
        await UpAsync(community, "涉及街道车场");
        var waiting = Assert.Single(
            (await district.Use<ListResolutions>().AskAsync(street, new() { View = ResolutionView.WaitingForUs }, Ct)).Rows
        );
        Assert.Equal(scene.Resolution, waiting.Id);
        Assert.True((await district.Use<SeeResolution>().AskAsync(street, scene.Resolution, Ct)).MayAnswerAbove);
        await BreaksAsync("Resolutions.NotLevelAbove", AnswerAsync(community, false));
        await BreaksAsync("Resolutions.NotLevelAbove", UpAsync(community, "再提请")); // it is the street's to ask on
        await BreaksAsync(
            "Resolutions.IsAbove",
            district
                .Use<CloseResolution>()
                .RunAsync(
                    community,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        Outcome = ResolutionOutcome.Done,
                    },
                    Ct
                )
        );

        await AnswerAsync(street, takesOn: true);
        Assert.Equal(ResolutionState.TakenOn, (await scene.SeeAsync()).Row.State);
        await UpAsync(street, "涉及区属道路");
        await BreaksAsync("Resolutions.NotLevelAbove", AnswerAsync(street, false));
        await BreaksAsync("Resolutions.NobodyAbove", UpAsync(district.Admin, "再往上"));
        await AnswerAsync(district.Admin, false);
        var back = await scene.SeeAsync();
        Assert.Equal(
            (ResolutionState.AnsweredAbove, ResolutionWait.Host, null),
            (back.Row.State, back.Row.WaitsFor, back.Row.AbovePlaceId)
        );
        Assert.Equal(["东街道", "东街道", "测试区", "测试区"], back.Steps.Where(s => s.Above is not null).Select(s => s.Above));
        await BreaksAsync("Resolutions.NotAbove", AnswerAsync(district.Admin, false));

        async Task UpAsync(Scope who, string reason) =>
            await district
                .Use<SubmitUpward>()
                .RunAsync(
                    who,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        Reason = reason,
                    },
                    Ct
                );
        async Task AnswerAsync(Scope who, bool takesOn) =>
            await district
                .Use<AnswerFromAbove>()
                .RunAsync(
                    who,
                    new()
                    {
                        ResolutionId = scene.Resolution,
                        ExpectedVersion = await scene.VersionAsync(),
                        TakesOn = takesOn,
                        Note = "已协调",
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_unit_is_reminded_once_a_day_at_most_and_only_while_the_next_word_is_its_own()
    {
        var scene = await SceneAsync();
        await RemindAsync(scene.Clerk);
        await BreaksAsync("Resolutions.RemindedToday", RemindAsync(scene.Clerk));
        Assert.True((await scene.SeeAsync()).IsRemindedToday);
        scene.District.Clock.Advance(TimeSpan.FromDays(1));
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        await RemindAsync(clerk);
        await scene
            .District.Use<RecordConvenerCall>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = 1,
                    On = scene.District.Today,
                    Note = "书记答应下周完成",
                },
                Ct
            );
        await scene
            .District.Use<RecordProgress>()
            .RunAsync(
                clerk,
                new()
                {
                    ResolutionId = scene.Resolution,
                    ExpectedVersion = 1,
                    Action = ResolutionAction.ReportedDone,
                    ToldBy = "联络员",
                },
                Ct
            );
        scene.District.Clock.Advance(TimeSpan.FromDays(1));
        clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        await BreaksAsync("Resolutions.NotWithUnit", RemindAsync(clerk, 2));

        Task RemindAsync(Scope who, long version = 1) =>
            scene.District.Use<RemindUnit>().RunAsync(who, new() { ResolutionId = scene.Resolution, ExpectedVersion = version }, Ct);
    }

    [Fact]
    public async Task An_office_of_the_host_can_lead_and_one_lead_is_enough()
    {
        var scene = await SceneAsync();
        var form = new MakeResolution.Form
        {
            CommitteeId = scene.Committee,
            Matter = "划定临时车位",
            LeadOffice = "街道城建办",
        };
        await scene.District.Use<MakeResolution>().RunAsync(scene.Clerk, form, Ct);
        var seen = await scene.District.Use<SeeResolution>().AskAsync(scene.Clerk, form.ResolutionId, Ct);
        Assert.Equal((ResolutionState.Underway, "街道城建办"), (seen.Row.State, seen.Row.Lead));
        await BreaksAsync(
            "Resolutions.NotWithUnit",
            scene.District.Use<RemindUnit>().RunAsync(scene.Clerk, new() { ResolutionId = form.ResolutionId, ExpectedVersion = 1 }, Ct)
        );
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            scene
                .District.Use<MakeResolution>()
                .RunAsync(
                    scene.Clerk,
                    form with
                    {
                        ResolutionId = Guid.CreateVersion7(),
                        OperationId = Guid.CreateVersion7(),
                        LeadUnitId = scene.Lead.Unit,
                    },
                    Ct
                )
        );
        await BreaksAsync(
            "Resolutions.LeadAssists",
            scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.Lead.Unit, null, null, scene.Lead.Unit)
        );
    }

    private static Task ReportAsync(Scene scene, Scope who, ResolutionAction action, string? note = null) =>
        scene
            .District.Use<ReportProgress>()
            .RunAsync(
                who,
                new()
                {
                    ResolutionId = scene.Resolution,
                    Action = action,
                    Note = note,
                },
                Ct
            );

    private static async Task BreaksAsync(string key, Task action) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<RuleBroken>(() => action)).Key);
}
