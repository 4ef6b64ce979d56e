using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Series;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Series;

public class SeeSeriesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>Usually held in December, prepared thirty days ahead.</summary>
    [Theory]
    [InlineData("2026-11-23", PeriodState.DueSoon)]
    [InlineData("2026-11-30", PeriodState.DueSoon)]
    [InlineData("2026-12-01", PeriodState.Due)]
    [InlineData("2026-12-31", PeriodState.Due)]
    [InlineData("2027-01-01", PeriodState.Missed)]
    public async Task A_period_without_anything_is_due_and_then_missed(string today, PeriodState expected)
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        clerk = await MoveToAsync(district, SeriesFixture.Day(today));
        Assert.Equal(expected, await SeriesFixture.StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task It_is_not_time_until_the_days_ahead_begin()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee, ahead: 7);
        Assert.Equal(PeriodState.Later, await SeriesFixture.StateAsync(district, clerk, series));
        Assert.DoesNotContain((await district.Use<ListToDos>().AskAsync(clerk, Ct)).First, t => t.Kind == SeriesToDos.PrepareMeeting);
        clerk = await MoveToAsync(district, new(2026, 11, 24));
        Assert.Equal(PeriodState.DueSoon, await SeriesFixture.StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task A_plan_then_a_draft_then_a_notice_then_the_meeting_itself_stand_for_the_period()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var seat = (await district.MemberAsync(committee, district.Street1, "甲单位")).Seat;
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
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
        Assert.Equal(PeriodState.Planned, await SeriesFixture.StateAsync(district, clerk, series));
        clerk = await MoveToAsync(district, new(2026, 12, 10));
        Assert.Equal((PeriodState.Held, (Guid?)null, draft.MeetingId), await FactsAsync());
        Assert.Equal(
            "Series.WasHeld",
            (await Assert.ThrowsAsync<RuleBroken>(() => SeriesFixture.ExplainAsync(district, clerk, series, "并入其他会议"))).Key
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
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var seat = (await district.MemberAsync(committee, district.Street1, "甲单位")).Seat;
        var other = await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
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
        Assert.Equal(PeriodState.DueSoon, await SeriesFixture.StateAsync(district, clerk, series));
    }

    [Fact]
    public async Task A_draft_or_a_plan_that_was_never_held_leaves_the_period_missed()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        await district.PlanAsync(clerk, committee);
        clerk = await MoveToAsync(district, new(2027, 1, 4));
        Assert.Equal(PeriodState.Missed, await SeriesFixture.StateAsync(district, clerk, series));
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
        var series = await SeriesFixture.BeginAsync(district, community, joining);
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
        Assert.Equal(PeriodState.Planned, await SeriesFixture.StateAsync(district, community, series));
        var draft = district.MeetingForm(host, seat) with { PlanId = into, Title = "街道联席会议" };
        await district.Use<DraftMeeting>().RunAsync(street, draft, Ct);
        await district.Use<SendNotice>().RunAsync(street, new() { MeetingId = draft.MeetingId }, Ct);
        district.Clock.Advance(TimeSpan.FromDays(8));
        community = await district.SignInAsync("community");
        var period = (await district.Use<SeeSeries>().AskAsync(community, series, Ct)).Periods[^1];
        Assert.Equal((PeriodState.Held, "街道联席会议", null), (period.State, period.Title, period.MeetingId));
    }

    [Fact]
    public async Task The_series_of_another_street_and_of_another_district_are_not_found()
    {
        var (district, clerk, committee) = await SeriesFixture.OfficeAsync(cluster);
        var series = await SeriesFixture.BeginAsync(district, clerk, committee);
        var (neighbor, foreign) = (await district.ClerkAsync(district.Street2), await TestDistrict.CreateAsync(cluster));
        foreach (var (where, who) in new[] { (district, neighbor), (foreign, foreign.Admin) })
        {
            await Assert.ThrowsAsync<NotFound>(() => where.Use<SeeSeries>().AskAsync(who, series, Ct));
            await Assert.ThrowsAsync<NotFound>(() => where.Use<SeeMeetingPreparation>().AskAsync(who, series, null, Ct));
            await Assert.ThrowsAsync<NotFound>(() => SeriesFixture.ExplainAsync(where, who, series, "原因"));
            await Assert.ThrowsAsync<NotFound>(() => SeriesFixture.BeginAsync(where, who, committee));
            Assert.Empty((await where.Use<ListSeries>().AskAsync(who, new(), Ct)).Rows);
        }
    }

    /// <summary>Nine o'clock of that day, signed in anew.</summary>
    private static async Task<Scope> MoveToAsync(TestDistrict district, DateOnly day)
    {
        if (day > district.Today)
            district.Clock.SetUtcNow(ChinaTime.At(day, new(9, 0)));
        return await district.SignInAsync("clerk" + district.Street1.Code);
    }
}
