using CoBuilding.Documents;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Facts;

public class ExportMeetingsWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_exported_list_of_meetings_is_the_list()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);

        var file = await district
            .Use<ExportMeetingsWorkbook>()
            .AskAsync(district.Admin, new() { From = district.Today, CommitteeId = committee }, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal("2026年11月30日（星期一）上午9:00", cells[3][1]);
        Assert.Equal(["1", "0", "0", "0", "1", "0", meeting.ToString()], cells[3][8..15]);
    }
}
