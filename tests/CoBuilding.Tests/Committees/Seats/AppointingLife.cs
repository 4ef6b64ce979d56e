using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Nominations;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>A roster on which people are always appointed in one way.</summary>
internal sealed class AppointingLife
{
    public const int Seats = 3;
    public const int People = 5;

    /// <param name="What">Which act it is.</param>
    /// <param name="Days">After today.</param>
    public sealed record Act(int What, int Seat, int Person, int Days, bool HasReason);

    public enum Way
    {
        Page,
        Nomination,
        List,
        Handover,
    }

    private readonly TestDistrict district;
    private readonly Way way;
    private readonly Guid committee;
    private readonly DateOnly first;
    private readonly List<(Guid Seat, Guid Unit)> seats = [];
    private readonly List<Guid> people = [];
    private readonly Dictionary<Guid, string> names = [];

    private static CancellationToken Ct => TestDistrict.Ct;

    private AppointingLife(TestDistrict district, Way way, Guid committee) =>
        (this.district, this.way, this.committee, first) = (district, way, committee, district.Today.AddDays(-10));

    /// <summary>Three vacant seats of units, of which two are usual; every person has a post at each unit.</summary>
    public static async Task<AppointingLife> StartAsync(TestCluster cluster, Way way)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        var life = new AppointingLife(district, way, await district.CommitteeAsync(district.Street1));
        await district.RangeAsync(0, 2, requiresReason: true);
        for (var n = 0; n < Seats; n++)
        {
            var form = new AddSeat.Form
            {
                CommitteeId = life.committee,
                UnitId = await district.UnitAsync(district.Community1, "单位" + n),
                Title = "兼职委员",
                From = life.first.AddDays(-20),
            };
            await district.Use<AddSeat>().RunAsync(district.Admin, form, Ct);
            life.seats.Add((form.SeatId, form.UnitId.Value));
        }
        for (var n = 0; n < People; n++)
            life.people.Add(await life.PersonAsync(n));
        return life;
    }

    /// <summary>Person 0 is secretary of unit 0, and so on; every one is also an ordinary member of staff elsewhere.</summary>
    private async Task<Guid> PersonAsync(int n)
    {
        var own = seats[n % Seats].Unit;
        var person = await district.PersonAsync(own, "第" + n, secretary: n < Seats, from: first.AddDays(-30));
        foreach (var (_, unit) in seats.Where(s => s.Unit != own))
            await district
                .Use<EnterPerson>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        UnitId = unit,
                        KnownPersonId = person,
                        Title = "委员",
                        From = first.AddDays(-30),
                    },
                    Ct
                );
        return person;
    }

    /// <returns>Empty if it was refused, else the roster that results.</returns>
    public async Task<string> TryAsync(Act act)
    {
        try
        {
            await DoAsync(act, district.Today.AddDays(act.Days));
            return await RosterAsync();
        }
        catch (RuleBroken)
        {
            return "";
        }
    }

    private Task DoAsync(Act act, DateOnly day) =>
        act.What switch
        {
            0 => district.EndTermAsync(seats[act.Seat].Seat, day),
            1 => district.NameAlternateAsync(seats[act.Seat].Seat, people[act.Person], day),
            2 => CorrectAsync(act.Seat, people[act.Person]),
            3 => ReplaceAsync(act.Seat, people[act.Person], day),
            4 => NewSecretaryAsync(act.Seat, day, $"新{act.Person}{act.Days}"),
            _ => AppointAsync(act.Seat, people[act.Person], day, act.HasReason ? "已商定" : null),
        };

    /// <summary>A list that names somebody who holds the seat then tells of that term, and appoints nobody.</summary>
    private async Task AppointAsync(int seat, Guid person, DateOnly day, string? reason)
    {
        if ((await TermsAsync(seat)).Any(t => t.PersonId == person && (t.From == day || !t.HasEndedBy(day))))
            return;
        await (
            way switch
            {
                Way.Nomination => NominateAsync(seat, person, day, reason),
                Way.List => ImportAsync($"单位{seat}\t{NameOf(person)}\t{day:yyyy-MM-dd}\t\t{reason}"),
                _ => district.AppointAsync(seats[seat].Seat, person, day, reason),
            }
        );
    }

    /// <summary>A nomination that cannot be completed is withdrawn, and counts as refused.</summary>
    private async Task NominateAsync(int seat, Guid person, DateOnly day, string? reason)
    {
        var proposed = day < district.Today ? day : district.Today;
        var nomination = await district.NominateAsync(committee, person, seats[seat].Unit, seats[seat].Seat, proposed);
        await NominationsFixture.StepAsync(district, district.Admin, nomination, NominationAction.Consented, on: proposed);
        try
        {
            await district
                .Use<AdvanceNominations>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        Rows = [new(nomination, 2)],
                        Action = NominationAction.Appointed,
                        On = day,
                        QuotaReason = reason,
                    },
                    Ct
                );
        }
        catch (RuleBroken)
        {
            await district
                .Use<WithdrawNomination>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        NominationId = nomination,
                        ExpectedVersion = 2,
                        On = district.Today,
                        Reason = "不能任职",
                    },
                    Ct
                );
            throw;
        }
    }

    private async Task ImportAsync(params string[] rows)
    {
        var list = Lists.Pasted("单位\t姓名\t任职起\t任职止\t超员原因\n" + string.Join('\n', rows));
        await district.ImportRosterAsync(district.Admin, list, committee);
    }

    private async Task CorrectAsync(int seat, Guid person)
    {
        if ((await TermsAsync(seat)).Count > 0)
            await district.CorrectAsync(seats[seat].Seat, t => t with { PersonId = person });
    }

    /// <summary>No nomination takes a seat from its holder: there it is replaced as on the page.</summary>
    private async Task ReplaceAsync(int seat, Guid person, DateOnly day)
    {
        if ((await TermsAsync(seat)).LastOrDefault(t => t.Until is null && t.From < day) is not { } held || held.PersonId == person)
            return;
        if (way is Way.List)
            await ImportAsync($"单位{seat}\t{held.Person}\t\t{day:yyyy-MM-dd}\t", $"单位{seat}\t{NameOf(person)}\t{day:yyyy-MM-dd}\t\t");
        else
            await district.ReplaceAsync(seats[seat].Seat, person, day);
    }

    /// <summary>The unit's secretary, who holds its seat, is followed in both by somebody who was not known.</summary>
    private async Task NewSecretaryAsync(int seat, DateOnly day, string name)
    {
        var unit = seats[seat].Unit;
        var (held, secretary) = (
            (await TermsAsync(seat)).LastOrDefault(t => t.Until is null && t.From < day),
            (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.FirstOrDefault(p => p.IsSecretary)
        );
        if (held is null || held.PersonId != secretary?.PersonId || secretary.From >= day || day > district.Today)
            return;
        if (way is Way.Handover)
        {
            await district
                .Use<HandOver>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        UnitId = unit,
                        LeaverId = held.PersonId,
                        Name = name,
                        From = day,
                        Reason = EndReason.PostChanged,
                        Moves = [new(seats[seat].Seat, await district.VersionOfSeatAsync(seats[seat].Seat))],
                    },
                    Ct
                );
            return;
        }
        var person = await district.PersonAsync(unit, name, secretary: true, from: day);
        names.Add(person, name);
        await ReplaceAsync(seat, person, day);
    }

    public override string ToString() => way.ToString();

    private async Task<string> RosterAsync()
    {
        List<string> lines = [];
        for (var n = 0; n < Seats; n++)
            lines.AddRange((await TermsAsync(n)).Select(t => $"{n} {t.Person} {t.From:MM-dd}–{t.Until:MM-dd}"));
        foreach (var days in new[] { -9, -6, -3, 0, 3 })
            lines.AddRange(
                (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, district.Today.AddDays(days), null, Ct))
                    .Rows.OrderBy(r => r.Unit, StringComparer.Ordinal)
                    .Select(r => $"{days} {r.Unit} {r.Holder} {r.Alternate?.Name} {r.FollowsPost}")
            );
        return string.Join('\n', lines);
    }

    private Task<IReadOnlyList<SeeSeatTerms.Term>> TermsAsync(int seat) => district.TermsOfSeatAsync(seats[seat].Seat);

    private string NameOf(Guid person) => names.GetValueOrDefault(person) ?? "第" + people.IndexOf(person);
}
