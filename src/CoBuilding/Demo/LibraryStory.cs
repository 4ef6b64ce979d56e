using System.Text;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>
/// Creates library documents of a street's big working committee: rules adopted at its establishment, a revision after a year, and a plan.
/// </summary>
internal sealed class LibraryStory(StreetYear year) : IDemoChapter
{
    private readonly DemoStreet plan = year.Plan;
    private readonly DemoUser user = year.User;
    private readonly StorySchedule storySchedule = year.Schedule;
    private readonly AddLibraryDocument.Form rules = new() { DocumentKind = "议事规则", Title = year.Plan.Street.Name + "大工委议事规则" };
    private readonly AddLibraryDocument.Form plans = new()
    {
        DocumentKind = "实施计划",
        Title = year.Plan.Street.Name + "大工委共建实施计划",
    };

    public int Position => 140;
    public bool IsTold => plan is { IsRich: true, IsDemoStreet: true };

    public void Plan()
    {
        At(
            355,
            9,
            async ct =>
            {
                var committee = await CommitteeAsync(ct);
                await AddAsync(
                    rules with
                    {
                        CommitteeId = committee,
                        FullText = Rules("每半年", "十日"),
                        AdoptedBy = "大工委第一次全体会议",
                        AdoptedOn = Today,
                        From = Today,
                    },
                    ct
                );
                var text = Encoding.UTF8.GetBytes(plans.Title + "\n\n" + Measures);
                var file = await user.AskAsync<ReaderPool, CheckedUpload>(
                    (reader, who) => CheckedUpload.ReadAsync(reader, who, plans.Title + ".txt", text, ct),
                    ct
                );
                await AddAsync(
                    plans with
                    {
                        CommitteeId = committee,
                        AdoptedBy = "大工委第一次全体会议",
                        AdoptedOn = Today,
                        From = Today,
                        File = file,
                    },
                    ct
                );
            }
        );
        At(
            60,
            10,
            async ct =>
            {
                await IssueAsync(
                    rules.DocumentId,
                    "大工委第三次全体会议",
                    Rules("每季度", "五个工作日"),
                    "例会由半年一次改为每季度一次；会议通知提前时间相应调整。",
                    ct
                );
                await IssueAsync(
                    plans.DocumentId,
                    $"{DemoWords.Stem(plan.Street)}大工委发〔{Today.Year}〕2号",
                    Measures + "\n五、每季度向成员单位通报项目进展。",
                    "增加按季度通报。",
                    ct
                );
            }
        );
    }

    private DateOnly Today => storySchedule.Clock.GetUtcNow().ChinaDate();

    private void At(int daysAgo, int hour, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-daysAgo)), new TimeOnly(hour, 35)), happens);

    private async Task<Guid> CommitteeAsync(CancellationToken ct)
    {
        var name = plan.Street.Name + "大工委";
        var found = await user.AskAsync<ListCommittees, Page<ListCommittees.Row>>(
            (list, who) => list.AskAsync(who, new() { Search = name }, ct),
            ct
        );
        return found.Rows.Single(r => r.Name == name).Id;
    }

    private Task AddAsync(AddLibraryDocument.Form form, CancellationToken ct) =>
        user.DoAsync<AddLibraryDocument>((add, who) => add.RunAsync(who, form, ct), ct);

    private async Task IssueAsync(Guid document, string adoptedBy, string text, string remark, CancellationToken ct)
    {
        var seen = await user.AskAsync<SeeLibraryDocument, SeeLibraryDocument.Answer>(
            (see, who) => see.AskAsync(who, new(document), ct),
            ct
        );
        await user.DoAsync<IssueLibraryVersion>(
            (issue, who) =>
                issue.RunAsync(
                    who,
                    new()
                    {
                        DocumentId = document,
                        ExpectedVersion = seen.RowVersion,
                        FullText = text,
                        AdoptedBy = adoptedBy,
                        AdoptedOn = Today,
                        From = Today,
                        Remark = remark,
                    },
                    ct
                ),
            ct
        );
    }

    private string Rules(string often, string ahead) =>
        $"""
            第一章 总则
            第一条 为规范{plan.Street.Name}大工委议事，依据共建互补工作安排，制定本规则。
            第二条 大工委由街道党工委和驻区单位党组织负责同志组成。单位之间互不隶属，共商共议，不改变隶属关系，不占用编制。
            第二章 会议
            第三条 联席会议{often}召开一次，由召集人召集；有需要时可以临时召开。
            第四条 会议时间、地点和议题，提前{ahead}告知各成员单位。成员单位都可以提出议题。
            第五条 委员因故不能参加的，可以请假，也可以请本单位其他同志代为参加。
            第三章 议事
            第六条 议题充分协商，取得一致后实施；意见不一致的，继续协商。
            第七条 议定事项由相关单位认领，办公室跟进进展，在下次会议上通报。
            第四章 附则
            第八条 本规则由大工委办公室负责解释。
            """;

    private const string Measures = """
        一、每年初梳理需求、资源、项目三张清单。
        二、驻区单位在方便时开放会议室、场馆等资源。
        三、街道和社区回应驻区单位的需求，协助解决职工通勤、停车等问题。
        四、围绕老旧小区改造、养老服务，共同商定年度项目。
        """;
}
