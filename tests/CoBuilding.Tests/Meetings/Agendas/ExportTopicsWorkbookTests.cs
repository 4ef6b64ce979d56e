using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Words;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class ExportTopicsWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_topic_stands_with_who_proposed_it_and_what_the_host_answered_but_for_those_taken_back()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var link = district.Link(Assert.Single(await PlansFixture.LinksAsync(district, plan)).Token);
        var own = await PlansFixture.EnterAsync(district, plan, "研究停车难");
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        var words = await district.Use<SeeMeetingWords>().AskAsync(district.Admin, Ct);
        var proposed = new ProposeTopic.Form
        {
            Title = "共享停车场",
            CategoryId = words.Single(w => w.Name == "社会管理创新").Id,
            Necessity = "晚间空置",
            Minutes = 15,
        };
        await district.Use<ProposeTopic>().RunAsync(link, proposed, Ct);
        var takenBack = new ProposeTopic.Form { Title = "撤回的议题" };
        await district.Use<ProposeTopic>().RunAsync(link, takenBack, Ct);
        await district.Use<WithdrawTopic>().RunAsync(link, new() { TopicId = takenBack.TopicId }, Ct);
        await AnswerAsync(own, TopicState.Accepted, "列第一项");
        await AnswerAsync(proposed.TopicId, TopicState.Merged, "一并商议", own);

        var file = await district.Use<ExportTopicsWorkbook>().AskAsync(district.Admin, plan, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal(("第四季度联席会议议题汇总表", "东街道BigWorking"), (cells[0][0], cells[1][0]));
        string[] headers =
        [
            "序号",
            "议题",
            "单位名称",
            "议题类别",
            "为什么需要共同商议",
            "预计时长（分钟）",
            "来源",
            "提出人",
            "提出时间",
            "处理意见",
            "并入的议题",
            "答复",
            "系统编号",
        ];
        Assert.Equal(headers, cells[2]);
        string[] first =
        [
            "1",
            "研究停车难",
            "主办机构自己的议题",
            "",
            "",
            "",
            "主办机构",
            "",
            "2026年11月23日（星期一）上午9:00",
            "列入议程",
            "",
            "列第一项",
            own.ToString(),
        ];
        Assert.Equal(first, cells[3]);
        string[] second =
        [
            "2",
            "共享停车场",
            "U1",
            "社会管理创新",
            "晚间空置",
            "15",
            "联络员提出",
            "U1联络员",
            "2026年11月23日（星期一）上午9:01",
            "合并商议",
            "研究停车难",
            "一并商议",
            proposed.TopicId.ToString(),
        ];
        Assert.Equal(second, cells[4]);
        Assert.StartsWith("admin", cells[5][0], StringComparison.Ordinal);

        async Task AnswerAsync(Guid topic, TopicState verdict, string answer, Guid? into = null) =>
            await district
                .Use<AnswerTopic>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        TopicId = topic,
                        ExpectedVersion = (await PlansFixture.SeeAsync(district, plan)).Topics.Single(t => t.Id == topic).RowVersion,
                        Verdict = verdict,
                        Answer = answer,
                        IntoId = into,
                    },
                    Ct
                );
    }
}
