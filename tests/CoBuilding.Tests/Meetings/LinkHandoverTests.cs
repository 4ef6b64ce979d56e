using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Meetings;

/// <summary>A link belongs to its addressee's function: a successor gets a separate link.</summary>
public class LinkHandoverTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_replaced_members_link_dies_at_once_and_the_liaison_officers_lives()
    {
        var (district, clerk, member, meeting) = await CallAsync();
        var links = await LinksAsync(district, clerk, meeting);
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

        await AssertDeadAsync(district, links[Addressee.Holder]);
        await AnswerAsync(district, links[Addressee.LiaisonOfficer]);
        await AnswerAsync(district, (await LinksAsync(district, clerk, meeting))[Addressee.Holder]);
    }

    [Fact]
    public async Task A_successor_for_after_the_meeting_leaves_the_link_alive()
    {
        var (district, clerk, member, meeting) = await CallAsync();
        var links = await LinksAsync(district, clerk, meeting);
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
        await AnswerAsync(district, links[Addressee.Holder]);
    }

    [Fact]
    public async Task An_ended_members_link_and_a_former_liaison_officers_die()
    {
        var (district, clerk, member, meeting) = await CallAsync();
        var links = await LinksAsync(district, clerk, meeting);
        await district.PersonAsync(member.Unit, "新联络员", liaison: true);
        await AssertDeadAsync(district, links[Addressee.LiaisonOfficer]);
        await AnswerAsync(district, links[Addressee.Holder]);

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
        await AssertDeadAsync(district, links[Addressee.Holder]);
    }

    [Fact]
    public async Task Revoked_links_lead_nowhere_and_a_new_one_does()
    {
        var (district, clerk, _, meeting) = await CallAsync();
        var links = await LinksAsync(district, clerk, meeting);
        var invitation = (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().InvitationId;
        await district.Use<RevokeLinks>().RunAsync(clerk, new() { InvitationId = invitation }, Ct);
        foreach (var link in links.Values)
            await AssertDeadAsync(district, link);
        await AnswerAsync(district, (await LinksAsync(district, clerk, meeting))[Addressee.Holder]);
    }

    [Fact]
    public async Task A_suspended_seat_is_not_due_and_its_holders_link_sleeps()
    {
        var (district, clerk, member, meeting) = await CallAsync();
        var links = await LinksAsync(district, clerk, meeting);
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
        await AssertDeadAsync(district, links[Addressee.Holder]);
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
        await AnswerAsync(district, links[Addressee.Holder]);
        Assert.Equal(1, (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Sums.Due);
    }

    private async Task<(TestDistrict, Scope Clerk, (Guid Seat, Guid Unit, Guid Person) Member, Guid Meeting)> CallAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        return (district, clerk, member, await district.MeetingAsync(clerk, committee, member.Seat));
    }

    private static async Task<Dictionary<Addressee, Scope>> LinksAsync(TestDistrict district, Scope clerk, Guid meeting) =>
        (await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting }, Ct)).ToDictionary(
            l => l.Addressee,
            l => district.Link(l.Token)
        );

    private static async Task AnswerAsync(TestDistrict district, Scope link)
    {
        await district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Attend }, Ct);
        Assert.Equal(Reply.Attend, (await district.Use<SeeInvitation>().AskAsync(link, null, Ct)).Reply);
    }

    private static async Task AssertDeadAsync(TestDistrict district, Scope link)
    {
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeInvitation>().AskAsync(link, null, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Leave }, Ct));
    }
}
