using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Journeys;

/// <summary>What stands before a journey begins: two streets' clerks, an overseer, and a committee of three units' secretaries.</summary>
internal sealed record Story(WebDistrict District, Guid CommitteeId, IReadOnlyList<string> Units)
{
    public const string Successor = "周继任";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Story> BeginAsync(PortalHost host, WebDistrict district)
    {
        var admin = await district.ScopeAsync("admin");
        await district.StaffAsync("clerk", Role.StreetClerk, district.Street);
        await district.StaffAsync("neighbor", Role.StreetClerk, district.OtherStreet);
        await district.StaffAsync("overseer", Role.Overseer, district.Root);
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var committee = new EstablishCommittee.Form { Kind = CommitteeKind.BigWorking, PlaceId = district.Street.Id, Name = "东街道大工委", EstablishedOn = today.AddYears(-1) };
        await host.Use<EstablishCommittee>().RunAsync(admin, committee, Ct);
        string[] units = ["东城中学", "东城医院", "滨海银行东街支行"];
        foreach (var name in units)
        {
            var unit = new EnterUnit.Form { Name = name, Kind = UnitKind.Other, PlaceId = district.Community.Id };
            await host.Use<EnterUnit>().RunAsync(admin, unit, Ct);
            var secretary = new EnterPerson.Form { UnitId = unit.UnitId, Name = "王" + name[..2], Title = "党支部书记", IsSecretary = true, From = today.AddYears(-1) };
            await host.Use<EnterPerson>().RunAsync(admin, secretary, Ct);
            await host.Use<EnterPerson>().RunAsync(admin, new()
            {
                UnitId = unit.UnitId, Name = "李" + name[..2], Title = "办公室主任", IsLiaisonOfficer = true, Mobile = "13800001111", From = today.AddYears(-1),
            }, Ct);
            if (name == units[0]) await host.Use<EnterPerson>().RunAsync(admin, new() { UnitId = unit.UnitId, Name = Successor, Title = "副校长", From = today.AddYears(-1) }, Ct);
            await host.Use<AddSeat>().RunAsync(admin, new()
            {
                CommitteeId = committee.CommitteeId, UnitId = unit.UnitId, PersonId = secretary.PersonId, Title = "兼职委员", From = today.AddMonths(-6),
            }, Ct);
        }
        return new Story(district, committee.CommitteeId, units);
    }
}
