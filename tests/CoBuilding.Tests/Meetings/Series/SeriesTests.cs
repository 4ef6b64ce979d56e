using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Series;
using CoBuilding.Meetings.Topics;
using CoBuilding.Meetings.Words;
using CoBuilding.Places.Workdays;
using CoBuilding.Tests.House;
using Microsoft.EntityFrameworkCore;
using ToDoKind = CoBuilding.Dashboards.ListToDos.ToDoKind;

namespace CoBuilding.Tests.Meetings.Series;

/// <summary>
/// Series of meetings: due and missed periods are derived, and missed ones are shown with their reasons. Today is Monday, 23 November 2026.
/// </summary>
public class SeriesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData(Cadence.Monthly, "2026-11-01", "2026-11-30", "2026年11月")]
    [InlineData(Cadence.Quarterly, "2026-10-01", "2026-12-31", "2026年第四季度")]
    [InlineData(Cadence.HalfYearly, "2026-07-01", "2026-12-31", "2026年下半年")]
    [InlineData(Cadence.Yearly, "2026-01-01", "2026-12-31", "2026年")]
    public void A_period_lies_in_the_calendar(Cadence cadence, string first, string last, string said)
    {
        var period = Period.Of(cadence, new(2026, 11, 23));
        Assert.Equal((Day(first), Day(last), said), (period.FirstDay, period.LastDay, period.Said));
        Assert.Equal(period.LastDay.AddDays(1), period.Next.FirstDay);
    }

    [Theory]
    [InlineData(3, 1, 31, "2026-12-01", "2026-12-31")]
    [InlineData(2, 28, 29, "2026-11-30", "2026-11-30")] // a weekend: the following Monday
    [InlineData(1, 1, 7, "2026-10-08", "2026-10-08")] // the National Day's week
    [InlineData(1, 3, 11, "2026-10-08", "2026-10-10")] // up to a Saturday that is worked
    public void The_usual_days_are_moved_to_workdays(int month, int from, int until, string first, string last) =>
        Assert.Equal(
            (Day(first), Day(last)),
            Habit(month, from, until).UsualDays(Period.Of(Cadence.Quarterly, new(2026, 11, 23)), StandardHolidays.Calendar)
        );

    [Fact]
    public void Usual_days_on_a_weekend_at_the_periods_end_move_back_into_it() =>
        Assert.Equal(
            (Day("2027-01-29"), Day("2027-01-29")),
            Habit(1, 30, 31, Cadence.Monthly).UsualDays(Period.Of(Cadence.Monthly, new(2027, 1, 1)), StandardHolidays.Calendar)
        );

    [Fact]
    public void Periods_begin_with_the_series_and_end_with_it_or_with_its_body()
    {
        var series = Habit(3, 1, 31);
        series.BeginOn(new(2026, 5, 9));
        Assert.Equal([Day("2026-04-01"), Day("2026-07-01"), Day("2026-10-01")], Firsts(series, null));
        Assert.Equal([Day("2026-04-01")], Firsts(series, new(2026, 7, 1)));
        series.Stop(new(2026, 9, 30), "合并");
        Assert.Equal([Day("2026-04-01"), Day("2026-07-01")], Firsts(series, null));
        Assert.Equal([Day("2026-04-01")], Firsts(series, new(2026, 8, 1)));
        Assert.Equal("Series.StopsBeforeItBegins", Assert.Throws<RuleBroken>(() => series.Stop(new(2026, 5, 8), null)).Key);
        Assert.Equal("Series.StopsBeforeItBegins", Assert.Throws<RuleBroken>(() => series.BeginOn(new(2026, 10, 1))).Key);

        static IEnumerable<DateOnly> Firsts(MeetingSeries series, DateOnly? bodyEnds) =>
            series.Periods(new(2025, 1, 1), new(2026, 12, 31), bodyEnds).Select(p => p.FirstDay);
    }

    /// <summary>Usually held in December, prepared thirty days ahead.</summary>
    [Theory]
    [InlineData("2026-11-23", PeriodState.DueSoon)]
    [InlineData("2026-11-30", PeriodState.DueSoon)]
    [InlineData("2026-12-01", PeriodState.Due)]
    [InlineData("2026-12-31", PeriodState.Due)]
    [InlineData("2027-01-01", PeriodState.Missed)]
    public async Task A_period_without_anything_is_due_and_then_missed(string today, PeriodState expected)
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee);
        clerk = await MoveToAsync(district, Day(today));
        Assert.Equal(expected, await StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task It_is_not_time_until_the_days_ahead_begin()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee, ahead: 7);
        Assert.Equal(PeriodState.Later, await StateAsync(district, clerk, series));
        Assert.DoesNotContain(await district.Use<ListToDos>().AskAsync(clerk, Ct), t => t.Kind == ToDoKind.PrepareMeeting);
        clerk = await MoveToAsync(district, new(2026, 11, 24));
        Assert.Equal(PeriodState.DueSoon, await StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task A_plan_then_a_draft_then_a_notice_then_the_meeting_itself_stand_for_the_period()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var seat = (await district.MemberAsync(committee, district.Street1, "甲单位")).Seat;
        var series = await BeginAsync(district, clerk, committee);
        var prepared = await district.Use<SeeMeetingPreparation>().AskAsync(clerk, series, null, Ct);
        var plan = new PlanMeeting.Form
        {
            CommitteeId = prepared.CommitteeId,
            KindId = prepared.KindId,
            Title = prepared.Title,
            FirstDay = prepared.FirstDay,
            LastDay = prepared.LastDay,
        };
        await district.Use<PlanMeeting>().RunAsync(clerk, plan, Ct);
        Assert.Equal((PeriodState.Planned, plan.PlanId, (Guid?)null), await FactsAsync());

        var draft = district.MeetingForm(committee, seat) with
        {
            PlanId = plan.PlanId,
            Day = new(2026, 12, 9),
            ReplyByDay = new(2026, 12, 8),
        };
        await district.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        Assert.Equal((PeriodState.Planned, (Guid?)null, draft.MeetingId), await FactsAsync());
        await district.Use<SendNotice>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, Ct);
        Assert.Equal(PeriodState.Planned, await StateAsync(district, clerk, series));
        clerk = await MoveToAsync(district, new(2026, 12, 10));
        Assert.Equal((PeriodState.Held, (Guid?)null, draft.MeetingId), await FactsAsync());
        Assert.Equal(
            "Series.WasHeld",
            (await Assert.ThrowsAsync<RuleBroken>(() => ExplainAsync(district, clerk, series, "并入其他会议"))).Key
        );

        async Task<(PeriodState, Guid?, Guid?)> FactsAsync()
        {
            var period = (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods.Single(p =>
                p.Period.FirstDay == new DateOnly(2026, 10, 1)
            );
            return (period.State, period.PlanId, period.MeetingId);
        }
    }

    [Fact]
    public async Task A_meeting_of_another_kind_or_body_and_a_cancelled_one_hold_no_period()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var seat = (await district.MemberAsync(committee, district.Street1, "甲单位")).Seat;
        var other = await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination);
        var series = await BeginAsync(district, clerk, committee);
        await district.PlanAsync(clerk, other);
        await district.Use<DraftMeeting>().RunAsync(clerk, district.MeetingForm(committee, seat) with { Kind = MeetingKind.Topic }, Ct);
        var cancelled = await district.MeetingAsync(clerk, committee, seat);
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = cancelled,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        Assert.Equal(PeriodState.DueSoon, await StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task A_draft_or_a_plan_that_was_never_held_leaves_the_period_missed()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee);
        await district.PlanAsync(clerk, committee);
        clerk = await MoveToAsync(district, new(2027, 1, 4));
        Assert.Equal(PeriodState.Missed, await StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task A_meeting_that_a_body_joined_counts_for_it_though_the_host_lies_out_of_reach()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (street, community) = (
            await district.ClerkAsync(district.Street1),
            await district.StaffAsync("community", Role.CommunityClerk, district.Community1)
        );
        var (host, joining) = (
            await district.CommitteeAsync(district.Street1),
            await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty)
        );
        var seat = (await district.MemberAsync(host, district.Street1, "甲单位")).Seat;
        var series = await BeginAsync(district, community, joining);
        var (into, plan) = (await district.PlanAsync(street, host), await district.PlanAsync(community, joining));
        await district
            .Use<MergePlans>()
            .RunAsync(
                street,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = 1,
                    IntoId = into,
                },
                Ct
            );
        Assert.Equal(PeriodState.Planned, await StateAsync(district, community, series));
        var draft = district.MeetingForm(host, seat) with { PlanId = into, Title = "街道联席会议" };
        await district.Use<DraftMeeting>().RunAsync(street, draft, Ct);
        await district.Use<SendNotice>().RunAsync(street, new() { MeetingId = draft.MeetingId }, Ct);
        district.Clock.Advance(TimeSpan.FromDays(8));
        community = await district.SignInAsync("community");
        var period = (await district.Use<SeeSeries>().AskAsync(community, series, Ct)).Periods[^1];
        Assert.Equal((PeriodState.Held, "街道联席会议", null), (period.State, period.Title, period.MeetingId));
    }

    [Fact]
    public async Task A_missed_period_is_shown_with_its_reason_and_no_meeting_is_made()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee, begun: new(2026, 7, 1));
        var missed = (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0];
        Assert.Equal((PeriodState.Missed, null), (missed.State, missed.Reason));
        await ExplainAsync(district, clerk, series, "防汛期间暂停", missed);
        var told = (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0];
        Assert.Equal((PeriodState.Missed, "防汛期间暂停"), (told.State, told.Reason));
        await Assert.ThrowsAsync<Stale>(() => ExplainAsync(district, clerk, series, "旧页面", missed));
        await ExplainAsync(district, clerk, series, "防汛期间暂停，议题并入下季度", told);
        Assert.Equal("防汛期间暂停，议题并入下季度", (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct)).Periods[0].Reason);
        Assert.Empty((await district.Use<ListMeetings>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Empty((await district.Use<ListPlans>().AskAsync(clerk, new(), Ct)).Rows);
    }

    [Fact]
    public async Task There_is_one_to_do_per_period_until_it_is_planned_or_left_out_for_a_reason()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee);
        var todo = Assert.Single(await ToDosAsync());
        Assert.Equal(
            (series, "2026年第四季度联席会议", new DateOnly(2026, 10, 1), false),
            (todo.SubjectId, todo.Title, todo.PeriodFrom, todo.IsOverdue)
        );
        var plan = await district.PlanAsync(clerk, committee);
        Assert.Empty(await ToDosAsync());
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = 1,
                    Reason = "改期",
                },
                Ct
            );
        Assert.Single(await ToDosAsync());
        await ExplainAsync(district, clerk, series, "并入年度会议");
        Assert.Empty(await ToDosAsync());
        Assert.Equal(PeriodState.LeftOut, await StateAsync(district, clerk, series));

        async Task<IReadOnlyList<ListToDos.Row>> ToDosAsync() =>
            [.. (await district.Use<ListToDos>().AskAsync(clerk, Ct)).Where(t => t.Kind == ToDoKind.PrepareMeeting)];
    }

    [Fact]
    public async Task Preparing_offers_title_kind_workdays_and_the_topics_that_came_before_no_meeting()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        await district.ResolutionAsync(clerk, committee, member.Unit);
        var earlier = await district.PlanAsync(clerk, committee);
        await district
            .Use<EnterTopic>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = earlier,
                    Title = "夜间开放停车场",
                    Necessity = "车位紧张",
                    Minutes = 20,
                },
                Ct
            );
        await district
            .Use<WithdrawPlan>()
            .RunAsync(
                clerk,
                new()
                {
                    PlanId = earlier,
                    ExpectedVersion = 1,
                    Reason = "改期",
                },
                Ct
            );
        var series = await BeginAsync(district, clerk, committee);
        district.Clock.Advance(TimeSpan.FromHours(1));
        var prepared = await district.Use<SeeMeetingPreparation>().AskAsync(clerk, series, null, Ct);
        Assert.Equal(
            ("2026年第四季度联席会议", Day("2026-12-01"), Day("2026-12-31")),
            (prepared.Title, prepared.FirstDay, prepared.LastDay)
        );
        Assert.Equal(["夜间开放停车场"], prepared.Open.Select(t => t.Title));
        Assert.Equal([("工作日晚间开放二十个车位", "甲单位")], prepared.Resolutions.Select(r => (r.Matter, r.Lead)));

        var form = new PlanMeeting.Form
        {
            CommitteeId = prepared.CommitteeId,
            KindId = prepared.KindId,
            Title = prepared.Title,
            FirstDay = prepared.FirstDay,
            LastDay = prepared.LastDay,
            CarriedTopicIds = [.. prepared.Open.Select(t => t.TopicId)],
        };
        await district.Use<PlanMeeting>().RunAsync(clerk, form, Ct);
        var topic = Assert.Single((await district.Use<SeePlan>().AskAsync(clerk, form.PlanId, Ct)).Topics);
        Assert.Equal(("夜间开放停车场", "车位紧张", 20, TopicState.Proposed), (topic.Title, topic.Necessity, topic.Minutes, topic.State));
        Assert.Empty((await district.Use<SeeMeetingPreparation>().AskAsync(clerk, series, new(2026, 10, 1), Ct)).Open); // taken up already
        var foreign = await district.PlanAsync(clerk, await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination));
        await district.Use<EnterTopic>().RunAsync(clerk, new() { PlanId = foreign, Title = "别的机构的议题" }, Ct);
        var other = (await district.Use<SeePlan>().AskAsync(clerk, foreign, Ct)).Topics[0].Id;
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<PlanMeeting>()
                .RunAsync(
                    clerk,
                    form with
                    {
                        PlanId = Guid.CreateVersion7(),
                        OperationId = Guid.CreateVersion7(),
                        CarriedTopicIds = [other],
                    },
                    Ct
                )
        );
    }

    [Fact]
    public async Task One_body_has_one_running_series_of_a_kind()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee);
        Assert.Equal("Series.RunsAlready", (await Assert.ThrowsAsync<RuleBroken>(() => BeginAsync(district, clerk, committee))).Key);
        await district
            .Use<StopSeries>()
            .RunAsync(
                clerk,
                new()
                {
                    SeriesId = series,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = "改为每半年",
                },
                Ct
            );
        await BeginAsync(district, clerk, committee);
        Assert.Single((await district.Use<ListSeries>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Equal(2, (await district.Use<ListSeries>().AskAsync(clerk, new() { WithStopped = true }, Ct)).Total);
        Assert.Equal(
            "Series.BeginsBeforeTheBody",
            (await Assert.ThrowsAsync<RuleBroken>(() => BeginAsync(district, clerk, committee, begun: new(2020, 1, 1)))).Key
        );
    }

    [Fact]
    public async Task The_series_of_another_street_and_of_another_district_are_not_found()
    {
        var (district, clerk, committee) = await OfficeAsync();
        var series = await BeginAsync(district, clerk, committee);
        var (neighbor, foreign) = (await district.ClerkAsync(district.Street2), await TestDistrict.CreateAsync(cluster));
        foreach (var (where, who) in new[] { (district, neighbor), (foreign, foreign.Admin) })
        {
            await Assert.ThrowsAsync<NotFound>(() => where.Use<SeeSeries>().AskAsync(who, series, Ct));
            await Assert.ThrowsAsync<NotFound>(() => where.Use<SeeMeetingPreparation>().AskAsync(who, series, null, Ct));
            await Assert.ThrowsAsync<NotFound>(() => ExplainAsync(where, who, series, "原因"));
            await Assert.ThrowsAsync<NotFound>(() => BeginAsync(where, who, committee));
            Assert.Empty((await where.Use<ListSeries>().AskAsync(who, new(), Ct)).Rows);
        }
    }

    private static MeetingSeries Habit(int month, int from, int until, Cadence cadence = Cadence.Quarterly) =>
        new()
        {
            CommitteeId = Guid.Empty,
            PlaceId = Guid.Empty,
            KindId = Guid.Empty,
            Cadence = cadence,
            Title = "联席会议",
            UsualMonth = month,
            UsualFrom = from,
            UsualUntil = until,
            AheadDays = 30,
            BegunOn = new(2026, 1, 1),
        };

    private static DateOnly Day(string day) => DateOnly.Parse(day, TestDistrict.Chinese);

    private async Task<(TestDistrict, Scope, Guid)> OfficeAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1), await district.CommitteeAsync(district.Street1));
    }

    private static async Task<Guid> BeginAsync(TestDistrict district, Scope clerk, Guid committee, int ahead = 30, DateOnly? begun = null)
    {
        var form = new BeginSeries.Form
        {
            CommitteeId = committee,
            Title = "联席会议",
            AheadDays = ahead,
            BegunOn = begun ?? new(2026, 10, 1),
        };
        await district.Use<BeginSeries>().RunAsync(clerk, form, Ct);
        return form.SeriesId;
    }

    private static async Task<PeriodState> StateAsync(TestDistrict district, Scope clerk, Guid series) =>
        (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct))
            .Periods.Single(p => p.Period.FirstDay == new DateOnly(2026, 10, 1))
            .State;

    private static Task ExplainAsync(TestDistrict district, Scope clerk, Guid series, string reason, SeriesPeriod? period = null) =>
        district
            .Use<ExplainPeriod>()
            .RunAsync(
                clerk,
                new()
                {
                    SeriesId = series,
                    FirstDay = period?.Period.FirstDay ?? new(2026, 10, 1),
                    ExpectedVersion = period?.RowVersion ?? 0,
                    Reason = reason,
                },
                Ct
            );

    /// <summary>Nine o'clock of that day, signed in anew.</summary>
    private static async Task<Scope> MoveToAsync(TestDistrict district, DateOnly day)
    {
        if (day > district.Today)
            district.Clock.SetUtcNow(ChinaTime.At(day, new(9, 0)));
        return await district.SignInAsync("clerk" + district.Street1.Code);
    }
}
