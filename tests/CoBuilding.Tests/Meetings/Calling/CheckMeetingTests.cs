using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Places.Workdays;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using Microsoft.Extensions.DependencyInjection;
using Doubt = CoBuilding.Meetings.Calling.CheckMeeting.Doubt;

namespace CoBuilding.Tests.Meetings.Calling;

/// <summary>Hints before a notice is sent; nothing is prohibited.</summary>
public class CheckMeetingTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task An_ordinary_call_raises_no_doubt()
    {
        var (district, clerk, committee, seat, _) = await OfficeAsync();
        Assert.Empty(await CheckAsync(district, clerk, district.MeetingForm(committee, seat)));
    }

    [Theory]
    [InlineData(-1, 9, new[] { Doubt.Past, Doubt.RestDay })] // yesterday was a Sunday
    [InlineData(0, 10, new[] { Doubt.ShortNotice })]
    [InlineData(2, 9, new[] { Doubt.ShortNotice })]
    [InlineData(3, 9, new Doubt[0])]
    [InlineData(7, 3, new[] { Doubt.OddHour })]
    [InlineData(7, 21, new[] { Doubt.OddHour })]
    [InlineData(7, 7, new Doubt[0])]
    [InlineData(5, 9, new[] { Doubt.RestDay })]
    public async Task A_strange_time_is_said(int days, int hour, Doubt[] expected)
    {
        var (district, clerk, committee, seat, _) = await OfficeAsync();
        var form = district.MeetingForm(committee, seat) with
        {
            Day = district.Today.AddDays(days),
            ReplyByDay = district.Today.AddDays(days),
            Start = new(hour, 0),
            End = new(hour, 30),
        };
        Assert.Equal(expected, (await CheckAsync(district, clerk, form)).Select(w => w.Doubt));
    }

    [Fact]
    public async Task A_public_holiday_is_named_and_a_weekend_that_is_worked_raises_no_doubt()
    {
        var (district, clerk, committee, seat, _) = await OfficeAsync();
        await district
            .Use<AddCalendarSpan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Name = "元旦",
                    FirstDay = new(2027, 1, 1),
                    LastDay = new(2027, 1, 3),
                },
                Ct
            );
        await district
            .Use<AddCalendarSpan>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Kind = SpanKind.Workdays,
                    Name = "元旦",
                    FirstDay = new(2027, 1, 9),
                },
                Ct
            );
        var holiday = Assert.Single(await CheckAsync(district, clerk, On(new(2027, 1, 1))));
        Assert.Equal((Doubt.RestDay, "元旦"), (holiday.Doubt, holiday.Who));
        Assert.Empty(await CheckAsync(district, clerk, On(new(2027, 1, 9)))); // a Saturday
        Assert.Null(Assert.Single(await CheckAsync(district, clerk, On(new(2027, 1, 10)))).Who);

        DraftMeeting.Form On(DateOnly day) => district.MeetingForm(committee, seat) with { Day = day, ReplyByDay = day };
    }

    [Fact]
    public async Task A_unit_that_is_asked_often_is_named_with_the_number_over_all_bodies()
    {
        var (district, clerk, committee, seat, unit) = await OfficeAsync();
        await district.Use<SetMeetingWarningSetting>().RunAsync(district.Admin, new() { MostRequests = 3, NoticeDays = 3 }, Ct);
        var (other, otherClerk, otherSeat) = await ElsewhereAsync(district, unit);
        await district.MeetingAsync(clerk, committee, seat);
        await district.MeetingAsync(otherClerk, other, otherSeat);
        Assert.DoesNotContain(await CheckAsync(district, clerk, Later(district, committee, seat)), w => w.Doubt == Doubt.OftenAsked);
        await district.NominateAsync(
            await district.CommitteeAsync(district.Street1, CoBuilding.Committees.CommitteeKind.Coordination),
            await district.PersonAsync(unit, "李推荐"),
            unit
        );
        var often = Assert.Single(await CheckAsync(district, clerk, Later(district, committee, seat)), w => w.Doubt == Doubt.OftenAsked);
        Assert.Equal(("甲单位", 4, 3), (often.Who, often.Count, often.Limit));

        var plan = await district.PlanAsync(otherClerk, other);
        await district
            .Use<CoBuilding.Meetings.Agendas.CollectTopics>()
            .RunAsync(
                otherClerk,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = 1,
                    UntilDay = district.Today.AddDays(5),
                },
                Ct
            );
        await district.ResolutionAsync(clerk, committee, unit);
        Assert.Equal(
            6,
            Assert.Single(await CheckAsync(district, clerk, Later(district, committee, seat)), w => w.Doubt == Doubt.OftenAsked).Count
        );

        district.Clock.Advance(TimeSpan.FromDays(97));
        clerk = await district.SignInAsync("clerk" + district.Street1.Code);
        Assert.DoesNotContain(await CheckAsync(district, clerk, Later(district, committee, seat)), w => w.Doubt == Doubt.OftenAsked);
    }

    [Fact]
    public async Task What_another_room_asks_counts_as_well_and_costs_no_statement()
    {
        var (alone, without) = await StatementsAsync(null);
        var (joined, with) = await StatementsAsync(s => s.AddSingleton<IRequestsToUnits, EachUnitWasAsked>());
        Assert.Equal((2, 3), (alone, joined));
        Assert.Equal(without, with);

        async Task<(int Count, int Statements)> StatementsAsync(Action<IServiceCollection>? arrange)
        {
            var (district, clerk, committee, seat, _) = await OfficeAsync(arrange);
            await district.Use<SetMeetingWarningSetting>().RunAsync(district.Admin, new() { MostRequests = 1, NoticeDays = 3 }, Ct);
            await district.MeetingAsync(clerk, committee, seat);
            var form = Later(district, committee, seat);
            await CheckAsync(district, clerk, form);
            IReadOnlyList<CheckMeeting.Warning> found = [];
            var statements = await StatementCounter.OfAsync(async () =>
                found = await district.Use<CheckMeeting>().AskAsync(clerk, form.MeetingId, Ct)
            );
            return (Assert.Single(found, w => w.Doubt == Doubt.OftenAsked).Count, statements);
        }
    }

    private sealed class EachUnitWasAsked : IRequestsToUnits
    {
        public IQueryable<RequestToUnit> Since(PortalDb db, DateTimeOffset since) =>
            db.Units.Select(u => new RequestToUnit { UnitId = u.Id, SubjectId = u.Id });
    }

    [Fact]
    public async Task Somebody_called_twice_at_one_hour_is_named_and_the_other_meeting_only_within_reach()
    {
        var (district, clerk, committee, seat, unit) = await OfficeAsync();
        var (other, otherClerk, otherSeat) = await ElsewhereAsync(district, unit);
        var elsewhere = district.MeetingForm(other, otherSeat) with { Title = "街道二的会", Start = new(10, 0), End = new(12, 0) };
        await district.Use<DraftMeeting>().RunAsync(otherClerk, elsewhere, Ct);
        await district.Use<SendNotice>().RunAsync(otherClerk, new() { MeetingId = elsewhere.MeetingId }, Ct);

        var here = district.MeetingForm(committee, seat);
        var clash = Assert.Single(await CheckAsync(district, clerk, here));
        Assert.Equal((Doubt.Clash, "甲单位书记", null, null), (clash.Doubt, clash.Who, clash.Meeting, clash.StartsAt));
        Assert.Equal("街道二的会", Assert.Single(await district.Use<CheckMeeting>().AskAsync(district.Admin, here.MeetingId, Ct)).Meeting);

        // One begins when the other ends, or the person is on leave there: no conflict.
        Assert.Empty(await CheckAsync(district, clerk, district.MeetingForm(committee, seat) with { Start = new(8, 0), End = new(10, 0) }));
        var invitation = (await district.Use<SeeMeetingAsHost>().AskAsync(otherClerk, elsewhere.MeetingId, Ct)).Rows.Single().InvitationId;
        await district
            .Use<RecordReply>()
            .RunAsync(
                otherClerk,
                new()
                {
                    InvitationId = invitation,
                    Reply = Reply.Leave,
                    ToldBy = "李",
                },
                Ct
            );
        Assert.Empty(await CheckAsync(district, clerk, district.MeetingForm(committee, seat)));
    }

    [Fact]
    public async Task A_cancelled_meeting_clashes_with_nothing()
    {
        var (district, clerk, committee, seat, _) = await OfficeAsync();
        var first = await district.MeetingAsync(clerk, committee, seat);
        Assert.Equal([Doubt.Clash], (await CheckAsync(district, clerk, district.MeetingForm(committee, seat))).Select(w => w.Doubt));
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = first,
                    ExpectedVersion = 2,
                    Reason = "改期",
                },
                Ct
            );
        Assert.Empty(await CheckAsync(district, clerk, district.MeetingForm(committee, seat)));
    }

    [Fact]
    public async Task A_postponed_meeting_clashes_with_nothing()
    {
        var (district, clerk, committee, seat, _) = await OfficeAsync();
        var first = await district.MeetingAsync(clerk, committee, seat);
        await district
            .Use<PostponeMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = first,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        Assert.Empty(await CheckAsync(district, clerk, district.MeetingForm(committee, seat)));
    }

    private static DraftMeeting.Form Later(TestDistrict district, Guid committee, Guid seat) =>
        district.MeetingForm(committee, seat) with
        {
            Day = district.Today.AddDays(14),
            ReplyByDay = district.Today.AddDays(14),
        };

    private async Task<(TestDistrict District, Scope Clerk, Guid Committee, Guid Seat, Guid Unit)> OfficeAsync(
        Action<IServiceCollection>? arrange = null
    )
    {
        var district = await TestDistrict.CreateAsync(cluster, arrange);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        return (district, clerk, committee, member.Seat, member.Unit);
    }

    /// <summary>A consortium of the other street, on which the unit's secretary sits as well.</summary>
    private static async Task<(Guid Committee, Scope Clerk, Guid Seat)> ElsewhereAsync(TestDistrict district, Guid unit)
    {
        var committee = await district.CommitteeAsync(district.Street2, CoBuilding.Committees.CommitteeKind.Consortium);
        var secretary = (await district.Use<CoBuilding.Units.SeeUnit>().AskAsync(district.Admin, unit, Ct))
            .Posts.First(p => p.IsSecretary)
            .PersonId;
        var seat = new CoBuilding.Committees.Seats.AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = secretary,
            Title = "成员",
            From = district.Today.AddMonths(-3),
        };
        await district.Use<CoBuilding.Committees.Seats.AddSeat>().RunAsync(district.Admin, seat, Ct);
        return (committee, await district.ClerkAsync(district.Street2), seat.SeatId);
    }

    private static async Task<IReadOnlyList<CheckMeeting.Warning>> CheckAsync(TestDistrict district, Scope clerk, DraftMeeting.Form form)
    {
        await district.Use<DraftMeeting>().RunAsync(clerk, form, Ct);
        return await district.Use<CheckMeeting>().AskAsync(clerk, form.MeetingId, Ct);
    }
}
