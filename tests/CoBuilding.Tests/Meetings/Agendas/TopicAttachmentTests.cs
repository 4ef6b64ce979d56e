using System.Text;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

/// <summary>Attachments of topics: uploading, reading and removing.</summary>
public class TopicAttachmentTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_attaches_files_to_its_topic_and_takes_them_back_until_the_deadline()
    {
        var story = await BeginAsync();
        var form = new ProposeTopic.Form { Title = "共享停车场", Files = [await FileAsync("1图纸.txt"), await FileAsync("2协议.txt")] };
        await story.District.Use<ProposeTopic>().RunAsync(story.Links[0], form, Ct);
        var own = (await OwnAsync(story, 0)).Attachments;
        Assert.Equal(["1图纸.txt", "2协议.txt"], own.Select(f => f.Name));
        var taken = await story.District.Use<DownloadMyUnitAttachment>().AskAsync(story.Links[0], null, own[0].Id, Ct);
        Assert.Equal("1图纸.txt的内容", Encoding.UTF8.GetString(taken.Bytes));

        await story.District.Use<RemoveAttachment>().RunAsync(story.Links[0], new() { AttachmentId = own[0].Id }, Ct);
        Assert.Equal(["2协议.txt"], (await OwnAsync(story, 0)).Attachments.Select(f => f.Name));
        var seen = (await PlanAsync(story)).Topics[0].Attachments;
        Assert.Equal([true, false], seen.Select(f => f.ErasedAt is not null));
        await RuleAssert.BrokenAsync(
            "Files.Erased",
            () => story.District.Use<DownloadAttachment>().AskAsync(story.District.Admin, seen[0].Id, Ct)
        );

        story.District.Clock.Advance(TimeSpan.FromDays(6));
        await RuleAssert.BrokenAsync(
            "Plans.NotCollecting",
            () => story.District.Use<RemoveAttachment>().RunAsync(story.Links[0], new() { AttachmentId = own[1].Id }, Ct)
        );
    }

    [Fact]
    public async Task A_topic_bears_at_most_three_files_and_erased_ones_make_room()
    {
        var story = await BeginAsync();
        var form = new ProposeTopic.Form
        {
            Title = "共享停车场",
            Files = [await FileAsync("1.txt"), await FileAsync("2.txt"), await FileAsync("3.txt")],
        };
        var fourth = await FileAsync("4.txt");
        await RuleAssert.BrokenAsync(
            "Topics.TooManyFiles",
            () => story.District.Use<ProposeTopic>().RunAsync(story.Links[0], form with { Files = [.. form.Files, fourth] }, Ct)
        );
        Assert.Empty((await story.District.Use<SeeTopicCall>().AskAsync(story.Links[0], null, Ct)).Topics); // nothing is half saved
        await story.District.Use<ProposeTopic>().RunAsync(story.Links[0], form, Ct);
        var more = new AttachFile.Form { TopicId = form.TopicId, File = await FileAsync("补充.txt") };
        await RuleAssert.BrokenAsync(
            "Topics.TooManyFiles",
            () => story.District.Use<AttachFile>().RunAsync(story.District.Admin, more, Ct)
        );
        var first = (await PlanAsync(story)).Topics[0].Attachments[0].Id;
        await story.District.Use<EraseAttachment>().RunAsync(story.District.Admin, new() { AttachmentId = first, Reason = "误传" }, Ct);
        await story.District.Use<AttachFile>().RunAsync(story.District.Admin, more, Ct);
        Assert.Equal("误传", (await PlanAsync(story)).Topics[0].Attachments[0].ErasureReason);
    }

    [Fact]
    public async Task Another_unit_reads_an_attachment_once_its_topic_is_on_the_agenda_of_a_notice_and_not_before()
    {
        var story = await BeginAsync();
        var form = new ProposeTopic.Form { Title = "共享停车场", Files = [await FileAsync("图纸.txt")] };
        await story.District.Use<ProposeTopic>().RunAsync(story.Links[0], form, Ct);
        var file = (await OwnAsync(story, 0)).Attachments[0].Id;
        await Assert.ThrowsAsync<NotFound>(() => story.District.Use<DownloadMyUnitAttachment>().AskAsync(story.Links[1], null, file, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            story.District.Use<RemoveAttachment>().RunAsync(story.Links[1], new() { AttachmentId = file }, Ct)
        );
        await story
            .District.Use<AnswerTopic>()
            .RunAsync(
                story.District.Admin,
                new()
                {
                    TopicId = form.TopicId,
                    ExpectedVersion = 1,
                    Verdict = TopicState.Accepted,
                },
                Ct
            );

        var other = await story.District.MeetingAsync(story.District.Admin, story.Committee, story.Seats[1]);
        Assert.Empty((await story.District.Use<SeeInvitation>().AskAsync(await LinkAsync(story, other), null, Ct)).Attachments);
        await Assert.ThrowsAsync<NotFound>(async () =>
            await story.District.Use<DownloadAgendaAttachment>().AskAsync(await LinkAsync(story, other), null, file, Ct)
        );

        var meeting = story.District.MeetingForm(story.Committee, story.Seats[1]) with
        {
            PlanId = story.Plan,
            Agenda = [new() { Topic = form.Title, TopicId = form.TopicId }],
        };
        await story.District.Use<DraftMeeting>().RunAsync(story.District.Admin, meeting, Ct);
        await story.District.Use<SendNotice>().RunAsync(story.District.Admin, new() { MeetingId = meeting.MeetingId }, Ct);
        var link = await LinkAsync(story, meeting.MeetingId);
        Assert.Equal(file, Assert.Single((await story.District.Use<SeeInvitation>().AskAsync(link, null, Ct)).Attachments).Id);
        Assert.Equal("图纸.txt", (await story.District.Use<DownloadAgendaAttachment>().AskAsync(link, null, file, Ct)).FileName);
        var journal = await story
            .District.Use<SeeJournal>()
            .AskAsync(story.District.Auditor, new() { Subject = "kept_files", Size = 10 }, Ct);
        Assert.Equal(1, journal.Rows.Count(e => e.Action == "exported"));
    }

    [Fact]
    public async Task A_file_that_bears_a_marking_of_a_secret_never_becomes_an_attachment() =>
        Assert.Equal(
            "Files.Marked",
            (await Assert.ThrowsAsync<RuleBroken>(() => TestReader.FileAsync("方案.txt", Encoding.UTF8.GetBytes("机密★一年\n方案")))).Key
        );

    private sealed record Story(TestDistrict District, Guid Committee, Guid Plan, Guid[] Seats, Scope[] Links);

    /// <summary>Two units are asked for topics, each by a link.</summary>
    private async Task<Story> BeginAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        Guid[] seats =
        [
            (await district.MemberAsync(committee, district.Street1, "甲校")).Seat,
            (await district.MemberAsync(committee, district.Street1, "乙校")).Seat,
        ];
        var plan = await district.PlanAsync(district.Admin, committee);
        await district
            .Use<CollectTopics>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = plan,
                    ExpectedVersion = 1,
                    UntilDay = district.Today.AddDays(5),
                },
                Ct
            );
        var asked = (await district.Use<SeePlan>().AskAsync(district.Admin, plan, Ct)).Asked;
        var made = await district.Use<MakeTopicLinks>().RunAsync(district.Admin, new() { PlanId = plan }, Ct);
        return new(
            district,
            committee,
            plan,
            seats,
            [.. seats.Select(s => district.Link(made.Single(m => m.CallId == asked.Single(a => a.SeatId == s).Id).Token))]
        );
    }

    private static Task<CheckedUpload> FileAsync(string name) => TestReader.FileAsync(name, Encoding.UTF8.GetBytes(name + "的内容"));

    private static async Task<SeeTopicCall.Own> OwnAsync(Story story, int n) =>
        Assert.Single((await story.District.Use<SeeTopicCall>().AskAsync(story.Links[n], null, Ct)).Topics);

    private static Task<SeePlan.Answer> PlanAsync(Story story) =>
        story.District.Use<SeePlan>().AskAsync(story.District.Admin, story.Plan, Ct);

    private static async Task<Scope> LinkAsync(Story story, Guid meeting) =>
        story.District.Link(
            (
                await story
                    .District.Use<MakeLinks>()
                    .RunAsync(story.District.Admin, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct)
            )[0].Token
        );
}
