using CoBuilding.Committees;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Places;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>Committees in preparation: one submitted by a community to its street, and one returned for changes.</summary>
internal sealed class LifecycleStory(StreetYear year) : IDemoChapter
{
    private readonly DemoStreet plan = year.Plan;
    private readonly DemoUser user = year.User;
    private readonly StorySchedule storySchedule = year.Schedule;
    private readonly DemoUser community = year.User.Of("community");

    public int Position => 120;
    public bool IsTold => plan is { IsRich: true, IsDemoStreet: true };

    public void Plan()
    {
        var here = plan.Communities[0].Place;
        if (plan.Communities.FirstOrDefault(c => !c.HasBigParty)?.Place is { } other)
        {
            var bigParty = Prepare(
                user,
                CommitteeKind.BigParty,
                other,
                other.Name + "大党委",
                13,
                "按照区委部署，社区大党委年内全部设立。"
            );
            Submit(user, bigParty, other.Name + "大党委", 6);
        }
        var merchants = Prepare(
            community,
            CommitteeKind.Consortium,
            here,
            here.Name + "沿街商户党建联合体",
            16,
            "沿街商户多、流动党员多，拟以联合体的形式联系。"
        );
        Submit(community, merchants, here.Name + "沿街商户党建联合体", 8);
        At(
            3,
            async ct =>
            {
                var version = await VersionAsync(user, merchants, ct);
                await user.DoAsync<ReturnCommittee>(
                    (back, who) =>
                        back.RunAsync(
                            who,
                            new()
                            {
                                CommitteeId = merchants,
                                ExpectedVersion = version,
                                On = Today,
                                Remark = "请补充拟参加的单位名单和各自意愿，再行呈报。",
                            },
                            ct
                        ),
                    ct
                );
            }
        );
    }

    private DateOnly Today => storySchedule.Clock.GetUtcNow().ChinaDate();

    private void At(int daysAgo, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-daysAgo)), new TimeOnly(16, 45)), happens);

    private Guid Prepare(DemoUser its, CommitteeKind kind, Place place, string name, int daysAgo, string why)
    {
        var id = Guid.CreateVersion7();
        At(
            daysAgo,
            ct =>
                its.DoAsync<PrepareCommittee>(
                    (prepare, who) =>
                        prepare.RunAsync(
                            who,
                            new()
                            {
                                CommitteeId = id,
                                Kind = kind,
                                PlaceId = place.Id,
                                Name = name,
                                On = Today,
                                Remark = why,
                            },
                            ct
                        ),
                    ct
                )
        );
        return id;
    }

    private void Submit(DemoUser its, Guid committee, string name, int daysAgo) =>
        At(
            daysAgo,
            async ct =>
            {
                var version = await VersionAsync(its, committee, ct);
                await its.DoAsync<SubmitCommittee>(
                    (submit, who) =>
                        submit.RunAsync(
                            who,
                            new()
                            {
                                CommitteeId = committee,
                                ExpectedVersion = version,
                                On = Today,
                                Name = name,
                                DocumentNumber = $"{DemoWords.Stem(plan.Street)}请〔{Today.Year}〕{daysAgo}号",
                            },
                            ct
                        ),
                    ct
                );
            }
        );

    private static async Task<long> VersionAsync(DemoUser its, Guid committee, CancellationToken ct) =>
        (await its.AskAsync<SeeLifecycle, SeeLifecycle.Answer>((see, who) => see.AskAsync(who, committee, ct), ct)).RowVersion;
}
