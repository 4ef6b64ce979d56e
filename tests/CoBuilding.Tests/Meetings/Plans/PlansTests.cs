using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Topics;
using CoBuilding.Meetings.Words;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Plans;

/// <summary>From a planned meeting through collected topics to the agenda of its notice.</summary>
public class PlansTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_plan_lives_from_planned_through_collecting_and_reviewing_to_called()
    {
        var (district, committee, member) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        Assert.Equal(PlanState.Planned, (await SeeAsync(district, plan)).State);
        await CollectAsync(district, plan, 5);
        Assert.Equal(PlanState.Collecting, (await SeeAsync(district, plan)).State);
        district.Clock.Advance(TimeSpan.FromDays(6));
        var admin = await district.SignInAsync("admin");
        Assert.Equal(PlanState.Reviewing, (await district.Use<SeePlan>().AskAsync(admin, plan, Ct)).State);
        var meeting = district.MeetingForm(committee, member.Seat) with { PlanId = plan };
        await district.Use<DraftMeeting>().RunAsync(admin, meeting, Ct);
        var called = await district.Use<SeePlan>().AskAsync(admin, plan, Ct);
        Assert.Equal((PlanState.Called, (Guid?)meeting.MeetingId), (called.State, called.Plan.MeetingId));
        Assert.Equal(
            PlanState.Called,
            Assert.Single((await district.Use<ListPlans>().AskAsync(admin, new() { State = PlanState.Called }, Ct)).Rows).State
        );
    }

    [Fact]
    public async Task A_unit_proposes_changes_and_withdraws_by_its_link_until_the_deadline()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await LinksAsync(district, plan)).Token);
        var form = new ProposeTopic.Form
        {
            Title = "共享停车场",
            Necessity = "晚间空置",
            Minutes = 15,
        };
        await district.Use<ProposeTopic>().RunAsync(link, form, Ct);
        await district.Use<ProposeTopic>().RunAsync(link, form with { OperationId = Guid.CreateVersion7(), Title = "夜间共享停车场" }, Ct);
        var own = Assert.Single((await district.Use<SeeTopicCall>().AskAsync(link, null, Ct)).Topics);
        Assert.Equal(("夜间共享停车场", TopicState.Proposed), (own.Title, own.State));
        var seen = Assert.Single((await SeeAsync(district, plan)).Topics);
        Assert.Equal((TopicSource.LiaisonOfficer, "U1联络员"), (seen.Source, seen.ProposedBy));

        await district.Use<WithdrawTopic>().RunAsync(link, new() { TopicId = form.TopicId }, Ct);
        Assert.Empty((await SeeAsync(district, plan)).Topics);

        district.Clock.Advance(TimeSpan.FromDays(6));
        await RuleAssert.BrokenAsync(
            "Plans.NotCollecting",
            () => district.Use<ProposeTopic>().RunAsync(link, new() { Title = "迟到的议题" }, Ct)
        );
    }

    [Fact]
    public async Task The_same_proposal_sent_twenty_times_at_once_is_stored_once()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await LinksAsync(district, plan)).Token);
        var form = new ProposeTopic.Form { Title = "共享停车场" };
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    try
                    {
                        await district.Use<ProposeTopic>().RunAsync(link, form, Ct);
                    }
                    catch (AlreadyDone) { }
                })
        );
        Assert.Single((await SeeAsync(district, plan)).Topics);
    }

    [Fact]
    public async Task A_seats_revoked_links_lead_nowhere_what_it_proposed_stays_and_a_new_one_opens()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 5);
        var made = Assert.Single(await LinksAsync(district, plan));
        await district.Use<ProposeTopic>().RunAsync(district.Link(made.Token), new() { Title = "共享停车场" }, Ct);
        await district.Use<RevokeTopicLinks>().RunAsync(district.Admin, new() { CallId = made.CallId }, Ct);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeTopicCall>().AskAsync(district.Link(made.Token), null, Ct));
        Assert.Single((await SeeAsync(district, plan)).Topics);
        Assert.Single(
            (
                await district.Use<SeeTopicCall>().AskAsync(district.Link(Assert.Single(await LinksAsync(district, plan)).Token), null, Ct)
            ).Topics
        );
    }

    [Fact]
    public async Task No_notice_goes_out_while_a_topic_has_no_answer()
    {
        var (district, committee, member) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        var topic = await EnterAsync(district, plan, "老旧小区停车难");
        var meeting = district.MeetingForm(committee, member.Seat) with { PlanId = plan };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        await RuleAssert.BrokenAsync(
            "Topics.Unanswered",
            () => district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting.MeetingId }, Ct)
        );
        await AnswerAsync(district, topic, TopicState.Declined, "已列入街道年度计划");
        await district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting.MeetingId }, Ct);
        await RuleAssert.BrokenAsync("Topics.NoticeIsOut", () => AnswerAsync(district, topic, TopicState.Accepted, version: 2));
    }

    [Fact]
    public async Task A_topic_is_declined_only_with_a_reason_and_merged_only_into_one_that_stands()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        var (one, other) = (await EnterAsync(district, plan, "停车难"), await EnterAsync(district, plan, "车位共享"));
        await RuleAssert.BrokenAsync("Topics.ReasonMissing", () => AnswerAsync(district, one, TopicState.Declined));
        await RuleAssert.BrokenAsync("Topics.OtherMissing", () => AnswerAsync(district, one, TopicState.Merged));
        await RuleAssert.BrokenAsync("Topics.OtherIsNoTopic", () => AnswerAsync(district, one, TopicState.Merged, into: one));
        await AnswerAsync(district, one, TopicState.Merged, into: other);
        await RuleAssert.BrokenAsync("Topics.OthersAreMerged", () => AnswerAsync(district, other, TopicState.Declined, "不急"));
        await AnswerAsync(district, other, TopicState.Accepted);
        Assert.Equal(["车位共享"], (await SeeAsync(district, plan)).Agenda.Select(t => t.Title));
    }

    [Fact]
    public async Task Accepted_topics_come_on_the_agenda_with_the_unit_that_proposed_them()
    {
        var (district, committee, member) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 5);
        var call = Assert.Single((await SeeAsync(district, plan)).Asked).Id;
        var topic = await EnterAsync(district, plan, "共享停车场", call);
        await AnswerAsync(district, topic, TopicState.Accepted);
        var meeting = district.MeetingForm(committee, member.Seat) with
        {
            PlanId = plan,
            Agenda =
            [
                new()
                {
                    Topic = "共享停车场",
                    Minutes = 20,
                    TopicId = topic,
                },
            ],
        };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        var item = Assert.Single((await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct)).Agenda);
        Assert.Equal(("共享停车场", (int?)20, "U1"), (item.Topic, item.Minutes, item.Unit));
    }

    [Fact]
    public async Task The_agenda_of_a_notice_says_what_the_topics_answers_say()
    {
        var (district, committee, member) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        var topic = await EnterAsync(district, plan, "共享停车场");
        var line = new DraftMeeting.Line { Topic = "共享停车场", TopicId = topic };
        var meeting = district.MeetingForm(committee, member.Seat) with { PlanId = plan, Agenda = [line] };
        await RuleAssert.BrokenAsync("Topics.NotAccepted", () => district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct));
        await AnswerAsync(district, topic, TopicState.Accepted);
        var without = meeting with { Agenda = [new() { Topic = "通报情况" }] };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, without, Ct);
        await RuleAssert.BrokenAsync("Topics.NotOnAgenda", () => SendAsync());

        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting with { OperationId = Guid.CreateVersion7() }, Ct);
        await AnswerAsync(district, topic, TopicState.Declined, "已列入年度计划", version: 2);
        await RuleAssert.BrokenAsync("Topics.NotAccepted", () => SendAsync());
        await AnswerAsync(district, topic, TopicState.Accepted, version: 3);
        await SendAsync();

        var elsewhere = await EnterAsync(district, await district.PlanAsync(district.Admin, committee), "别的会");
        var other = district.MeetingForm(committee, member.Seat) with { Agenda = [line with { TopicId = elsewhere }] };
        await Assert.ThrowsAsync<NotFound>(() => district.Use<DraftMeeting>().RunAsync(district.Admin, other, Ct));

        Task SendAsync() => district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting.MeetingId }, Ct);
    }

    [Fact]
    public async Task A_plan_needs_a_body_that_stands_somebody_to_ask_and_a_deadline_before_its_last_day()
    {
        var (district, committee, member) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await RuleAssert.BrokenAsync("Plans.DeadlineAfterMeeting", () => CollectAsync(district, plan, 15));
        await CollectAsync(district, plan, 12);
        var seen = await SeeAsync(district, plan);
        var earlier = new PlanMeeting.Form
        {
            PlanId = plan,
            ExpectedVersion = seen.RowVersion,
            CommitteeId = committee,
            Title = "提前",
            FirstDay = district.Today.AddDays(5),
            LastDay = district.Today.AddDays(6),
        };
        await RuleAssert.BrokenAsync("Plans.DeadlineAfterMeeting", () => district.Use<PlanMeeting>().RunAsync(district.Admin, earlier, Ct));

        var empty = await district.PlanAsync(district.Admin, await district.CommitteeAsync(district.Street2));
        await RuleAssert.BrokenAsync("Plans.NobodyToAsk", () => CollectAsync(district, empty, 5));
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    From = district.Today,
                    Reason = "单位搬迁",
                },
                Ct
            );
        var suspended = await district.PlanAsync(district.Admin, committee);
        await RuleAssert.BrokenAsync("Plans.NobodyToAsk", () => CollectAsync(district, suspended, 5));

        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = roster.RowVersion,
                    On = district.Today,
                    Reason = "合并",
                },
                Ct
            );
        await RuleAssert.BrokenAsync("Committees.AlreadyDissolved", () => district.PlanAsync(district.Admin, committee));
        await RuleAssert.BrokenAsync(
            "Committees.AlreadyDissolved",
            () => district.Use<DraftMeeting>().RunAsync(district.Admin, district.MeetingForm(committee, member.Seat), Ct)
        );
    }

    [Fact]
    public async Task Links_for_topics_live_until_the_last_day_wherever_it_moves()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 2);
        var link = district.Link(Assert.Single(await LinksAsync(district, plan)).Token);
        var seen = await SeeAsync(district, plan);
        await district
            .Use<PlanMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = seen.RowVersion,
                    CommitteeId = committee,
                    Title = seen.Plan.Title,
                    FirstDay = district.Today.AddDays(20),
                    LastDay = district.Today.AddDays(30),
                },
                Ct
            );
        district.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(PlanState.Reviewing, (await district.Use<SeeTopicCall>().AskAsync(link, null, Ct)).State);
        await district.RenewAdminAsync();
        await CollectAsync(district, plan, 1);
        await district.Use<ProposeTopic>().RunAsync(link, new() { Title = "补充议题" }, Ct);
        district.Clock.Advance(TimeSpan.FromDays(2));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeTopicCall>().AskAsync(link, null, Ct));
    }

    [Fact]
    public async Task A_unit_proposes_a_bounded_number_of_topics_for_one_meeting()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await LinksAsync(district, plan)).Token);
        for (var n = 1; n <= 10; n++)
            await district.Use<ProposeTopic>().RunAsync(link, new() { Title = $"议题{n}" }, Ct);
        await RuleAssert.BrokenAsync("Topics.TooMany", () => district.Use<ProposeTopic>().RunAsync(link, new() { Title = "又一个" }, Ct));
    }

    [Fact]
    public async Task A_withdrawn_plan_says_why_to_who_proposed_and_takes_no_more()
    {
        var (district, committee, _) = await CreateAsync();
        var plan = await district.PlanAsync(district.Admin, committee);
        await CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await LinksAsync(district, plan)).Token);
        await district.Use<ProposeTopic>().RunAsync(link, new() { Title = "共享停车场" }, Ct);
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = (await SeeAsync(district, plan)).RowVersion,
                    Reason = "与下季度合开",
                },
                Ct
            );
        var shown = await district.Use<SeeTopicCall>().AskAsync(link, null, Ct);
        Assert.Equal((PlanState.Withdrawn, "与下季度合开", "共享停车场"), (shown.State, shown.Reason, Assert.Single(shown.Topics).Title));
        await RuleAssert.BrokenAsync(
            "Plans.NotCollecting",
            () => district.Use<ProposeTopic>().RunAsync(link, new() { Title = "再提" }, Ct)
        );
        await RuleAssert.BrokenAsync(
            "Plans.IsOver",
            async () =>
                await district
                    .Use<WithdrawPlan>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = plan,
                            ExpectedVersion = (await SeeAsync(district, plan)).RowVersion,
                            Reason = "再撤",
                        },
                        Ct
                    )
        );
    }

    [Fact]
    public async Task A_merged_meeting_is_hosted_by_both_bodies_and_counts_for_both()
    {
        var (district, committee, member) = await CreateAsync();
        var community = await district.CommitteeAsync(district.Community1, CommitteeKind.Consultation);
        var neighbor = await district.MemberAsync(community, district.Community1, "U2");
        var (plan, joining) = (await district.PlanAsync(district.Admin, committee), await district.PlanAsync(district.Admin, community));
        await EnterAsync(district, joining, "社区食堂");
        await district
            .Use<MergePlans>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = joining,
                    ExpectedVersion = 1,
                    IntoId = plan,
                },
                Ct
            );
        var merged = await SeeAsync(district, plan);
        Assert.Equal((community, "社区食堂"), (Assert.Single(merged.Joined).CommitteeId, Assert.Single(merged.Topics).Title));

        var meeting = district.MeetingForm(committee, member.Seat, neighbor.Seat) with { PlanId = plan };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        foreach (var body in new[] { committee, community })
            Assert.Equal(
                meeting.MeetingId,
                Assert.Single((await district.Use<ListMeetings>().AskAsync(district.Admin, new() { CommitteeId = body }, Ct)).Rows).Id
            );
        Assert.Equal(
            community,
            Assert.Single((await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct)).CoHosting).CommitteeId
        );
    }

    [Fact]
    public async Task A_body_outside_the_hosts_place_does_not_join()
    {
        var (district, committee, _) = await CreateAsync();
        var elsewhere = await district.CommitteeAsync(district.Street2);
        var (plan, joining) = (await district.PlanAsync(district.Admin, committee), await district.PlanAsync(district.Admin, elsewhere));
        await RuleAssert.BrokenAsync(
            "Plans.BodyOutOfPlace",
            () =>
                district
                    .Use<MergePlans>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = joining,
                            ExpectedVersion = 1,
                            IntoId = plan,
                        },
                        Ct
                    )
        );
    }

    [Fact]
    public async Task A_plan_that_others_joined_joins_no_third()
    {
        var (district, committee, _) = await CreateAsync();
        List<Guid> plans = [];
        for (var n = 0; n < 3; n++)
            plans.Add(await district.PlanAsync(district.Admin, committee));
        await district
            .Use<MergePlans>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plans[0],
                    ExpectedVersion = 1,
                    IntoId = plans[1],
                },
                Ct
            );
        await RuleAssert.BrokenAsync(
            "Plans.OthersJoined",
            () =>
                district
                    .Use<MergePlans>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = plans[1],
                            ExpectedVersion = 1,
                            IntoId = plans[2],
                        },
                        Ct
                    )
        );
        await RuleAssert.BrokenAsync(
            "Plans.MergedIntoItself",
            () =>
                district
                    .Use<MergePlans>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            PlanId = plans[2],
                            ExpectedVersion = 1,
                            IntoId = plans[2],
                        },
                        Ct
                    )
        );
    }

    [Fact]
    public async Task A_meeting_that_has_opened_is_neither_moved_nor_put_off_and_early_marks_do_not_outlive_a_move()
    {
        var (district, committee, member) = await CreateAsync();
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var token = (await district.Use<MakeLinks>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct))[0].Token;
        district.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1)); // the day's morning, before the start
        await district.RenewAdminAsync();
        var before = (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct)).Meeting;
        district.Clock.SetUtcNow(before.StartsAt - TimeSpan.FromMinutes(10));
        await district
            .Use<MarkPresence>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    Marks =
                    [
                        new(
                            (await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct)).Rows[0].InvitationId,
                            Presence.Present
                        ),
                    ],
                },
                Ct
            );
        await MoveAsync(district.Today.AddDays(1));
        Assert.Null((await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct)).Rows[0].Presence);

        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        // The link moved with the meeting.
        await district.Use<AnswerInvitation>().RunAsync(district.Link(token), new() { Reply = Reply.Attend }, Ct);
        await district.Use<CoBuilding.Meetings.Room.OpenMeeting>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct);
        await RuleAssert.BrokenAsync("Meetings.HasBegun", () => MoveAsync(district.Today.AddDays(3)));
        await RuleAssert.BrokenAsync(
            "Meetings.HasBegun",
            async () =>
                await district
                    .Use<PostponeMeeting>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            MeetingId = meeting,
                            ExpectedVersion = await VersionAsync(),
                            Reason = "台风",
                        },
                        Ct
                    )
        );

        async Task<long> VersionAsync() => (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct)).Meeting.RowVersion;
        async Task MoveAsync(DateOnly day) =>
            await district
                .Use<ChangeMeeting>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        MeetingId = meeting,
                        ExpectedVersion = await VersionAsync(),
                        Day = day,
                        Start = new(9, 0),
                        End = new(10, 0),
                        Venue = "街道会议室",
                        ReplyByDay = day,
                        ReplyByTime = new(8, 30),
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_postponed_meeting_takes_no_answers_and_is_not_held_until_a_new_time_is_set()
    {
        var (district, committee, member) = await CreateAsync();
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var token = (await district.Use<MakeLinks>().RunAsync(district.Admin, new() { MeetingId = meeting }, Ct))[0].Token;
        await district.Use<AnswerInvitation>().RunAsync(district.Link(token), new() { Reply = Reply.Attend }, Ct);
        await district
            .Use<PostponeMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        var notice = await district.Use<SeeInvitation>().AskAsync(district.Link(token), null, Ct);
        Assert.Equal((MeetingState.Postponed, "台风", (Reply?)null), (notice.State, notice.WhyNot, notice.Reply));
        await RuleAssert.BrokenAsync(
            "Meetings.IsPostponed",
            () => district.Use<AnswerInvitation>().RunAsync(district.Link(token), new() { Reply = Reply.Attend }, Ct)
        );

        district.Clock.Advance(TimeSpan.FromDays(8)); // the old day has passed
        var admin = await district.SignInAsync("admin");
        Assert.Empty((await district.Use<ListMeetings>().AskAsync(admin, new() { State = MeetingState.Held }, Ct)).Rows);
        var postponed = Assert.Single(
            (await district.Use<ListMeetings>().AskAsync(admin, new() { State = MeetingState.Postponed }, Ct)).Rows
        );
        Assert.Equal((meeting, MeetingState.Postponed), (postponed.Id, postponed.State));
        var day = district.Clock.GetUtcNow().ChinaDate().AddDays(7);
        await district
            .Use<ChangeMeeting>()
            .RunAsync(
                admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = 3,
                    Day = day,
                    Start = new(9, 0),
                    End = new(10, 0),
                    Venue = "街道会议室",
                    ReplyByDay = day,
                    ReplyByTime = new(8, 0),
                },
                Ct
            );
        Assert.Equal(MeetingState.Notified, (await district.Use<SeeMeeting>().AskAsync(admin, meeting, Ct)).State);
    }

    [Fact]
    public async Task A_districts_own_kind_of_meeting_is_called_by_its_name()
    {
        var (district, committee, member) = await CreateAsync();
        var word = new AddMeetingWord.Form { List = MeetingWordList.MeetingKinds, Name = "圆桌会" };
        await district.Use<AddMeetingWord>().RunAsync(district.Admin, word, Ct);
        var meeting = district.MeetingForm(committee, member.Seat) with { KindId = word.WordId };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        var seen = await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct);
        Assert.Equal((MeetingKind.Own, "圆桌会"), (seen.Meeting.Kind, seen.Kind.Said));
        Assert.Equal(
            "圆桌会",
            Assert.Single((await district.Use<ListMeetings>().AskAsync(district.Admin, new() { KindId = word.WordId }, Ct)).Rows).Kind
        );
        await RuleAssert.BrokenAsync(
            "Words.NameIsTaken",
            () =>
                district
                    .Use<AddMeetingWord>()
                    .RunAsync(district.Admin, word with { OperationId = Guid.CreateVersion7(), WordId = Guid.CreateVersion7() }, Ct)
        );
    }

    [Fact]
    public async Task A_word_that_is_offered_no_longer_stays_where_it_was_used()
    {
        var (district, committee, member) = await CreateAsync();
        var word = new AddMeetingWord.Form { List = MeetingWordList.MeetingKinds, Name = "圆桌会" };
        await district.Use<AddMeetingWord>().RunAsync(district.Admin, word, Ct);
        var meeting = district.MeetingForm(committee, member.Seat) with { KindId = word.WordId };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        await district
            .Use<EditMeetingWord>()
            .RunAsync(
                district.Admin,
                new()
                {
                    WordId = word.WordId,
                    ExpectedVersion = 1,
                    Name = "圆桌会议",
                    Ordinal = 50,
                    IsOffered = false,
                },
                Ct
            );
        Assert.Equal("圆桌会议", (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct)).Kind.Said);
        Assert.DoesNotContain(
            (await district.Use<SeeMeetingWords>().AskAsync(district.Admin, Ct)).Where(w => w.IsOffered),
            w => w.Id == word.WordId
        );
    }

    private async Task<(TestDistrict District, Guid Committee, (Guid Seat, Guid Unit, Guid Person) Member)> CreateAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        return (district, committee, await district.MemberAsync(committee, district.Street1, "U1"));
    }

    private static Task<SeePlan.Answer> SeeAsync(TestDistrict district, Guid plan) =>
        district.Use<SeePlan>().AskAsync(district.Admin, plan, Ct);

    private static async Task CollectAsync(TestDistrict district, Guid plan, int days) =>
        await district
            .Use<CollectTopics>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = (await SeeAsync(district, plan)).RowVersion,
                    UntilDay = district.Today.AddDays(days),
                },
                Ct
            );

    private static Task<IReadOnlyList<MakeTopicLinks.Made>> LinksAsync(TestDistrict district, Guid plan) =>
        district.Use<MakeTopicLinks>().RunAsync(district.Admin, new() { PlanId = plan }, Ct);

    private static async Task<Guid> EnterAsync(TestDistrict district, Guid plan, string title, Guid? call = null)
    {
        var form = new EnterTopic.Form
        {
            PlanId = plan,
            Title = title,
            CallId = call,
            ToldBy = call is null ? null : "李",
        };
        await district.Use<EnterTopic>().RunAsync(district.Admin, form, Ct);
        return form.TopicId;
    }

    private static Task AnswerAsync(
        TestDistrict district,
        Guid topic,
        TopicState verdict,
        string? answer = null,
        Guid? into = null,
        long version = 1
    ) =>
        district
            .Use<AnswerTopic>()
            .RunAsync(
                district.Admin,
                new()
                {
                    TopicId = topic,
                    ExpectedVersion = version,
                    Verdict = verdict,
                    Answer = answer,
                    IntoId = into,
                },
                Ct
            );
}
