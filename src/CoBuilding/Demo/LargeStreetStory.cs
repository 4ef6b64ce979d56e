using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;

namespace CoBuilding.Demo;

/// <summary>
/// Years in one street of the large district. Once a month the clerk records what has come about: bodies are established, posts change
/// hands and the seats with them, seats fall vacant or rest for a time, terms are extended, bodies are dissolved and established anew.
/// </summary>
internal sealed class LargeStreetStory(LargePlan plan, Desk desk, Timeline timeline, DateOnly start, Dice dice)
{
    /// <summary>A post of a unit whose holder sits for it.</summary>
    private sealed class Chair(Guid unitId, string title, bool isHead, bool isNamed)
    {
        public Guid UnitId => unitId;
        public string Title => title;
        public bool IsHead => isHead;
        public bool IsNamed => isNamed;
        public Guid Person { get; set; }

        /// <summary>The holder's first day, which may lie some days ahead.</summary>
        public DateOnly Since { get; set; }
        public Guid Post { get; set; }
        public List<Taken> Seats { get; } = [];
    }

    /// <summary>A seat, and its version after what was done to it so far.</summary>
    private sealed class Taken(bool hasLetter, Chair chair)
    {
        public Guid SeatId { get; } = Guid.CreateVersion7();
        public bool HasLetter => hasLetter;
        public Chair Chair => chair;
        public long Seen { get; set; } = 1;
        public bool IsVacant { get; set; }

        /// <summary>The first day on which it rests no longer; the last of all days while that is not known.</summary>
        public DateOnly RestsUntil { get; set; }
    }

    private sealed record Planned(CommitteeKind Kind, Place Place, string Name, IReadOnlyList<(string Title, Chair Chair)> Hosts, IReadOnlyList<Chair> Members, int Month);

    private sealed class Body(Planned plan)
    {
        public Planned Plan => plan;
        public Guid Id { get; } = Guid.CreateVersion7();
        public List<Taken> Seats { get; } = [];
        public DateOnly TermEndsOn { get; set; }
        public bool IsExtended { get; set; }
    }

    private static readonly EndReason[] Reasons = [EndReason.PostChanged, EndReason.PostChanged, EndReason.Retired, EndReason.Resigned];
    private static readonly string[] Pauses = ["单位办公场所搬迁", "单位改制期间", "负责人外出学习"];

    private readonly List<Planned> planned = [];
    private readonly List<Body> bodies = [];
    private readonly string stem = Words.Stem(plan.Street);
    private Chair? foremost;
    private int letters;

    /// <summary>A unit of the street and its head now: the district's body takes one of each street.</summary>
    public (Guid Unit, Guid Head) Foremost => (foremost!.UnitId, foremost.Person);

    private DateOnly Today => timeline.Clock.GetUtcNow().ChinaDate();

    public async Task LiveAsync(CancellationToken ct)
    {
        timeline.At(ChinaTime.At(Timeline.Workday(start.AddDays(1)), new TimeOnly(9, 10)), EnterAllAsync);
        var first = new DateOnly(start.Year, start.Month, 1).AddMonths(1);
        for (var n = 0; first.AddMonths(n) <= timeline.Today; n++)
        {
            var month = n;
            // Never so late that what is recorded for a day ahead would meet the next month's.
            var day = Timeline.Workday(first.AddMonths(n).AddDays(dice.Between(4, 12)));
            timeline.At(ChinaTime.At(day, new TimeOnly(9, 20)), ct => LiveMonthAsync(month, ct));
        }
        await timeline.PassAsync(ct);
    }

    private async Task EnterAllAsync(CancellationToken ct)
    {
        var head = await EnterAsync(plan.Host, ct);
        List<Chair> office = [head];
        foreach (var title in (string[])["办事处主任", "党工委副书记", "组织委员"]) office.Add(await SeatSomebodyAsync(new Chair(head.UnitId, title, false, true), null, null, ct));
        List<Chair> own = [];
        foreach (var unit in plan.Own) own.Add(await EnterAsync(unit, ct));
        List<Chair> ofAll = [.. own];
        foreach (var community in plan.Communities)
        {
            List<Chair> units = [];
            foreach (var unit in community.Units) units.Add(await EnterAsync(unit, ct));
            ofAll.AddRange(units);
            var secretary = await SeatSomebodyAsync(new Chair(head.UnitId, community.Place.Name + "党组织书记", false, true), null, null, ct);
            PlanCommunity(community.Place, secretary, units);
        }
        planned.Add(new(CommitteeKind.BigWorking, plan.Street, plan.Street.Name + "大工委",
            [("书记", office[0]), ("副书记", office[1]), ("专职委员", office[3])], [.. own.Concat(dice.Some(9, ofAll.Skip(own.Count))).Take(dice.Between(7, 11))], 0));
        planned.Add(new(CommitteeKind.Coordination, plan.Street, plan.Street.Name + "共建互补协调委员会",
            [("主任", office[0]), ("副主任", office[2])], dice.Some(dice.Between(5, 8), ofAll), dice.Between(0, 6)));
        foremost = ofAll[0];
    }

    private void PlanCommunity(Place community, Chair secretary, IReadOnlyList<Chair> units)
    {
        if (dice.Chance(90))
            planned.Add(new(CommitteeKind.BigParty, community, community.Name + "大党委", [("书记", secretary)], dice.Some(dice.Between(3, 6), units), dice.Between(1, 11)));
        if (dice.Chance(70))
            planned.Add(new(CommitteeKind.Consultation, community, community.Name + "共建互补协商委员会", [("主任", secretary)], dice.Some(dice.Between(4, 7), units), dice.Between(1, 11)));
    }

    private async Task<Chair> EnterAsync(UnitPlan unit, CancellationToken ct)
    {
        var form = new EnterUnit.Form
        {
            Name = unit.Name, ShortName = unit.ShortName, Kind = unit.Kind, PlaceId = unit.Place.Id, SuperiorOrganization = unit.Superior,
            PartyOrganization = unit.Party,
        };
        await desk.DoAsync<EnterUnit>((enter, who) => enter.RunAsync(who, form, ct), ct);
        if (unit.Liaison is { } liaison)
            await desk.DoAsync<EnterPerson>((enter, who) => enter.RunAsync(who, new()
            {
                UnitId = form.UnitId, Name = liaison.Name, Title = liaison.Title, Mobile = liaison.Mobile, IsLiaisonOfficer = true,
            }, ct), ct);
        return await SeatSomebodyAsync(new Chair(form.UnitId, unit.Head.Title, true, unit.Head.Mobile is not null), unit.Head, null, ct);
    }

    /// <summary>Enters who holds the post from now on, or from a day on.</summary>
    private async Task<Chair> SeatSomebodyAsync(Chair chair, PersonPlan? named, DateOnly? from, CancellationToken ct)
    {
        var person = named ?? PersonPlan.Draw(dice, chair.Title, chair.IsNamed);
        var form = new EnterPerson.Form
        {
            UnitId = chair.UnitId, Name = person.Name, Title = chair.Title, Mobile = person.Mobile, IsSecretary = chair.IsHead, From = from,
        };
        await desk.DoAsync<EnterPerson>((enter, who) => enter.RunAsync(who, form, ct), ct);
        (chair.Person, chair.Post, chair.Since) = (form.PersonId, form.PostId, from ?? Today);
        return chair;
    }

    private async Task LiveMonthAsync(int month, CancellationToken ct)
    {
        foreach (var body in bodies.ToList()) await EndTermAsync(body, month, ct);
        foreach (var chair in bodies.SelectMany(b => b.Seats).Select(s => s.Chair).Distinct().ToList())
            if (dice.Below(50) == 0) await SucceedAsync(chair, ct);
        foreach (var seat in bodies.SelectMany(b => b.Seats).ToList()) await TouchAsync(seat, ct);
        // Last: nobody is appointed and replaced on one day.
        foreach (var body in planned.Where(p => p.Month == month).ToList()) await EstablishAsync(body, ct);
    }

    private async Task EstablishAsync(Planned body, CancellationToken ct)
    {
        var day = Today;
        var made = new Body(body) { TermEndsOn = day.AddYears(5) };
        await desk.DoAsync<EstablishCommittee>((establish, who) => establish.RunAsync(who, new()
        {
            CommitteeId = made.Id, Kind = body.Kind, PlaceId = body.Place.Id, Name = body.Name, EstablishedOn = day, TermEndsOn = made.TermEndsOn,
        }, ct), ct);
        bodies.Add(made);
        foreach (var ((title, chair), n) in body.Hosts.Select((h, n) => (h, n)))
            await SeatAsync(made, chair, SeatKind.FullTime, n == 0 ? SeatRole.Convener : SeatRole.Deputy, title, ct);
        foreach (var member in body.Members)
            await SeatAsync(made, member, SeatKind.PartTime, SeatRole.Member, body.Kind is CommitteeKind.BigWorking or CommitteeKind.BigParty ? "兼职委员" : "委员", ct);
    }

    private async Task SeatAsync(Body body, Chair chair, SeatKind kind, SeatRole role, string title, CancellationToken ct)
    {
        var seat = new Taken(kind == SeatKind.PartTime, chair);
        var from = chair.Since > Today ? chair.Since : Today;
        await desk.DoAsync<AddSeat>((add, who) => add.RunAsync(who, new()
        {
            SeatId = seat.SeatId, CommitteeId = body.Id, Kind = kind, Role = role, Title = title, UnitId = kind == SeatKind.PartTime ? chair.UnitId : null,
            PersonId = chair.Person, From = from, LetterNumber = Letter(seat, from),
        }, ct), ct);
        body.Seats.Add(seat);
        chair.Seats.Add(seat);
    }

    /// <summary>Another person takes the post, today or in some days, and the seats that go with it.</summary>
    private async Task SucceedAsync(Chair chair, CancellationToken ct)
    {
        var from = dice.Chance(40) ? Today.AddDays(dice.Between(1, 7)) : Today;
        var (before, reason) = (chair.Post, dice.Pick(Reasons));
        await SeatSomebodyAsync(chair, null, from, ct);
        if (!chair.IsHead) await desk.DoAsync<EndPost>((end, who) => end.RunAsync(who, new() { PostId = before, On = from }, ct), ct);
        foreach (var seat in chair.Seats.Where(s => !s.IsVacant))
            await desk.DoAsync<ReplaceMember>((replace, who) => replace.RunAsync(who, new()
            {
                SeatId = seat.SeatId, Seen = seat.Seen++, PersonId = chair.Person, From = from, Reason = reason, LetterNumber = Letter(seat, from),
            }, ct), ct);
    }

    /// <summary>What comes about on a single seat: it falls vacant, is filled again, rests, or rests no longer.</summary>
    private async Task TouchAsync(Taken seat, CancellationToken ct)
    {
        var (today, lot) = (Today, dice.Below(400));
        var settled = today.AddDays(8);
        if (seat.IsVacant)
        {
            if (lot >= 90) return;
            await desk.DoAsync<AppointMember>((appoint, who) => appoint.RunAsync(who, new()
            {
                SeatId = seat.SeatId, Seen = seat.Seen++, PersonId = seat.Chair.Person, From = settled, LetterNumber = Letter(seat, settled),
            }, ct), ct);
            seat.IsVacant = false;
        }
        else if (seat.RestsUntil == DateOnly.MaxValue)
        {
            if (lot >= 90) return;
            await desk.DoAsync<ResumeSeat>((resume, who) => resume.RunAsync(who, new() { SeatId = seat.SeatId, Seen = seat.Seen++, On = settled }, ct), ct);
            seat.RestsUntil = settled;
        }
        else if (lot == 0 && seat.Chair.Since <= today)
        {
            await desk.DoAsync<EndAppointment>((end, who) => end.RunAsync(who, new()
            {
                SeatId = seat.SeatId, Seen = seat.Seen++, On = settled, Reason = dice.Pick(Reasons), Remark = "单位另行推荐",
            }, ct), ct);
            seat.IsVacant = true;
        }
        else if (lot == 1 && seat.RestsUntil <= today)
        {
            DateOnly? until = dice.Chance(50) ? settled.AddDays(dice.Between(60, 200)) : null;
            await desk.DoAsync<SuspendSeat>((suspend, who) => suspend.RunAsync(who, new()
            {
                SeatId = seat.SeatId, Seen = seat.Seen++, From = today, Until = until, Reason = dice.Pick(Pauses),
            }, ct), ct);
            seat.RestsUntil = until ?? DateOnly.MaxValue;
        }
    }

    /// <summary>A term that ends soon is extended or runs out; a body whose term is over may be dissolved and established anew after some months.</summary>
    private async Task EndTermAsync(Body body, int month, CancellationToken ct)
    {
        if (body.TermEndsOn > Today.AddMonths(3)) return;
        if (!body.IsExtended && dice.Chance(20))
        {
            body.IsExtended = true;
            var (seen, until) = (await SeenAsync(body, ct), body.TermEndsOn.AddMonths(dice.Between(3, 12)));
            await desk.DoAsync<ExtendTerm>((extend, who) => extend.RunAsync(who, new()
            {
                CommitteeId = body.Id, Seen = seen, Until = until, Approval = $"{stem}党发〔{Today.Year}〕{dice.Between(1, 90)}号",
            }, ct), ct);
            body.TermEndsOn = until;
        }
        else if (body.TermEndsOn <= Today && dice.Chance(2))
        {
            var seen = await SeenAsync(body, ct);
            await desk.DoAsync<DissolveCommittee>((dissolve, who) => dissolve.RunAsync(who, new() { CommitteeId = body.Id, Seen = seen, On = Today, Reason = "任期届满" }, ct), ct);
            bodies.Remove(body);
            foreach (var seat in body.Seats) seat.Chair.Seats.Remove(seat);
            planned.Add(body.Plan with { Month = month + dice.Between(1, 4) });
        }
    }

    private async Task<long> SeenAsync(Body body, CancellationToken ct) =>
        (await desk.AskAsync<SeeRoster, SeeRoster.Answer>((see, who) => see.AskAsync(who, body.Id, null, null, ct), ct)).Seen;

    private string? Letter(Taken seat, DateOnly day) => seat.HasLetter ? $"{stem}聘〔{day.Year}〕{++letters}号" : null;
}
