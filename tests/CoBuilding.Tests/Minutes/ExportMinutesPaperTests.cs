using System.Globalization;
using CoBuilding.Documents;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Tests.Minutes;

public class ExportMinutesPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Issued_minutes_have_a_red_mark_no_seal_and_who_was_there_below_the_text()
    {
        var (district, meeting, _, _) = await HeldMeetingFixture.SceneAsync(cluster);
        await district.IssuedMinutesAsync(district.Admin, meeting);
        var file = await district.Use<ExportMinutesPaper>().AskAsync(district.Admin, meeting, null, Ct);
        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        Assert.Equal("第四季度联席会议纪要2026-11-23.docx", file.FileName);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
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
        Assert.InRange(LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(file.Word().Bytes)), 1, 2);

        using var document = WordprocessingDocument.Open(new MemoryStream(file.Word().Bytes), false);
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
        Assert.Equal(
            file.Word().Bytes,
            (await district.Use<ExportMinutesPaper>().AskAsync(district.Admin, meeting, null, Ct)).Word().Bytes
        );
    }

    [Fact]
    public async Task A_draft_bears_a_watermark_and_each_version_can_be_had_again()
    {
        var (district, meeting, _, _) = await HeldMeetingFixture.SceneAsync(cluster);
        await district.MinutesAsync(district.Admin, meeting);
        var draft = await district.Use<ExportMinutesPaper>().AskAsync(district.Admin, meeting, null, Ct);
        using (var document = WordprocessingDocument.Open(new MemoryStream(draft.Word().Bytes), false))
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
            LibreOfficeReader.WordsOf(
                (await district.Use<ExportMinutesPaper>().AskAsync(district.Admin, meeting, sent.Id, Ct)).Word().Bytes
            )
        );
    }

    [Fact]
    public async Task Items_of_the_same_topic_are_told_apart_and_all_hosts_are_named()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var community = await scene.District.CommitteeAsync(scene.District.Community1, CoBuilding.Committees.CommitteeKind.Consultation);
        var (plan, joining) = (
            await scene.District.PlanAsync(scene.Clerk, scene.Committee),
            await scene.District.PlanAsync(scene.Clerk, community)
        );
        await scene.RunAsync<CoBuilding.Meetings.Agendas.MergePlans>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    PlanId = joining,
                    ExpectedVersion = 1,
                    IntoId = plan,
                },
                Ct
            )
        );
        var start = TimeOnly.FromDateTime(scene.District.Clock.GetUtcNow().ToChina()).AddMinutes(10);
        var form = scene.District.MeetingForm(scene.Committee, scene.First.Seat) with
        {
            PlanId = plan,
            Day = scene.District.Today,
            Start = start,
            End = start.AddHours(1),
            ReplyByDay = scene.District.Today,
            ReplyByTime = start.AddMinutes(-5),
            Agenda = [new() { Topic = "停车" }, new() { Topic = "停车" }],
        };
        await scene.RunAsync<DraftMeeting>(u => u.RunAsync(scene.Clerk, form, Ct));
        await scene.RunAsync<SendNotice>(u => u.RunAsync(scene.Clerk, new() { MeetingId = form.MeetingId }, Ct));
        var minutes = await scene.District.MinutesAsync(scene.Clerk, form.MeetingId);
        var agenda = (await scene.District.Use<SeeMeeting>().AskAsync(scene.Clerk, form.MeetingId, Ct)).Agenda;
        Assert.Equal([agenda[0].Id, agenda[1].Id, null], minutes.Text.Items.Select(i => i.AgendaItemId));
        Assert.Equal(2, minutes.Text.Hosts.Split('、').Length);
        Assert.StartsWith(
            minutes.Text.Hosts,
            LibreOfficeReader.WordsOf(
                (await scene.District.Use<ExportMinutesPaper>().AskAsync(scene.District.Admin, form.MeetingId, null, Ct)).Word().Bytes
            )[0],
            StringComparison.Ordinal
        );
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
