using CoBuilding.Documents;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Minutes;

namespace CoBuilding.Tests.Resolutions;

public class ExportResolutionLedgerPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_ledger_and_the_slip_say_what_was_agreed_and_order_nobody()
    {
        var (district, meeting, committee, unit) = await HeldMeetingFixture.SceneAsync(cluster);
        var id = await district.ResolutionAsync(district.Admin, committee, unit, meeting);
        var ledger = await district.Use<ExportResolutionLedgerPaper>().AskAsync(district.Admin, new(), Ct);
        LibreOfficeReader.AssertValidPaper(ledger.Word().Bytes);
        Assert.Equal("议定事项督办台账", LibreOfficeReader.WordsOf(ledger.Word().Bytes)[0]);
        Assert.Contains("工作日晚间开放二十个车位", LibreOfficeReader.WordsOf(ledger.Word().Bytes));
        LibreOfficeReader.AssertValid((await district.Use<ExportResolutionsWorkbook>().AskAsync(district.Admin, new(), Ct)).Bytes);

        await Assert.ThrowsAsync<CoBuilding.Data.RuleBroken>(() =>
            district.Use<ExportReminderSlipPaper>().AskAsync(district.Admin, id, Ct)
        );
        await district.Use<RemindUnit>().RunAsync(district.Admin, new() { ResolutionId = id, ExpectedVersion = 1 }, Ct);
        var slip = await district.Use<ExportReminderSlipPaper>().AskAsync(district.Admin, id, Ct);
        LibreOfficeReader.AssertValidPaper(slip.Word().Bytes);
        Assert.Equal(
            [
                "催办单",
                "大连湾中学：",
                "感谢贵单位对共建工作的支持。2026年11月23日召开的第四季度联席会议商定，请贵单位牵头办理以下事项：",
                "事项：工作日晚间开放二十个车位",
                "约定期限：2026年12月7日（星期一）",
                "方便时恳请告知进展；如有困难，也请说明，我们一起想办法。",
                "联系人：王芳",
                "东街道BigWorking",
                "2026年11月23日",
            ],
            LibreOfficeReader.WordsOf(slip.Word().Bytes)
        );
    }
}
