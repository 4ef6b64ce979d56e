using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Agendas;

public class AnswerTopicTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task No_notice_goes_out_while_a_topic_has_no_answer()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        var topic = await PlansFixture.EnterAsync(district, plan, "老旧小区停车难");
        var meeting = district.MeetingForm(committee, member.Seat) with { PlanId = plan };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        await RuleAssert.BrokenAsync(
            "Topics.Unanswered",
            () => district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting.MeetingId }, Ct)
        );
        await AnswerAsync(district, topic, TopicState.Declined, "已列入街道年度计划");
        await district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting.MeetingId }, Ct);
        await RuleAssert.BrokenAsync("Topics.NoticeIsOut", () => AnswerAsync(district, topic, TopicState.Accepted, version: 2));
    }

    [Fact]
    public async Task A_topic_is_declined_only_with_a_reason_and_merged_only_into_one_that_stands()
    {
        var (district, committee, _) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        var (one, other) = (
            await PlansFixture.EnterAsync(district, plan, "停车难"),
            await PlansFixture.EnterAsync(district, plan, "车位共享")
        );
        await RuleAssert.BrokenAsync("Topics.ReasonMissing", () => AnswerAsync(district, one, TopicState.Declined));
        await RuleAssert.BrokenAsync("Topics.OtherMissing", () => AnswerAsync(district, one, TopicState.Merged));
        await RuleAssert.BrokenAsync("Topics.OtherIsNoTopic", () => AnswerAsync(district, one, TopicState.Merged, into: one));
        await AnswerAsync(district, one, TopicState.Merged, into: other);
        await RuleAssert.BrokenAsync("Topics.OthersAreMerged", () => AnswerAsync(district, other, TopicState.Declined, "不急"));
        await AnswerAsync(district, other, TopicState.Accepted);
        Assert.Equal(["车位共享"], (await PlansFixture.SeeAsync(district, plan)).Agenda.Select(t => t.Title));
    }

    [Fact]
    public async Task Accepted_topics_come_on_the_agenda_with_the_unit_that_proposed_them()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        await PlansFixture.CollectAsync(district, plan, 5);
        var call = Assert.Single((await PlansFixture.SeeAsync(district, plan)).Asked).Id;
        var topic = await PlansFixture.EnterAsync(district, plan, "共享停车场", call);
        await AnswerAsync(district, topic, TopicState.Accepted);
        var meeting = district.MeetingForm(committee, member.Seat) with
        {
            PlanId = plan,
            Agenda =
            [
                new()
                {
                    Topic = "共享停车场",
                    Minutes = 20,
                    TopicId = topic,
                },
            ],
        };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct);
        var item = Assert.Single((await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting.MeetingId, Ct)).Agenda);
        Assert.Equal(("共享停车场", (int?)20, "U1"), (item.Topic, item.Minutes, item.Unit));
    }

    [Fact]
    public async Task The_agenda_of_a_notice_says_what_the_topics_answers_say()
    {
        var (district, committee, member) = await PlansFixture.CreateAsync(cluster);
        var plan = await district.PlanAsync(district.Admin, committee);
        var topic = await PlansFixture.EnterAsync(district, plan, "共享停车场");
        var line = new DraftMeeting.Line { Topic = "共享停车场", TopicId = topic };
        var meeting = district.MeetingForm(committee, member.Seat) with { PlanId = plan, Agenda = [line] };
        await RuleAssert.BrokenAsync("Topics.NotAccepted", () => district.Use<DraftMeeting>().RunAsync(district.Admin, meeting, Ct));
        await AnswerAsync(district, topic, TopicState.Accepted);
        var without = meeting with { Agenda = [new() { Topic = "通报情况" }] };
        await district.Use<DraftMeeting>().RunAsync(district.Admin, without, Ct);
        await RuleAssert.BrokenAsync("Topics.NotOnAgenda", () => SendAsync());

        await district.Use<DraftMeeting>().RunAsync(district.Admin, meeting with { OperationId = Guid.CreateVersion7() }, Ct);
        await AnswerAsync(district, topic, TopicState.Declined, "已列入年度计划", version: 2);
        await RuleAssert.BrokenAsync("Topics.NotAccepted", () => SendAsync());
        await AnswerAsync(district, topic, TopicState.Accepted, version: 3);
        await SendAsync();

        var elsewhere = await PlansFixture.EnterAsync(district, await district.PlanAsync(district.Admin, committee), "别的会");
        var other = district.MeetingForm(committee, member.Seat) with { Agenda = [line with { TopicId = elsewhere }] };
        await Assert.ThrowsAsync<NotFound>(() => district.Use<DraftMeeting>().RunAsync(district.Admin, other, Ct));

        Task SendAsync() => district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting.MeetingId }, Ct);
    }

    private static Task AnswerAsync(
        TestDistrict district,
        Guid topic,
        TopicState verdict,
        string? answer = null,
        Guid? into = null,
        long version = 1
    ) =>
        district
            .Use<AnswerTopic>()
            .RunAsync(
                district.Admin,
                new()
                {
                    TopicId = topic,
                    ExpectedVersion = version,
                    Verdict = verdict,
                    Answer = answer,
                    IntoId = into,
                },
                Ct
            );
}
