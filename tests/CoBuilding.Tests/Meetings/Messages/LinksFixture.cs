using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Messages;

/// <summary>A meeting of one unit whose holder and liaison officer have links.</summary>
internal static class LinksFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict, Scope Clerk, (Guid Seat, Guid Unit, Guid Person) Member, Guid Meeting)> CallAsync(
        TestCluster cluster
    )
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        return (district, clerk, member, await district.MeetingAsync(clerk, committee, member.Seat));
    }

    public static async Task<Dictionary<Addressee, Scope>> LinksAsync(TestDistrict district, Scope clerk, Guid meeting) =>
        (await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting }, Ct)).ToDictionary(
            l => l.Addressee,
            l => district.Link(l.Token)
        );

    public static async Task AnswerAsync(TestDistrict district, Scope link)
    {
        await district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Attend }, Ct);
        Assert.Equal(Reply.Attend, (await district.Use<SeeInvitation>().AskAsync(link, null, Ct)).Reply);
    }

    public static async Task AssertDeadAsync(TestDistrict district, Scope link)
    {
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeInvitation>().AskAsync(link, null, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Leave }, Ct));
    }
}
