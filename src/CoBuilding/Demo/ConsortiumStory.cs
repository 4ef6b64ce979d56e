using CoBuilding.Committees;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Demo;

/// <summary>
/// Creates a consortium of the street's military, police, rescue and state-owned units, with its aims, and forms working groups of the big
/// working committee.
/// </summary>
internal sealed class ConsortiumStory(StreetYear year) : IDemoChapter
{
    private static readonly UnitKind[] Kinds = [UnitKind.Military, UnitKind.Police, UnitKind.FireAndEmergency, UnitKind.StateEnterprise];

    private readonly DemoStreet plan = year.Plan;
    private readonly DemoUser user = year.User;
    private readonly StorySchedule storySchedule = year.Schedule;
    private readonly Dictionary<DemoUnit, Guid> units = year.Units;
    private readonly Dictionary<DemoPerson, Guid> people = year.People;
    private readonly Guid consortium = Guid.CreateVersion7();

    public int Position => 130;
    public bool IsTold => plan is { IsRich: true, IsDemoStreet: true };

    public void Plan()
    {
        At(210, EstablishAsync);
        At(45, FormGroupsAsync);
    }

    private void At(int daysAgo, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.Workday(storySchedule.Today.AddDays(-daysAgo)), new TimeOnly(10, 50)), happens);

    private async Task EstablishAsync(CancellationToken ct)
    {
        var day = user.Today;
        await user.DoAsync<EstablishCommittee>(
            (establish, who) =>
                establish.RunAsync(
                    who,
                    new()
                    {
                        CommitteeId = consortium,
                        Kind = CommitteeKind.Consortium,
                        PlaceId = plan.Street.Id,
                        Name = DemoWords.Stem(plan.Street) + "军警地企党建联合体",
                        EstablishedOn = day,
                        TermEndsOn = day.AddYears(3),
                    },
                    ct
                ),
            ct
        );
        await user.DoAsync<SetAims>(
            (set, who) =>
                set.RunAsync(
                    who,
                    new()
                    {
                        CommitteeId = consortium,
                        ExpectedVersion = 1,
                        Aims = "资源共享、责任共担、优势互补、互利共赢",
                    },
                    ct
                ),
            ct
        );
        await AddAsync(SeatKind.FullTime, null, people[plan.HostPeople[0]], SeatRole.Convener, "召集人", ct);
        foreach (
            var (unit, n) in plan
                .Units.Where(u => Kinds.Contains(u.Kind))
                .OrderBy(u => u.Kind != UnitKind.Military)
                .Take(8)
                .Select((u, n) => (u, n))
        )
            await AddAsync(
                SeatKind.PartTime,
                units[unit],
                people[unit.Head],
                n == 0 ? SeatRole.Deputy : SeatRole.Member,
                n == 0 ? "副召集人" : "成员",
                ct
            );
    }

    private Task AddAsync(SeatKind kind, Guid? unit, Guid person, SeatRole role, string title, CancellationToken ct) =>
        user.DoAsync<AddSeat>(
            (add, who) =>
                add.RunAsync(
                    who,
                    new()
                    {
                        CommitteeId = consortium,
                        Kind = kind,
                        UnitId = unit,
                        PersonId = person,
                        Role = role,
                        Title = title,
                        From = user.Today,
                    },
                    ct
                ),
            ct
        );

    private async Task FormGroupsAsync(CancellationToken ct)
    {
        var found = await user.AskAsync<ListCommittees, Page<ListCommittees.Row>>(
            (list, who) => list.AskAsync(who, new() { Kind = CommitteeKind.BigWorking }, ct),
            ct
        );
        var roster = await user.AskAsync<SeeRoster, SeeRoster.Answer>(
            (see, who) => see.AskAsync(who, found.Rows[0].Id, null, null, ct),
            ct
        );
        var seats = roster.Rows.Where(r => r is { IsVacant: false, Kind: SeatKind.PartTime }).Select(r => r.SeatId).ToList();
        foreach (
            var (name, purpose, members) in new[]
            {
                ("社区建设组", "老旧小区改造、停车和环境整治的协调", seats.Take(3)),
                ("文体教卫组", "文化体育活动、课后托管和健康服务的对接", seats.Skip(3).Take(4)),
            }
        )
            await user.DoAsync<CreateGroup>(
                (form, who) =>
                    form.RunAsync(
                        who,
                        new()
                        {
                            CommitteeId = roster.CommitteeId,
                            Name = name,
                            Purpose = purpose,
                            On = user.Today,
                            SeatIds = [.. members],
                            LeaderId = members.First(),
                        },
                        ct
                    ),
                ct
            );
    }
}
