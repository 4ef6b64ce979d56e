using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Texts;
using CoBuilding.Units.People;

namespace CoBuilding.Demo;

/// <summary>
/// Nominations in a street: a vacancy being filled, nominations of a community that are submitted to the street or were
/// returned, and the renewal of its coordination committee, with answers from half of the units.
/// </summary>
internal sealed class NominationStory(StreetYear year) : IDemoChapter
{
    private readonly DemoStreet plan = year.Plan;
    private readonly DemoUser user = year.User;
    private readonly StorySchedule storySchedule = year.Schedule;
    private readonly SeededRandom random = year.RandomOf("nominations");
    private readonly DemoUser admin = year.User.Of("admin");
    private readonly DemoUser community = year.User.Of("community");

    public int Position => 110;
    public bool IsTold => plan is { IsRich: true, IsDemoStreet: true };

    public void Plan()
    {
        Guid vacancy = Guid.CreateVersion7(),
            submitted = Guid.CreateVersion7(),
            returned = Guid.CreateVersion7();
        At(
            26,
            8,
            async ct =>
            {
                var roster = await RosterAsync(plan.Street.Name + "大工委", ct);
                var seat = roster.Rows.First(r => r is { IsVacant: true, UnitId: not null });
                await NominateAsync(user, roster.CommitteeId, vacancy, seat.UnitId!.Value, seat, "党委副书记", "正科级", ct);
            }
        );
        At(23, 9, ct => StepAsync(user, NominationAction.Consented, ct, vacancy));
        At(20, 10, ct => StepAsync(user, NominationAction.Screened, ct, vacancy));
        At(19, 11, ct => StepAsync(user, NominationAction.Submitted, ct, vacancy));
        At(14, 14, ct => StepAsync(admin, NominationAction.Approved, ct, vacancy));
        At(12, 15, ct => StepAsync(user, NominationAction.Publicized, ct, vacancy));

        At(
            17,
            8,
            async ct =>
            {
                var roster = await RosterAsync(plan.Communities[0].Place.Name + "大党委", ct);
                foreach (var id in new[] { submitted, returned })
                    await NominateAsync(
                        community,
                        roster.CommitteeId,
                        id,
                        roster.Rows.First(r => r.UnitId is not null).UnitId!.Value,
                        null,
                        "优秀共产党员",
                        null,
                        ct
                    );
            }
        );
        At(16, 9, ct => StepAsync(community, NominationAction.Consented, ct, submitted, returned));
        At(12, 10, ct => StepAsync(community, NominationAction.Screened, ct, submitted, returned));
        At(10, 11, ct => StepAsync(community, NominationAction.Submitted, ct, submitted, returned));
        At(
            6,
            15,
            async ct =>
            {
                var version = await VersionAsync(user, returned, ct);
                await user.DoAsync<ReturnNomination>(
                    (back, who) =>
                        back.RunAsync(
                            who,
                            new()
                            {
                                NominationId = returned,
                                ExpectedVersion = version,
                                On = Today,
                                Reason = "请补充党员大会推荐情况，补正后再报。",
                            },
                            ct
                        ),
                    ct
                );
            }
        );
        At(15, 11, RenewAsync);
    }

    private DateOnly Today => storySchedule.Clock.GetUtcNow().ChinaDate();

    /// <summary>Successive steps get later hours, because two of them may fall on the same workday.</summary>
    private void At(int daysAgo, int hour, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-daysAgo)), new TimeOnly(hour, 25)), happens);

    private async Task RenewAsync(CancellationToken ct)
    {
        var roster = await RosterAsync(plan.Street.Name + "共建互补协调委员会", ct);
        var form = new OpenRenewal.Form
        {
            CommitteeId = roster.CommitteeId,
            ExpectedVersion = roster.RowVersion,
            On = Today,
        };
        await user.DoAsync<OpenRenewal>((open, who) => open.RunAsync(who, form, ct), ct);
        At(
            9,
            10,
            async later =>
            {
                var renewal = await user.AskAsync<SeeRenewal, SeeRenewal.Answer>(
                    (see, who) => see.AskAsync(who, form.RenewalId, later),
                    later
                );
                var asked = renewal
                    .Rows.Where(r => r is { Kind: SeatKind.PartTime, NominationId: not null })
                    .Select(r => r.NominationId!.Value)
                    .ToList();
                await StepAsync(user, NominationAction.Consented, later, [.. asked.Take(asked.Count / 2)]);
            }
        );
    }

    private async Task<SeeRoster.Answer> RosterAsync(string name, CancellationToken ct)
    {
        var found = await admin.AskAsync<ListCommittees, Page<ListCommittees.Row>>(
            (list, who) => list.AskAsync(who, new() { Search = name }, ct),
            ct
        );
        return await admin.AskAsync<SeeRoster, SeeRoster.Answer>(
            (see, who) => see.AskAsync(who, found.Rows.Single(r => r.Name == name).Id, null, null, ct),
            ct
        );
    }

    /// <param name="seat">Null: a new seat, for an individual.</param>
    private async Task NominateAsync(
        DemoUser its,
        Guid committee,
        Guid id,
        Guid unit,
        SeeRoster.Row? seat,
        string post,
        string? rank,
        CancellationToken ct
    )
    {
        var person = new EnterPerson.Form
        {
            UnitId = unit,
            Name = DemoWords.Person(random),
            Title = post,
        };
        await its.DoAsync<EnterPerson>((enter, who) => enter.RunAsync(who, person, ct), ct);
        await its.DoAsync<NominateMember>(
            (nominate, who) =>
                nominate.RunAsync(
                    who,
                    new()
                    {
                        NominationId = id,
                        CommitteeId = committee,
                        SeatId = seat?.SeatId,
                        Kind = SeatKind.Individual,
                        SeatTitle = "个人委员",
                        PersonId = person.PersonId,
                        Gender = random.Chance(50) ? Gender.Female : Gender.Male,
                        PartyPost = seat is null ? null : post,
                        Rank = rank,
                        Way = seat is null ? SelectionWay.MembersRecommended : SelectionWay.UnitRecommended,
                        On = Today,
                    },
                    ct
                ),
            ct
        );
    }

    private async Task StepAsync(DemoUser its, NominationAction action, CancellationToken ct, params IReadOnlyList<Guid> nominations)
    {
        List<AdvanceNominations.Choice> rows = [];
        foreach (var id in nominations)
            rows.Add(new(id, await VersionAsync(its, id, ct)));
        var answer = await its.AskAsync<AdvanceNominations, AdvanceNominations.Answer>(
            (advance, who) =>
                advance.RunAsync(
                    who,
                    new()
                    {
                        Rows = rows,
                        Action = action,
                        On = Today,
                        Source = ConsentSource.Paper,
                        PersonIsWilling = true,
                        DocumentNumber =
                            action == NominationAction.Approved
                                ? $"{DemoWords.Stem(plan.Street)}批〔{Today.Year}〕{random.Between(3, 30)}号"
                                : null,
                    },
                    ct
                ),
            ct
        );
        if (!answer.IsSaved)
            throw new InvalidOperationException($"{action} was refused: {answer.Rows[0].Refusal?.Key}");
    }

    private static async Task<long> VersionAsync(DemoUser its, Guid nomination, CancellationToken ct) =>
        (await its.AskAsync<SeeNomination, SeeNomination.Answer>((see, who) => see.AskAsync(who, nomination, ct), ct)).Row.RowVersion;
}
