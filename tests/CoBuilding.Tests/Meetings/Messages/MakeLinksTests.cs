using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Messages;

public class MakeLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_replaced_members_link_dies_at_once_and_the_liaison_officers_lives()
    {
        var (district, clerk, member, meeting) = await LinksFixture.CallAsync(cluster);
        var links = await LinksFixture.LinksAsync(district, clerk, meeting);
        var successor = await district.PersonAsync(member.Unit, "李新");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today.AddDays(7),
                    Reason = EndReason.PostChanged,
                },
                Ct
            ); // the meeting's day: until then the old secretary sits, but not at this meeting

        await LinksFixture.AssertDeadAsync(district, links[Addressee.Holder]);
        await LinksFixture.AnswerAsync(district, links[Addressee.LiaisonOfficer]);
        await LinksFixture.AnswerAsync(district, (await LinksFixture.LinksAsync(district, clerk, meeting))[Addressee.Holder]);
    }

    [Fact]
    public async Task A_successor_for_after_the_meeting_leaves_the_link_alive()
    {
        var (district, clerk, member, meeting) = await LinksFixture.CallAsync(cluster);
        var links = await LinksFixture.LinksAsync(district, clerk, meeting);
        var successor = await district.PersonAsync(member.Unit, "李新");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today.AddDays(8),
                    Reason = EndReason.PostChanged,
                },
                Ct
            );
        await LinksFixture.AnswerAsync(district, links[Addressee.Holder]);
    }

    [Fact]
    public async Task An_ended_members_link_and_a_former_liaison_officers_die()
    {
        var (district, clerk, member, meeting) = await LinksFixture.CallAsync(cluster);
        var links = await LinksFixture.LinksAsync(district, clerk, meeting);
        await district.PersonAsync(member.Unit, "新联络员", liaison: true);
        await LinksFixture.AssertDeadAsync(district, links[Addressee.LiaisonOfficer]);
        await LinksFixture.AnswerAsync(district, links[Addressee.Holder]);

        await district
            .Use<EndAppointment>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await LinksFixture.AssertDeadAsync(district, links[Addressee.Holder]);
    }

    [Fact]
    public async Task A_suspended_seat_is_not_due_and_its_holders_link_sleeps()
    {
        var (district, clerk, member, meeting) = await LinksFixture.CallAsync(cluster);
        var links = await LinksFixture.LinksAsync(district, clerk, meeting);
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    From = district.Today,
                    Until = district.Today.AddMonths(1),
                    Reason = "单位搬迁",
                },
                Ct
            );
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct);
        Assert.Equal((0, true), (board.Sums.Due, board.Rows.Single().IsSuspended));
        Assert.Equal(0, (await district.Use<ListMeetings>().AskAsync(clerk, new(), Ct)).Rows.Single().Invited);
        await LinksFixture.AssertDeadAsync(district, links[Addressee.Holder]);
        var again = new SuspendSeat.Form
        {
            SeatId = member.Seat,
            ExpectedVersion = 2,
            From = district.Today.AddDays(3),
        };
        Assert.Equal(
            "Committees.SeatIsSuspended",
            (await Assert.ThrowsAsync<RuleBroken>(() => district.Use<SuspendSeat>().RunAsync(clerk, again, Ct))).Key
        );

        await district
            .Use<ResumeSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 2,
                    On = district.Today.AddDays(7),
                },
                Ct
            );
        await LinksFixture.AnswerAsync(district, links[Addressee.Holder]);
        Assert.Equal(1, (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Sums.Due);
    }
}
