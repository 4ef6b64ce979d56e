using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Demo;

/// <summary>
/// Simulates a year in one street: units are recorded, bodies established and filled, members change, meetings are held, and each <see
/// cref="IDemoChapter"/> is told.
/// </summary>
internal sealed class StreetStory(StreetYear year)
{
    private readonly DemoStreet plan = year.Plan;
    private readonly DemoUser user = year.User;
    private readonly StorySchedule storySchedule = year.Schedule;
    private readonly SeededRandom random = year.Random;
    private readonly Dictionary<DemoUnit, Guid> units = year.Units;
    private readonly Dictionary<DemoPerson, Guid> people = year.People;
    private readonly List<SeatTaken> seats = [];
    private readonly string stem = DemoWords.Stem(year.Plan.Street);
    private int letters;

    internal sealed record SeatTaken(Guid CommitteeId, Guid SeatId, DemoUnit Unit);

    public IReadOnlyDictionary<DemoUnit, Guid> Units => units;
    public IReadOnlyDictionary<DemoPerson, Guid> People => people;

    public async Task PlayAsync(CancellationToken ct)
    {
        storySchedule.At(On(1, 9), EnterAllAsync);
        if (plan.IsDemoStreet)
            storySchedule.At(On(2, 10), OpenUnitAccountsAsync);
        var chapters = DemoChapters.Of(year).Where(c => c.IsTold).ToLookup(c => c.Position < DemoChapters.Bodies);
        foreach (var chapter in chapters[true])
            chapter.Plan();
        PlanBodies();
        foreach (var chapter in chapters[false])
            chapter.Plan();
        await storySchedule.PassAsync(ct);
    }

    private void PlanBodies()
    {
        if (plan.HasCoordination)
            PlanCoordination();
        if (plan.HasBigWorking)
            PlanBigWorking();
        for (var n = 0; n < plan.Communities.Count; n++)
            PlanCommunity(plan.Communities[n], n);
    }

    private DateTimeOffset On(int day, int hour) => year.On(day, hour);

    private DateOnly Ago(int days, int give = 0) => year.Ago(days, give);

    private async Task EnterAllAsync(CancellationToken ct)
    {
        await EnterAsync(plan.Host, ct);
        foreach (var person in plan.HostPeople.Concat(plan.Communities.Select(c => c.Head)))
            await EnterAsync(plan.Host, person, ct);
        foreach (var unit in plan.Units)
            await EnterAsync(unit, ct);
    }

    private async Task EnterAsync(DemoUnit unit, CancellationToken ct)
    {
        var form = new EnterUnit.Form
        {
            Name = unit.Name,
            ShortName = unit.ShortName,
            Kind = unit.Kind,
            PlaceId = unit.Place.Id,
            SuperiorOrganization = unit.Superior,
            PartyOrganization = unit.Party,
        };
        await user.DoAsync<EnterUnit>((enter, who) => enter.RunAsync(who, form, ct), ct);
        units.Add(unit, form.UnitId);
        await EnterAsync(unit, unit.Head, ct, isHead: true);
        if (unit.Liaison is { } liaison)
            await EnterAsync(unit, liaison, ct, isLiaison: true);
    }

    private async Task<Guid> EnterAsync(
        DemoUnit unit,
        DemoPerson person,
        CancellationToken ct,
        bool isHead = false,
        bool isLiaison = false,
        DateOnly? from = null
    )
    {
        var form = new EnterPerson.Form
        {
            UnitId = units[unit],
            Name = person.Name,
            Title = person.Title,
            Mobile = person.Mobile,
            IsSecretary = isHead,
            IsLiaisonOfficer = isLiaison,
            From = from,
        };
        await user.DoAsync<EnterPerson>((enter, who) => enter.RunAsync(who, form, ct), ct);
        people.Add(person, form.PersonId);
        return form.PersonId;
    }

    private async Task OpenUnitAccountsAsync(CancellationToken ct)
    {
        var unit = await user.AskAsync<SeeUnit, SeeUnit.Answer>((see, who) => see.AskAsync(who, units[plan.Own[0]], ct), ct);
        foreach (
            var (login, role, post) in new[]
            {
                ("secretary", Role.UnitSecretary, unit.Posts.Single(p => p.IsSecretary)),
                ("liaison", Role.LiaisonOfficer, unit.Posts.Single(p => p.IsLiaisonOfficer)),
            }
        )
        {
            var form = new OpenUnitAccount.Form
            {
                PostId = post.PostId,
                Login = login,
                Role = role,
            };
            await user.DoAsync<OpenUnitAccount>((open, who) => open.RunAsync(who, form, ct), ct);
            await user.Of(login).ActivateAccountAsync(form.Code, ct);
        }
    }

    private void PlanCoordination()
    {
        var members = random.Some(random.Between(5, 8), plan.Units);
        var committee = Establish(
            CommitteeKind.Coordination,
            plan.Street,
            plan.Street.Name + "共建互补协调委员会",
            On(9, 9),
            [("主任", plan.Host.Head), ("副主任", plan.HostPeople[1])],
            members,
            "委员",
            months: plan.IsDemoStreet ? 18 : null
        );
        if (!plan.IsRich)
            return;
        Hold(committee, Ago(340, 8), 7, MeetingKind.Regular);
        Hold(committee, Ago(160, 8), 6, MeetingKind.Regular, far: Far(MeetingState.Issued));
        if (random.Chance(50))
            Hold(committee, Ago(45, 10), 6, MeetingKind.Liaison);
        if (plan.IsDemoStreet)
            new SeriesStory(user, storySchedule, committee).Plan(
                MeetingKind.Regular,
                "共建互补例会",
                SeriesStory.MonthOf(storySchedule.Today),
                explains: true
            );
    }

    private void PlanBigWorking()
    {
        var members = plan
            .Own.Concat(random.Some(int.MaxValue, plan.Communities.SelectMany(c => c.Units)))
            .Take(plan.BigWorkingSeats)
            .ToList();
        var committee = Establish(
            CommitteeKind.BigWorking,
            plan.Street,
            plan.Street.Name + "大工委",
            On(12, 9),
            [("书记", plan.Host.Head), ("副书记", plan.HostPeople[0]), ("专职委员", plan.HostPeople[2])],
            members,
            "兼职委员"
        );
        PlanChanges(committee, members);
        if (plan.IsDemoStreet && plan.IsRich)
            new SeatEventsStory(user, storySchedule, committee, units, people).Plan(
                members,
                plan.HostPeople,
                new SeededRandom(year.Seed, plan.Street.Code, "seats")
            );
        if (plan.IsRich)
        {
            foreach (var ago in (int[])[370, 290, 205, 115, 30])
                Hold(
                    committee,
                    Ago(ago, 8),
                    random.Between(6, 8),
                    MeetingKind.Joint,
                    isMovedOnce: plan.IsDemoStreet && ago == 205,
                    far: Far(
                        ago switch
                        {
                            370 => null,
                            > 200 => MeetingState.Archived,
                            _ => MeetingState.FollowingUp,
                        }
                    )
                );
            if (plan.IsDemoStreet)
                Hold(
                    committee,
                    StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-3)),
                    6,
                    MeetingKind.Liaison,
                    far: MeetingState.MinutesDrafted
                );
            if (plan.IsDemoStreet || random.Chance(20))
                Hold(committee, Ago(75, 5), 6, MeetingKind.Topic, isCancelled: true);
            if (plan.IsDemoStreet)
                Hold(committee, Ago(9, 2), 6, MeetingKind.Topic, isPostponed: true);
            if (plan.IsDemoStreet)
                new SeriesStory(user, storySchedule, committee).Plan(MeetingKind.Joint, "共建互补联席会议", 3, explains: false);
            if (plan.IsDemoStreet)
                new PlanStory(user, storySchedule, committee).Plan();
        }
        else
        {
            Hold(committee, Ago(40, 15), 6, MeetingKind.Joint);
        }
        if (plan.IsDemoStreet || !plan.IsRich || random.Chance(60))
            HoldSoon(committee, plan.IsDemoStreet ? 7 : random.Between(4, 18), user, silent: plan.IsDemoStreet ? plan.Own[0].Name : null);
        if (plan.IsDemoStreet || random.Chance(20))
            Draft(committee, StorySchedule.Workday(storySchedule.Today.AddDays(25)));
    }

    private void PlanCommunity(DemoStreet.CommunityPlan community, int n)
    {
        var name = community.Place.Name;
        if (community.HasConsultation)
            Establish(
                CommitteeKind.Consultation,
                community.Place,
                name + "共建互补协商委员会",
                On(16 + (n * 11), 9),
                [("主任", community.Head)],
                community.Units,
                "委员"
            );
        if (!community.HasBigParty)
            return;
        var committee = Establish(
            CommitteeKind.BigParty,
            community.Place,
            name + "大党委",
            On(18 + (n * 11), 14),
            [("书记", community.Head)],
            community.Units,
            "兼职委员"
        );
        if (n > 0)
            return;
        var its = plan.IsDemoStreet ? user.Of("community") : user;
        if (plan.IsRich)
            Hold(committee, Ago(190, 8), 6, MeetingKind.Joint, its: its);
        if (plan.IsRich && plan.IsDemoStreet)
            Hold(committee, Ago(105, 8), 6, MeetingKind.Topic, its: its, far: MeetingState.FollowingUp);
        if (plan.IsRich || plan.IsDemoStreet)
            Hold(committee, Ago(25, 6), 6, MeetingKind.Joint, its: its, far: Far(MeetingState.Countersigning));
        if (plan.IsDemoStreet)
            HoldSoon(committee, 10, its);
    }

    private Guid Establish(
        CommitteeKind kind,
        Place place,
        string name,
        DateTimeOffset at,
        (string Title, DemoPerson Person)[] hosts,
        IReadOnlyList<DemoUnit> members,
        string title,
        int? months = null
    )
    {
        var committee = Guid.CreateVersion7();
        storySchedule.At(
            at,
            async ct =>
            {
                var day = at.ChinaDate();
                await user.DoAsync<EstablishCommittee>(
                    (establish, who) =>
                        establish.RunAsync(
                            who,
                            new()
                            {
                                CommitteeId = committee,
                                Kind = kind,
                                PlaceId = place.Id,
                                Name = name,
                                EstablishedOn = day,
                                TermEndsOn = day.AddMonths(months ?? (plan.IsRich && random.Chance(15) ? 24 : 60)),
                            },
                            ct
                        ),
                    ct
                );
                foreach (var ((hostTitle, person), n) in hosts.Select((h, n) => (h, n)))
                    await user.DoAsync<AddSeat>(
                        (add, who) =>
                            add.RunAsync(
                                who,
                                new()
                                {
                                    CommitteeId = committee,
                                    Kind = SeatKind.FullTime,
                                    Role =
                                        n == 0 ? SeatRole.Convener
                                        : n == 1 ? SeatRole.Deputy
                                        : SeatRole.Member,
                                    Title = hostTitle,
                                    PersonId = people[person],
                                    From = day,
                                },
                                ct
                            ),
                        ct
                    );
                foreach (var (unit, n) in members.Select((u, n) => (u, n)))
                {
                    var isDeputy = n == 0 && kind == CommitteeKind.BigWorking;
                    var form = new AddSeat.Form
                    {
                        CommitteeId = committee,
                        UnitId = units[unit],
                        PersonId = people[unit.Head],
                        Role = isDeputy ? SeatRole.Deputy : SeatRole.Member,
                        Title = isDeputy ? "兼职副书记" : title,
                        From = day,
                        LetterNumber = kind is CommitteeKind.BigWorking or CommitteeKind.BigParty
                            ? $"{stem}聘〔{day.Year}〕{++letters}号"
                            : null,
                    };
                    await user.DoAsync<AddSeat>((add, who) => add.RunAsync(who, form, ct), ct);
                    seats.Add(new SeatTaken(committee, form.SeatId, unit));
                }
            }
        );
        return committee;
    }

    /// <summary>
    /// Some members are replaced, some seats become vacant, and one successor is appointed for next month. The demo accounts' unit is not
    /// changed.
    /// </summary>
    private void PlanChanges(Guid committee, IReadOnlyList<DemoUnit> members)
    {
        var others = members.Skip(1).Where(u => u.Kind != UnitKind.Military).ToList();
        var changing = random.Some(plan.IsRich ? 4 : 3, others);
        storySchedule.At(
            ChinaTime.At(Ago(plan.IsRich ? 250 : 60, 20), new TimeOnly(10, 5)),
            ct => SucceedAsync(changing[0], storySchedule.Clock.GetUtcNow().ChinaDate(), EndReason.PostChanged, ct)
        );
        if (plan.IsRich)
            storySchedule.At(
                ChinaTime.At(Ago(90, 20), new TimeOnly(15, 40)),
                ct => SucceedAsync(changing[3], storySchedule.Clock.GetUtcNow().ChinaDate(), EndReason.Retired, ct)
            );
        if (plan.IsDemoStreet || random.Chance(45))
            storySchedule.At(ChinaTime.At(Ago(50, 12), new TimeOnly(9, 35)), ct => VacateAsync(committee, changing[1], ct));
        if (plan.IsDemoStreet || random.Chance(30))
            storySchedule.At(
                ChinaTime.At(storySchedule.Today.AddDays(-2), new TimeOnly(16, 15)),
                ct => SucceedAsync(changing[2], storySchedule.Today.AddDays(20), EndReason.Retired, ct)
            );
        if (plan.IsDemoStreet)
            storySchedule.At(
                ChinaTime.At(StorySchedule.Workday(storySchedule.Today.AddDays(-18)), new TimeOnly(11, 5)),
                ct =>
                    CorrectionStory.CorrectLetterNumberAsync(
                        user,
                        seats.First(s => s.CommitteeId == committee && s.Unit == others.First(u => !changing.Contains(u))).SeatId,
                        ct
                    )
            );
    }

    /// <summary>The unit's new head follows the old one on every seat of the unit.</summary>
    private async Task SucceedAsync(DemoUnit unit, DateOnly from, EndReason reason, CancellationToken ct)
    {
        var person = await EnterAsync(unit, DemoPerson.Draw(random, unit.Head.Title), ct, isHead: true, from: from);
        foreach (var taken in seats.Where(s => s.Unit == unit))
        {
            var seat = await SeatAsync(taken, ct);
            if (seat.IsVacant || seat.Since >= from)
                continue;
            await user.DoAsync<ReplaceMember>(
                (replace, who) =>
                    replace.RunAsync(
                        who,
                        new()
                        {
                            SeatId = seat.SeatId,
                            ExpectedVersion = seat.RowVersion,
                            PersonId = person,
                            From = from,
                            Reason = reason,
                            LetterNumber = seat.LetterNumber is null ? null : $"{stem}聘〔{from.Year}〕{++letters}号",
                        },
                        ct
                    ),
                ct
            );
        }
    }

    private async Task VacateAsync(Guid committee, DemoUnit unit, CancellationToken ct)
    {
        var seat = await SeatAsync(seats.Single(s => s.CommitteeId == committee && s.Unit == unit), ct);
        await user.DoAsync<EndAppointment>(
            (end, who) =>
                end.RunAsync(
                    who,
                    new()
                    {
                        SeatId = seat.SeatId,
                        ExpectedVersion = seat.RowVersion,
                        On = storySchedule.Clock.GetUtcNow().ChinaDate(),
                        Reason = EndReason.PostChanged,
                        Remark = "调离，单位另行推荐",
                    },
                    ct
                ),
            ct
        );
    }

    private async Task<SeeRoster.Row> SeatAsync(SeatTaken taken, CancellationToken ct)
    {
        var roster = await user.AskAsync<SeeRoster, SeeRoster.Answer>(
            (see, who) => see.AskAsync(who, taken.CommitteeId, null, null, ct),
            ct
        );
        return roster.Rows.Single(r => r.SeatId == taken.SeatId);
    }

    private void Hold(
        Guid committee,
        DateOnly day,
        int noticeDays,
        MeetingKind kind,
        bool isMovedOnce = false,
        bool isCancelled = false,
        bool isPostponed = false,
        string? silent = null,
        DemoUser? its = null,
        MeetingState? far = null
    ) => Meeting(committee, day, its, kind, isMovedOnce, isCancelled, isPostponed, silent, far).On(storySchedule, day, noticeDays);

    /// <summary>Only the demo accounts' street of the full demo district has minutes and resolutions.</summary>
    private MeetingState? Far(MeetingState? far) => plan is { IsRich: true, IsDemoStreet: true } ? far : null;

    /// <summary>An upcoming meeting whose notice was issued some days ago.</summary>
    private void HoldSoon(Guid committee, int days, DemoUser its, string? silent = null)
    {
        var day = StorySchedule.Workday(storySchedule.Today.AddDays(days));
        Hold(committee, day, day.DayNumber - storySchedule.Today.DayNumber + 5, MeetingKind.Joint, silent: silent, its: its);
    }

    private void Draft(Guid committee, DateOnly day)
    {
        var meeting = Meeting(committee, day, null, MeetingKind.Topic);
        storySchedule.At(
            ChinaTime.At(storySchedule.Today.AddDays(-1), new TimeOnly(15, 5)),
            ct => meeting.DraftAsync(day, new TimeOnly(14, 0), ct)
        );
    }

    private MeetingStory Meeting(
        Guid committee,
        DateOnly day,
        DemoUser? its,
        MeetingKind kind,
        bool isMovedOnce = false,
        bool isCancelled = false,
        bool isPostponed = false,
        string? silent = null,
        MeetingState? far = null
    ) =>
        new(
            new SeededRandom(year.Seed, plan.District.Slug, plan.Street.Code, $"{day:o}", $"{random.Below(1_000_000)}"),
            its ?? user,
            committee,
            stem
        )
        {
            Kind = kind,
            IsMovedOnce = isMovedOnce,
            IsCancelled = isCancelled,
            IsPostponed = isPostponed,
            SilentUnit = silent,
            IsSentByText = silent is not null,
            Far = far,
        };
}
