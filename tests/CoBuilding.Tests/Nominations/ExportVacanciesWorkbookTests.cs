using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class ExportVacanciesWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_vacant_seat_stands_with_its_last_holder_and_who_is_to_follow()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var (proposed, appointed, retired) = (
            await district.MemberAsync(committee, district.Community1, "大连湾中学"),
            await district.MemberAsync(committee, district.Community1, "第二小学"),
            await district.MemberAsync(committee, district.Community1, "第三医院")
        );
        await EndAsync(district, proposed.Seat, 3, EndReason.PostChanged);
        await EndAsync(district, appointed.Seat, 2, EndReason.PostChanged);
        await EndAsync(district, retired.Seat, 1, EndReason.Retired);
        await district.NominateAsync(committee, await district.PersonAsync(proposed.Unit, "甲"), seat: proposed.Seat);
        var successor = await district.PersonAsync(appointed.Unit, "乙");
        await district
            .Use<AppointMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = appointed.Seat,
                    ExpectedVersion = 2,
                    PersonId = successor,
                    From = district.Today.AddDays(7),
                },
                Ct
            );

        var file = await district.Use<ExportVacanciesWorkbook>().AskAsync(district.Admin, new() { Reason = EndReason.PostChanged }, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal("空缺席位", cells[0][0]);
        Assert.Contains("范围：工作变动 · 共 2 行", cells[1][0], StringComparison.Ordinal);
        string[] headers =
        [
            "序号",
            "区域",
            "组织名称",
            "职责",
            "委员会职务",
            "单位名称",
            "空缺自",
            "前任",
            "任职起",
            "离任原因",
            "已推荐",
            "状态",
            "后任",
            "系统编号",
        ];
        Assert.Equal(headers, cells[2]);
        string[] seat = ["东一社区", "东一社区BigParty", "委员", "兼职委员"];
        Assert.Equal(["1", .. seat, "大连湾中学", "2026年11月20日", "大连湾中学书记", "2026年5月23日", "工作变动"], cells[3][..10]);
        Assert.Equal(["甲", "已推荐", "", proposed.Seat.ToString()], cells[3][10..]);
        Assert.Equal(["2", .. seat, "第二小学", "2026年11月21日", "第二小学书记", "2026年5月23日", "工作变动"], cells[4][..10]);
        Assert.Equal(["", "", "乙（2026年11月30日起）", appointed.Seat.ToString()], cells[4][10..]);
        Assert.StartsWith("admin", cells[5][0], StringComparison.Ordinal);
    }

    private static Task EndAsync(TestDistrict district, Guid seat, int daysAgo, EndReason reason) =>
        district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(-daysAgo),
                    Reason = reason,
                },
                Ct
            );
}
