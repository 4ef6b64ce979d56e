using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class ExportRosterChangesPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_notice_of_changes_tells_the_appointed_the_added_and_the_leaving_apart_and_no_reasons()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "大连湾中学", from: district.Today.AddYears(-1));
        await district.MemberAsync(committee, district.Street1, "大连湾医院", from: district.Today.AddDays(-3));
        var leaving = await district.MemberAsync(committee, district.Street1, "大连湾船厂");
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = leaving.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(-1),
                    Reason = EndReason.Resigned,
                    Remark = "身体原因",
                },
                Ct
            );
        var use = district.Use<ExportRosterChangesPaper>();

        var month = await use.AskAsync(district.Admin, committee, null, null, Ct);

        LibreOfficeReader.AssertValidPaper(month.Word().Bytes);
        var words = LibreOfficeReader.WordsOf(month.Word().Bytes);
        Assert.Equal(
            [
                "关于东街道BigWorking委员增补、离任的通知",
                "各驻区单位、各位委员：",
                "经与有关单位协商一致，现将2026年10月23日至2026年11月23日期间东街道BigWorking委员的变化情况通知如下：",
                "一、增补委员",
                "1. 大连湾医院书记（大连湾医院书记）任兼职委员，自2026年11月20日起。",
                "二、离任委员",
                "1. 大连湾船厂书记（大连湾船厂书记）自2026年11月22日起不再担任兼职委员。",
                "感谢各单位和各位委员对共建互补工作的支持！",
                "东街道BigWorking",
                "2026年11月23日",
            ],
            words
        );

        var year = LibreOfficeReader.WordsOf(
            (await use.AskAsync(district.Admin, committee, district.Today.AddYears(-1), district.Today.AddYears(-1), Ct)).Word().Bytes
        );
        Assert.Equal(["一、聘任委员", "1. 大连湾中学书记（大连湾中学书记）任兼职委员，自2025年11月23日起。"], year[3..5]);
        Assert.Equal(
            "Committees.NothingChanged",
            (await Assert.ThrowsAsync<RuleBroken>(() => use.AskAsync(district.Admin, committee, district.Today, district.Today, Ct))).Key
        );

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(month.Word().Bytes, (await use.AskAsync(district.Admin, committee, null, null, Ct)).Word().Bytes);
    }
}
