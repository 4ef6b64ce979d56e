using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Documents.Importing;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Nominations;
using CoBuilding.Tests.Nominations.Preparation;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>
/// One person is appointed to a seat of unit 甲 in some way, and to a new seat of unit 乙 by the page, both at the same moment: somebody
/// else holds the body's row until both wait for it.
/// </summary>
internal sealed class AppointingRace(TestCluster cluster, TestDistrict district, Guid committee)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    private Func<Task> way = null!;
    private Guid unit;
    private Guid person;

    private DateOnly Today => district.Today;

    public static async Task<AppointingRace> PrepareAsync(TestCluster cluster, string way)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { AsksConsent = true, PublicityWorkdays = 5 }, Ct);
        var committee = way == nameof(EstablishPrepared) ? await ApprovedAsync(district) : await district.CommitteeAsync(district.Street1);
        var race = new AppointingRace(cluster, district, committee);
        race.unit = await district.UnitAsync(district.Community1, "甲校");
        race.person = await district.PersonAsync(race.unit, "王强");
        race.way = way switch
        {
            nameof(AddSeat) => () => race.AddSeatAsync(race.unit, race.person),
            nameof(AppointMember) => await race.AppointingAsync(),
            nameof(ReplaceMember) => await race.ReplacingAsync(),
            nameof(HandOver) => await race.HandingOverAsync(),
            nameof(CorrectAppointment) => await race.CorrectingAsync(),
            nameof(AdvanceNominations) => await race.AdvancingAsync(),
            nameof(ConveneTerm) => await race.ConveningAsync(),
            nameof(EstablishPrepared) => await race.EstablishingAsync(),
            _ => () => race.ImportAsync(),
        };
        return race;
    }

    /// <summary>What was refused; a nomination that cannot be completed is no refusal, but stays open.</summary>
    public async Task<IReadOnlyList<Exception>> RunAsync()
    {
        var other = await district.UnitAsync(district.Community1, "乙校");
        return await HeldRow.RaceAsync(cluster, "committees", committee, way, () => AddSeatAsync(other, person));
    }

    public async Task<IReadOnlyList<SeeRoster.Row>> SeatsOfThePersonAsync() =>
        [
            .. (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, Today.AddDays(30), null, Ct)).Rows.Where(r =>
                r.PersonId == person
            ),
        ];

    private async Task<Guid> AddSeatAsync(Guid of, Guid? holder)
    {
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = of,
            PersonId = holder,
            Title = "兼职委员",
            From = Today.AddDays(holder == person ? 0 : -10),
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, form, Ct);
        return form.SeatId;
    }

    private async Task<Func<Task>> AppointingAsync()
    {
        var form = new AppointMember.Form
        {
            SeatId = await AddSeatAsync(unit, null),
            ExpectedVersion = 1,
            PersonId = person,
            From = Today,
        };
        return () => district.Use<AppointMember>().RunAsync(district.Admin, form, Ct);
    }

    private async Task<Func<Task>> ReplacingAsync()
    {
        var form = new ReplaceMember.Form
        {
            SeatId = await AddSeatAsync(unit, await district.PersonAsync(unit, "前任")),
            ExpectedVersion = 1,
            PersonId = person,
            From = Today,
            Reason = EndReason.PostChanged,
        };
        return () => district.Use<ReplaceMember>().RunAsync(district.Admin, form, Ct);
    }

    private async Task<Func<Task>> HandingOverAsync()
    {
        var leaver = await district.PersonAsync(unit, "前任", secretary: true);
        var form = new HandOver.Form
        {
            UnitId = unit,
            LeaverId = leaver,
            FollowerId = person,
            From = Today,
            Reason = EndReason.PostChanged,
            Moves = [new(await AddSeatAsync(unit, leaver), 1)],
        };
        return () => district.Use<HandOver>().RunAsync(district.Admin, form, Ct);
    }

    private async Task<Func<Task>> CorrectingAsync()
    {
        var seat = await AddSeatAsync(unit, await district.PersonAsync(unit, "错记"));
        var form = new CorrectAppointment.Form
        {
            SeatId = seat,
            ExpectedVersion = 1,
            AppointmentId = (await district.Use<SeeSeatTerms>().AskAsync(district.Admin, seat, Ct)).Terms.Single().AppointmentId,
            PersonId = person,
            From = Today.AddDays(-10),
            Reason = "登记错人",
        };
        return () => district.Use<CorrectAppointment>().RunAsync(district.Admin, form, Ct);
    }

    private async Task<Func<Task>> AdvancingAsync()
    {
        var nomination = await ConsentedAsync();
        return () => NominationsFixture.StepAsync(district, district.Admin, nomination, NominationAction.Appointed);
    }

    private async Task<Func<Task>> ConveningAsync()
    {
        var renewal = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion,
            On = Today,
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, renewal, Ct);
        await ConsentedAsync(renewal.RenewalId);
        var form = new ConveneTerm.Form
        {
            RenewalId = renewal.RenewalId,
            ExpectedVersion = 1,
            On = Today,
            TermEndsOn = Today.AddYears(5),
        };
        return () => district.Use<ConveneTerm>().RunAsync(district.Admin, form, Ct);
    }

    private async Task<Func<Task>> EstablishingAsync()
    {
        await ConsentedAsync();
        var form = new EstablishPrepared.Form
        {
            CommitteeId = committee,
            ExpectedVersion = 3,
            On = Today,
        };
        return () => district.Use<EstablishPrepared>().RunAsync(district.Admin, form, Ct);
    }

    private Task<ImportCheck> ImportAsync() =>
        district.ImportRosterAsync(district.Admin, Lists.Pasted($"单位\t姓名\t任职起\n甲校\t王强\t{Today:yyyy-MM-dd}"), committee);

    private async Task<Guid> ConsentedAsync(Guid? renewal = null)
    {
        var form = new NominateMember.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.PartTime,
            UnitId = unit,
            RenewalId = renewal,
            SeatTitle = "兼职委员",
            PersonId = person,
            Way = SelectionWay.UnitRecommended,
            On = Today,
        };
        await district.Use<NominateMember>().RunAsync(district.Admin, form, Ct);
        await NominationsFixture.StepAsync(district, district.Admin, form.NominationId, NominationAction.Consented);
        return form.NominationId;
    }

    private static async Task<Guid> ApprovedAsync(TestDistrict district)
    {
        var committee = await LifecycleFixture.PrepareAsync(district, district.Admin);
        await district
            .Use<SubmitCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Name = "大党委",
                },
                Ct
            );
        await district
            .Use<ApproveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 2,
                    On = district.Today,
                },
                Ct
            );
        return committee;
    }
}
