using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Demo;

/// <summary>
/// Simulates years in one street of the large district. Once a month the clerk records the events: bodies are established, posts change
/// hands with their seats, seats become vacant or are suspended, terms are extended, bodies are dissolved and established again.
/// </summary>
internal sealed class LargeStreetStory(
    LargeDemoStreet plan,
    DemoUser user,
    StorySchedule storySchedule,
    DateOnly start,
    SeededRandom random
)
{
    /// <summary>A post whose holder has the unit's seats.</summary>
    private sealed class HeadPost(Guid unitId, string title, bool isHead, bool isNamed)
    {
        public Guid UnitId => unitId;
        public string Title => title;
        public bool IsHead => isHead;
        public bool IsNamed => isNamed;
        public Guid Person { get; set; }

        /// <summary>The holder's first day, which may lie some days ahead.</summary>
        public DateOnly Since { get; set; }
        public Guid Post { get; set; }
        public List<FilledSeat> Seats { get; } = [];
    }

    /// <summary>A seat, and its version after what was done to it so far.</summary>
    private sealed class FilledSeat(bool hasLetter, HeadPost headPost)
    {
        public Guid SeatId { get; } = Guid.CreateVersion7();
        public bool HasLetter => hasLetter;
        public HeadPost HeadPost => headPost;
        public long RowVersion { get; set; } = 1;
        public bool IsVacant { get; set; }

        /// <summary>The end of its suspension; the maximum day while not known.</summary>
        public DateOnly SuspendedUntil { get; set; }
    }

    private sealed record Planned(
        CommitteeKind Kind,
        Place Place,
        string Name,
        IReadOnlyList<(string Title, HeadPost HeadPost)> Hosts,
        IReadOnlyList<HeadPost> Members,
        int Month
    );

    private sealed class Body(Planned plan)
    {
        public Planned Plan => plan;
        public Guid Id { get; } = Guid.CreateVersion7();
        public List<FilledSeat> Seats { get; } = [];
        public DateOnly TermEndsOn { get; set; }
        public bool IsExtended { get; set; }
    }

    private static readonly EndReason[] Reasons = [EndReason.PostChanged, EndReason.PostChanged, EndReason.Retired, EndReason.Resigned];
    private static readonly string[] Pauses = ["单位办公场所搬迁", "单位改制期间", "负责人外出学习"];

    private readonly List<Planned> planned = [];
    private readonly List<Body> bodies = [];
    private readonly string stem = DemoWords.Stem(plan.Street);
    private HeadPost? foremost;
    private int letters;

    /// <summary>A unit of the street and its head now: the district's body takes one of each street.</summary>
    public (Guid Unit, Guid Head) Foremost => (foremost!.UnitId, foremost.Person);

    private DateOnly Today => storySchedule.Clock.GetUtcNow().ChinaDate();

    public async Task PlayAsync(CancellationToken ct)
    {
        storySchedule.At(ChinaTime.At(StorySchedule.Workday(start.AddDays(1)), new TimeOnly(9, 10)), EnterAllAsync);
        var first = new DateOnly(start.Year, start.Month, 1).AddMonths(1);
        for (var n = 0; first.AddMonths(n) <= storySchedule.Today; n++)
        {
            var month = n;
            // Early enough that events recorded for a later day do not overlap with the next month's.
            var day = StorySchedule.Workday(first.AddMonths(n).AddDays(random.Between(4, 12)));
            storySchedule.At(ChinaTime.At(day, new TimeOnly(9, 20)), ct => LiveMonthAsync(month, ct));
        }
        await storySchedule.PassAsync(ct);
    }

    private async Task EnterAllAsync(CancellationToken ct)
    {
        var head = await EnterAsync(plan.Host, ct);
        List<HeadPost> office = [head];
        foreach (var title in (string[])["办事处主任", "党工委副书记", "组织委员"])
            office.Add(await SeatSomebodyAsync(new HeadPost(head.UnitId, title, false, true), null, null, ct));
        List<HeadPost> own = [];
        foreach (var unit in plan.Own)
            own.Add(await EnterAsync(unit, ct));
        List<HeadPost> ofAll = [.. own];
        foreach (var community in plan.Communities)
        {
            List<HeadPost> units = [];
            foreach (var unit in community.Units)
                units.Add(await EnterAsync(unit, ct));
            ofAll.AddRange(units);
            var secretary = await SeatSomebodyAsync(
                new HeadPost(head.UnitId, community.Place.Name + "党组织书记", false, true),
                null,
                null,
                ct
            );
            PlanCommunity(community.Place, secretary, units);
        }
        planned.Add(
            new(
                CommitteeKind.BigWorking,
                plan.Street,
                plan.Street.Name + "大工委",
                [("书记", office[0]), ("副书记", office[1]), ("专职委员", office[3])],
                [.. own.Concat(random.Some(9, ofAll.Skip(own.Count))).Take(random.Between(7, 11))],
                0
            )
        );
        planned.Add(
            new(
                CommitteeKind.Coordination,
                plan.Street,
                plan.Street.Name + "共建互补协调委员会",
                [("主任", office[0]), ("副主任", office[2])],
                random.Some(random.Between(5, 8), ofAll),
                random.Between(0, 6)
            )
        );
        foremost = ofAll[0];
    }

    private void PlanCommunity(Place community, HeadPost secretary, IReadOnlyList<HeadPost> units)
    {
        if (random.Chance(90))
            planned.Add(
                new(
                    CommitteeKind.BigParty,
                    community,
                    community.Name + "大党委",
                    [("书记", secretary)],
                    random.Some(random.Between(3, 6), units),
                    random.Between(1, 11)
                )
            );
        if (random.Chance(70))
            planned.Add(
                new(
                    CommitteeKind.Consultation,
                    community,
                    community.Name + "共建互补协商委员会",
                    [("主任", secretary)],
                    random.Some(random.Between(4, 7), units),
                    random.Between(1, 11)
                )
            );
    }

    private async Task<HeadPost> EnterAsync(DemoUnit unit, CancellationToken ct)
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
        if (unit.Liaison is { } liaison)
            await user.DoAsync<EnterPerson>(
                (enter, who) =>
                    enter.RunAsync(
                        who,
                        new()
                        {
                            UnitId = form.UnitId,
                            Name = liaison.Name,
                            Title = liaison.Title,
                            Mobile = liaison.Mobile,
                            IsLiaisonOfficer = true,
                        },
                        ct
                    ),
                ct
            );
        return await SeatSomebodyAsync(new HeadPost(form.UnitId, unit.Head.Title, true, unit.Head.Mobile is not null), unit.Head, null, ct);
    }

    /// <summary>Enters who holds the post from now on, or from a day on.</summary>
    private async Task<HeadPost> SeatSomebodyAsync(HeadPost headPost, DemoPerson? named, DateOnly? from, CancellationToken ct)
    {
        var person = named ?? DemoPerson.Draw(random, headPost.Title, headPost.IsNamed);
        var form = new EnterPerson.Form
        {
            UnitId = headPost.UnitId,
            Name = person.Name,
            Title = headPost.Title,
            Mobile = person.Mobile,
            IsSecretary = headPost.IsHead,
            From = from,
        };
        await user.DoAsync<EnterPerson>((enter, who) => enter.RunAsync(who, form, ct), ct);
        (headPost.Person, headPost.Post, headPost.Since) = (form.PersonId, form.PostId, from ?? Today);
        return headPost;
    }

    private async Task LiveMonthAsync(int month, CancellationToken ct)
    {
        foreach (var body in bodies.ToList())
            await EndTermAsync(body, month, ct);
        foreach (var headPost in bodies.SelectMany(b => b.Seats).Select(s => s.HeadPost).Distinct().ToList())
            if (random.Below(50) == 0)
                await SucceedAsync(headPost, ct);
        foreach (var seat in bodies.SelectMany(b => b.Seats).ToList())
            await TouchAsync(seat, ct);
        // Last, so that nobody is appointed and replaced on the same day.
        foreach (var body in planned.Where(p => p.Month == month).ToList())
            await EstablishAsync(body, ct);
    }

    private async Task EstablishAsync(Planned body, CancellationToken ct)
    {
        var day = Today;
        var made = new Body(body) { TermEndsOn = day.AddYears(5) };
        await user.DoAsync<EstablishCommittee>(
            (establish, who) =>
                establish.RunAsync(
                    who,
                    new()
                    {
                        CommitteeId = made.Id,
                        Kind = body.Kind,
                        PlaceId = body.Place.Id,
                        Name = body.Name,
                        EstablishedOn = day,
                        TermEndsOn = made.TermEndsOn,
                    },
                    ct
                ),
            ct
        );
        bodies.Add(made);
        foreach (var ((title, headPost), n) in body.Hosts.Select((h, n) => (h, n)))
            await SeatAsync(made, headPost, SeatKind.FullTime, n == 0 ? SeatRole.Convener : SeatRole.Deputy, title, ct);
        foreach (var member in body.Members)
            await SeatAsync(
                made,
                member,
                SeatKind.PartTime,
                SeatRole.Member,
                body.Kind is CommitteeKind.BigWorking or CommitteeKind.BigParty ? "兼职委员" : "委员",
                ct
            );
    }

    private async Task SeatAsync(Body body, HeadPost headPost, SeatKind kind, SeatRole role, string title, CancellationToken ct)
    {
        var seat = new FilledSeat(kind == SeatKind.PartTime, headPost);
        var from = headPost.Since > Today ? headPost.Since : Today;
        await user.DoAsync<AddSeat>(
            (add, who) =>
                add.RunAsync(
                    who,
                    new()
                    {
                        SeatId = seat.SeatId,
                        CommitteeId = body.Id,
                        Kind = kind,
                        Role = role,
                        Title = title,
                        UnitId = kind == SeatKind.PartTime ? headPost.UnitId : null,
                        PersonId = headPost.Person,
                        From = from,
                        LetterNumber = Letter(seat, from),
                    },
                    ct
                ),
            ct
        );
        body.Seats.Add(seat);
        headPost.Seats.Add(seat);
    }

    /// <summary>Another person takes over the post and its seats, today or in some days.</summary>
    private async Task SucceedAsync(HeadPost headPost, CancellationToken ct)
    {
        var from = random.Chance(40) ? Today.AddDays(random.Between(1, 7)) : Today;
        var (before, reason) = (headPost.Post, random.Pick(Reasons));
        await SeatSomebodyAsync(headPost, null, from, ct);
        if (!headPost.IsHead)
            await user.DoAsync<EndPost>((end, who) => end.RunAsync(who, new() { PostId = before, On = from }, ct), ct);
        foreach (var seat in headPost.Seats.Where(s => !s.IsVacant))
            await user.DoAsync<ReplaceMember>(
                (replace, who) =>
                    replace.RunAsync(
                        who,
                        new()
                        {
                            SeatId = seat.SeatId,
                            ExpectedVersion = seat.RowVersion++,
                            PersonId = headPost.Person,
                            From = from,
                            Reason = reason,
                            LetterNumber = Letter(seat, from),
                        },
                        ct
                    ),
                ct
            );
    }

    /// <summary>Events of a single seat: it becomes vacant, is filled, suspended or resumed.</summary>
    private async Task TouchAsync(FilledSeat seat, CancellationToken ct)
    {
        var (today, lot) = (Today, random.Below(400));
        var settled = today.AddDays(8);
        if (seat.IsVacant)
        {
            if (lot >= 90)
                return;
            await user.DoAsync<AppointMember>(
                (appoint, who) =>
                    appoint.RunAsync(
                        who,
                        new()
                        {
                            SeatId = seat.SeatId,
                            ExpectedVersion = seat.RowVersion++,
                            PersonId = seat.HeadPost.Person,
                            From = settled,
                            LetterNumber = Letter(seat, settled),
                        },
                        ct
                    ),
                ct
            );
            seat.IsVacant = false;
        }
        else if (seat.SuspendedUntil == DateOnly.MaxValue)
        {
            if (lot >= 90)
                return;
            await user.DoAsync<ResumeSeat>(
                (resume, who) =>
                    resume.RunAsync(
                        who,
                        new()
                        {
                            SeatId = seat.SeatId,
                            ExpectedVersion = seat.RowVersion++,
                            On = settled,
                        },
                        ct
                    ),
                ct
            );
            seat.SuspendedUntil = settled;
        }
        else if (lot == 0 && seat.HeadPost.Since <= today)
        {
            await user.DoAsync<EndAppointment>(
                (end, who) =>
                    end.RunAsync(
                        who,
                        new()
                        {
                            SeatId = seat.SeatId,
                            ExpectedVersion = seat.RowVersion++,
                            On = settled,
                            Reason = random.Pick(Reasons),
                            Remark = "单位另行推荐",
                        },
                        ct
                    ),
                ct
            );
            seat.IsVacant = true;
        }
        else if (lot == 1 && seat.SuspendedUntil <= today)
        {
            DateOnly? until = random.Chance(50) ? settled.AddDays(random.Between(60, 200)) : null;
            await user.DoAsync<SuspendSeat>(
                (suspend, who) =>
                    suspend.RunAsync(
                        who,
                        new()
                        {
                            SeatId = seat.SeatId,
                            ExpectedVersion = seat.RowVersion++,
                            From = today,
                            Until = until,
                            Reason = random.Pick(Pauses),
                        },
                        ct
                    ),
                ct
            );
            seat.SuspendedUntil = until ?? DateOnly.MaxValue;
        }
    }

    /// <summary>
    /// A term that ends soon is extended or ends; a body whose term has ended may be dissolved and established again after some months.
    /// </summary>
    private async Task EndTermAsync(Body body, int month, CancellationToken ct)
    {
        if (body.TermEndsOn > Today.AddMonths(3))
            return;
        if (!body.IsExtended && random.Chance(20))
        {
            body.IsExtended = true;
            var (version, until) = (await VersionAsync(body, ct), body.TermEndsOn.AddMonths(random.Between(3, 12)));
            await user.DoAsync<ExtendTerm>(
                (extend, who) =>
                    extend.RunAsync(
                        who,
                        new()
                        {
                            CommitteeId = body.Id,
                            ExpectedVersion = version,
                            Until = until,
                            Approval = $"{stem}党发〔{Today.Year}〕{random.Between(1, 90)}号",
                        },
                        ct
                    ),
                ct
            );
            body.TermEndsOn = until;
        }
        else if (body.TermEndsOn <= Today && random.Chance(2))
        {
            var version = await VersionAsync(body, ct);
            await user.DoAsync<DissolveCommittee>(
                (dissolve, who) =>
                    dissolve.RunAsync(
                        who,
                        new()
                        {
                            CommitteeId = body.Id,
                            ExpectedVersion = version,
                            On = Today,
                            Reason = "任期届满",
                        },
                        ct
                    ),
                ct
            );
            bodies.Remove(body);
            foreach (var seat in body.Seats)
                seat.HeadPost.Seats.Remove(seat);
            planned.Add(body.Plan with { Month = month + random.Between(1, 4) });
        }
    }

    private async Task<long> VersionAsync(Body body, CancellationToken ct) =>
        (await user.AskAsync<SeeRoster, SeeRoster.Answer>((see, who) => see.AskAsync(who, body.Id, null, null, ct), ct)).RowVersion;

    private string? Letter(FilledSeat seat, DateOnly day) => seat.HasLetter ? $"{stem}聘〔{day.Year}〕{++letters}号" : null;
}
