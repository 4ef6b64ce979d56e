using CoBuilding.Access;
using CoBuilding.Committees.Records;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Committees.Records;

public class MergeUnitsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_unit_entered_twice_takes_over_who_is_in_office_and_shows_what_is_over()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community2, "甲公司"));
        var former = await district.PersonAsync(twin, "老书记", secretary: true, from: district.Today.AddYears(-5));
        var present = await district.PersonAsync(twin, "新书记", secretary: true);
        var post = (await district.Use<SeeUnit>().AskAsync(district.Admin, twin, Ct)).Posts.Single(p => p.PersonId == present).PostId;
        var account = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "xin",
            Role = Role.UnitSecretary,
        };
        await district.Use<OpenUnitAccount>().RunAsync(district.Admin, account, Ct);
        var secretary = await district.FirstSignInAsync("xin", account.Code);
        await DuplicatesFixture.MergeUnitsAsync(district, twin, unit);

        Assert.Equal(["甲"], (await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct)).Rows.Select(r => r.Name));
        var seen = await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct);
        Assert.Equal([(present, true), (former, false)], seen.Posts.Select(p => (p.PersonId, p.IsCurrent)));
        Assert.Equal("xin", Assert.Single(seen.Accounts).Login);
        Assert.Equal([unit], (await district.Use<ListUnits>().AskAsync(secretary, new(), Ct)).Rows.Select(r => r.Id));
        Assert.Equal(unit, (await district.Use<SeeUnit>().AskAsync(district.Admin, twin, Ct)).MergedInto!.Id);

        await district
            .Use<UnmergeUnit>()
            .RunAsync(district.Admin, new() { DuplicateId = twin, ExpectedVersion = seen.Duplicates.Single().RowVersion }, Ct);
        var back = await district.Use<SeeUnit>().AskAsync(district.Admin, twin, Ct);
        Assert.Equal(
            [(present, district.Today.AddYears(-1)), (former, district.Today.AddYears(-5))],
            back.Posts.Select(p => (p.PersonId, p.From))
        );
        Assert.Equal("xin", Assert.Single(back.Accounts).Login);
        Assert.Empty((await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts);
        Assert.Equal([twin], (await district.Use<ListUnits>().AskAsync(secretary, new(), Ct)).Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task HoldsSeats()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (seat, twin, _) = await district.MemberAsync(committee, district.Community1, "甲公司");
        var unit = await district.UnitAsync(district.Community1, "甲");
        await RuleAssert.BrokenAsync("Duplicates.HoldsSeats", () => DuplicatesFixture.MergeUnitsAsync(district, twin, unit, version: 2));
        // The other way round it may: the record that holds the seat stays.
        await DuplicatesFixture.MergeUnitsAsync(district, unit, twin);
        Assert.Equal(seat, Assert.Single(await district.Use<SeeUnitSeats>().AskAsync(district.Admin, twin, Ct)).SeatId);
    }

    [Fact]
    public async Task Rows_of_another_room_refuse_a_merge_of_units_and_of_people()
    {
        var room = new AnotherRoom();
        var district = await TestDistrict.CreateAsync(cluster, s => s.AddSingleton<IRefusesMerge>(room));
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community1, "甲公司"));
        var (first, second) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(twin, "王强"));
        await RuleAssert.BrokenAsync("Duplicates.HoldsSeats", () => DuplicatesFixture.MergeUnitsAsync(district, twin, unit));
        await RuleAssert.BrokenAsync("Duplicates.BothSitOn", () => DuplicatesFixture.MergePeopleAsync(district, second, first));
        Assert.Equal([new(twin, "甲公司", unit, "甲"), new(second, "王强", first, "王强")], room.Asked);
    }

    private sealed class AnotherRoom : IRefusesMerge
    {
        public List<MergedRecords> Asked { get; } = [];

        public Task CheckUnitsAsync(PortalDb db, MergedRecords records, CancellationToken ct)
        {
            Asked.Add(records);
            throw new RuleBroken("Duplicates.HoldsSeats", null, "", "");
        }

        public Task CheckPeopleAsync(PortalDb db, MergedRecords records, CancellationToken ct)
        {
            Asked.Add(records);
            throw new RuleBroken("Duplicates.BothSitOn", null, "", "");
        }
    }

    [Fact]
    public async Task BothHaveSecretaries()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community1, "甲公司"));
        await district.PersonAsync(unit, "王强", secretary: true);
        await district.PersonAsync(twin, "李强", secretary: true);
        await RuleAssert.BrokenAsync("Duplicates.BothHaveSecretaries", () => DuplicatesFixture.MergeUnitsAsync(district, twin, unit));
    }

    [Fact]
    public async Task SurvivorHasLeft()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community1, "甲公司"));
        await district
            .Use<EndUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = UnitEndReason.Dissolved,
                },
                Ct
            );
        await RuleAssert.BrokenAsync("Duplicates.SurvivorHasLeft", () => DuplicatesFixture.MergeUnitsAsync(district, twin, unit));
    }
}
