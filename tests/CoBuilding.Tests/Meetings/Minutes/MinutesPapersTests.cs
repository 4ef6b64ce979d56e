using System.Globalization;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Tests.House;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Tests.Meetings.Minutes;

public class MinutesPapersTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    private async Task<(TestDistrict District, Guid Meeting, Guid Committee, Guid Unit)> SceneAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return (district, await district.HeldAsync(district.Admin, committee, first.Seat, second.Seat), committee, first.Unit);
    }

    [Fact]
    public async Task Issued_minutes_have_a_red_mark_no_seal_and_who_was_there_below_the_text()
    {
        var (district, meeting, _, _) = await SceneAsync();
        await district.IssuedMinutesAsync(district.Admin, meeting);
        var file = await district.Use<ExportMinutes>().AskAsync(district.Admin, meeting, null, Ct);
        LibreOfficeReader.AssertValidPaper(file.Bytes);
        Assert.Equal("第四季度联席会议纪要2026-11-23.docx", file.FileName);
        var words = LibreOfficeReader.WordsOf(file.Bytes);
        Assert.Equal(["东街道BigWorking会议纪要", "第4期", "东街道BigWorking2026年11月23日", "第四季度联席会议纪要"], words[..4]);
        Assert.StartsWith(
            "2026年11月23日（星期一）上午9:20，东街道BigWorking在街道三楼会议室召开第四季度联席会议。",
            words[4],
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "一、研究老旧小区停车难",
                "各单位同意错时开放车位。",
                "协商结果：同意。",
                "二、通报第三季度事项",
                "出席：大连湾中学 大连湾中学书记、大连湾医院 大连湾医院书记",
            ],
            words[5..]
        );
        Assert.InRange(LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(file.Bytes)), 1, 2);

        using var document = WordprocessingDocument.Open(new MemoryStream(file.Bytes), false);
        Assert.Empty(document.MainDocumentPart!.HeaderParts);
        var paragraphs = document.MainDocumentPart.Document!.Descendants<Paragraph>().ToList();
        Assert.Equal("C00000", paragraphs[0].Descendants<Color>().Single().Val!.Value);
        var (size, spacing) = (
            Number(paragraphs[0].Descendants<FontSize>().Single().Val!),
            paragraphs[0].ParagraphProperties!.SpacingBetweenLines!
        );
        var letters = Number(spacing.Before!) + ((Number(spacing.Line!) - (size * 10)) / 2.0);
        Assert.Equal(35, letters * 25.4 / 1440, 0.1); // millimeters below the text area's top
        var present = paragraphs.Single(p => p.InnerText.StartsWith("出席：", StringComparison.Ordinal)).ParagraphProperties!.Indentation!;
        Assert.Equal((500, 300), (present.LeftChars!.Value, present.HangingChars!.Value)); // further lines below the first name

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(file.Bytes, (await district.Use<ExportMinutes>().AskAsync(district.Admin, meeting, null, Ct)).Bytes);
    }

    [Fact]
    public async Task A_draft_bears_a_watermark_and_each_version_can_be_had_again()
    {
        var (district, meeting, _, _) = await SceneAsync();
        await district.MinutesAsync(district.Admin, meeting);
        var draft = await district.Use<ExportMinutes>().AskAsync(district.Admin, meeting, null, Ct);
        using (var document = WordprocessingDocument.Open(new MemoryStream(draft.Bytes), false))
            Assert.Equal(
                2,
                document.MainDocumentPart!.HeaderParts.Count(h =>
                    new StreamReader(h.GetStream()).ReadToEnd().Contains("征求意见稿", StringComparison.Ordinal)
                )
            );
        var seen = await district.Use<SeeMinutes>().AskAsync(district.Admin, meeting, Ct);
        await district
            .Use<SendMinutes>()
            .RunAsync(district.Admin, new() { MinutesId = seen.MinutesId!.Value, ExpectedVersion = seen.RowVersion }, Ct);
        var sent = (await district.Use<SeeMinutes>().AskAsync(district.Admin, meeting, Ct)).Steps.Single(s => s.Kind == MinutesAction.Sent);
        Assert.Contains(
            "各单位同意错时开放车位。",
            LibreOfficeReader.WordsOf((await district.Use<ExportMinutes>().AskAsync(district.Admin, meeting, sent.Id, Ct)).Bytes)
        );
    }

    [Fact]
    public async Task The_ledger_and_the_slip_say_what_was_agreed_and_order_nobody()
    {
        var (district, meeting, committee, unit) = await SceneAsync();
        var id = await district.ResolutionAsync(district.Admin, committee, unit, meeting);
        var ledger = await district.Use<ExportResolutionLedger>().AskAsync(district.Admin, new(), Ct);
        LibreOfficeReader.AssertValidPaper(ledger.Bytes);
        Assert.Equal("议定事项督办台账", LibreOfficeReader.WordsOf(ledger.Bytes)[0]);
        Assert.Contains("工作日晚间开放二十个车位", LibreOfficeReader.WordsOf(ledger.Bytes));
        LibreOfficeReader.AssertValid((await district.Use<ExportResolutions>().AskAsync(district.Admin, new(), Ct)).Bytes);

        await Assert.ThrowsAsync<CoBuilding.Data.RuleBroken>(() => district.Use<ExportReminderSlip>().AskAsync(district.Admin, id, Ct));
        await district.Use<RemindUnit>().RunAsync(district.Admin, new() { ResolutionId = id, ExpectedVersion = 1 }, Ct);
        var slip = await district.Use<ExportReminderSlip>().AskAsync(district.Admin, id, Ct);
        LibreOfficeReader.AssertValidPaper(slip.Bytes);
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
            LibreOfficeReader.WordsOf(slip.Bytes)
        );
    }

    [Fact]
    public async Task What_is_open_stands_on_the_next_agenda_without_a_word_on_whose_day_has_passed()
    {
        var (district, meeting, committee, unit) = await SceneAsync();
        await district.ResolutionAsync(district.Admin, committee, unit, meeting, district.Today);
        var next = district.MeetingForm(committee);
        await district.Use<CoBuilding.Meetings.DraftMeeting>().RunAsync(district.Admin, next, Ct);
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        var words = LibreOfficeReader.WordsOf(
            (await district.Use<CoBuilding.Meetings.ExportAgenda>().AskAsync(district.Admin, next.MeetingId, Ct)).Bytes
        );
        Assert.Equal(
            [
                "议定事项进展：",
                "序号",
                "议定事项",
                "牵头",
                "完成期限",
                "状态",
                "1",
                "工作日晚间开放二十个车位",
                "大连湾中学",
                "2026年11月23日",
                "已商请",
            ],
            words[^11..]
        );
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
