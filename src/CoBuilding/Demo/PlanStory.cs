using CoBuilding.Meetings.Agendas;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>A body plans its next meeting and collects topics: two units propose some, one of which is answered.</summary>
internal sealed class PlanStory(DemoUser user, StorySchedule storySchedule, Guid committee)
{
    private readonly Guid plan = Guid.CreateVersion7();

    public void Plan()
    {
        At(
            6,
            async ct =>
            {
                var day = storySchedule.Today.AddDays(40);
                await user.DoAsync<PlanMeeting>(
                    (plans, who) =>
                        plans.RunAsync(
                            who,
                            new()
                            {
                                PlanId = plan,
                                CommitteeId = committee,
                                Title = $"{day.Year}年第{"一二三四"[(day.Month - 1) / 3]}季度共建互补联席会议",
                                FirstDay = day.AddDays(-7),
                                LastDay = day,
                            },
                            ct
                        ),
                    ct
                );
                await user.DoAsync<CollectTopics>(
                    (collect, who) =>
                        collect.RunAsync(
                            who,
                            new()
                            {
                                PlanId = plan,
                                ExpectedVersion = 1,
                                UntilDay = StorySchedule.Workday(storySchedule.Today.AddDays(12)),
                            },
                            ct
                        ),
                    ct
                );
            }
        );
        At(4, ProposeAsync);
        At(
            2,
            async ct =>
            {
                var seen = await user.AskAsync<SeePlan, SeePlan.Answer>((see, who) => see.AskAsync(who, plan, ct), ct);
                await user.DoAsync<AnswerTopic>(
                    (answer, who) =>
                        answer.RunAsync(
                            who,
                            new()
                            {
                                TopicId = seen.Topics[0].Id,
                                ExpectedVersion = seen.Topics[0].RowVersion,
                                Verdict = TopicState.Accepted,
                            },
                            ct
                        ),
                    ct
                );
            }
        );
    }

    private async Task ProposeAsync(CancellationToken ct)
    {
        var links = await user.AskAsync<MakeTopicLinks, IReadOnlyList<MakeTopicLinks.Made>>(
            (make, who) => make.RunAsync(who, new() { PlanId = plan }, ct),
            ct
        );
        ProposeTopic.Form[] topics =
        [
            new()
            {
                Title = "商议单位内部停车场夜间向周边居民开放",
                Necessity = "周边三个老旧小区夜间车位紧张，单位车位夜间空置，需要一起商定时段、费用和安全责任。",
                Minutes = 20,
            },
            new()
            {
                Title = "联合开展春季义诊和健康讲座",
                Necessity = "请有医护力量的单位一起排期。",
                Minutes = 15,
            },
        ];
        foreach (var (link, topic) in links.Zip(topics))
            await user.ByLinkAsync<ProposeTopic>(link.Token, (propose, who) => propose.RunAsync(who, topic, ct));
    }

    private void At(int daysAgo, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-daysAgo)), new TimeOnly(10, 25)), happens);
}
