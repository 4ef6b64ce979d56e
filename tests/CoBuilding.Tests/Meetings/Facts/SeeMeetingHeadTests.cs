using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Facts;

public class SeeMeetingHeadTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_head_says_of_the_meeting_what_the_whole_says()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "第一中学");
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);

        var head = await district.Use<SeeMeetingHead>().AskAsync(district.Admin, meeting, Ct);

        var whole = await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct);
        Assert.Equal(
            (whole.Meeting, whole.Hosts, whole.Place, whole.State, whole.Kind, whole.PlanId, whole.Session),
            (head.Meeting, head.Hosts, head.Place, head.State, head.Kind, head.PlanId, head.Session)
        );
        Assert.Equal(["研究老旧小区停车难", "通报第三季度事项"], head.Topics);
        Assert.Equal(whole.Agenda, head.Agenda);
    }
}
