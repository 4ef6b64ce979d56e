using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Committees.Rosters;

/// <summary>Rosters for the tests of pages, made by the use cases.</summary>
internal static class RosterFixture
{
    public static DateOnly Today => TimeProvider.System.GetUtcNow().ChinaDate();

    public static async Task<Guid> CommitteeAsync(this PortalHost host, Scope admin, Place place, string name = "大工委")
    {
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = place.Id,
            Name = place.Name + name,
            EstablishedOn = Today.AddYears(-1),
        };
        await host.Use<EstablishCommittee>().RunAsync(admin, form, CancellationToken.None);
        return form.CommitteeId;
    }

    /// <summary>A seat of a new unit and two of its people, the first of whom holds it.</summary>
    public static async Task<(Guid Seat, Guid Unit, Guid Second)> MemberAsync(
        this PortalHost host,
        Scope admin,
        Guid committee,
        Place place,
        string unit
    )
    {
        var entered = new EnterUnit.Form
        {
            Name = unit,
            Kind = UnitKind.School,
            PlaceId = place.Id,
        };
        await host.Use<EnterUnit>().RunAsync(admin, entered, CancellationToken.None);
        var first = await host.PersonAsync(admin, entered.UnitId, unit + "甲");
        var second = await host.PersonAsync(admin, entered.UnitId, unit + "乙");
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = entered.UnitId,
            PersonId = first,
            Title = "兼职委员",
            From = Today.AddMonths(-1),
        };
        await host.Use<AddSeat>().RunAsync(admin, form, CancellationToken.None);
        return (form.SeatId, entered.UnitId, second);
    }

    public static async Task<Guid> PersonAsync(this PortalHost host, Scope admin, Guid unit, string name)
    {
        var form = new EnterPerson.Form
        {
            UnitId = unit,
            Name = name,
            Title = "副书记",
            From = Today.AddYears(-1),
        };
        await host.Use<EnterPerson>().RunAsync(admin, form, CancellationToken.None);
        return form.PersonId;
    }

    public static async Task<Guid> VacancyAsync(this PortalHost host, Scope admin, Guid committee)
    {
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.FullTime,
            Title = "副主任",
            From = Today,
        };
        await host.Use<AddSeat>().RunAsync(admin, form, CancellationToken.None);
        return form.SeatId;
    }
}
