using CoBuilding.Access;
using CoBuilding.Committees.Records;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Records;

public class MergePeopleTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_person_entered_twice_stands_once_in_lists_and_shows_all_hats()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, _, first) = await district.MemberAsync(committee, district.Community1, "甲");
        var other = await district.UnitAsync(district.Community1, "乙");
        var second = await district.PersonAsync(other, "甲书记");
        await DuplicatesFixture.MergePeopleAsync(district, second, first);

        Assert.Equal(
            [first],
            (await district.Use<ListPeople>().AskAsync(district.Admin, new() { Search = "甲书记" }, Ct)).Rows.Select(r => r.Id)
        );
        Assert.Equal(
            [first, first],
            (await district.Use<FindPeople>().AskAsync(district.Admin, new("甲书记", null), Ct)).Select(r => r.PersonId)
        );
        foreach (var id in new[] { first, second })
        {
            var person = await district.Use<SeePerson>().AskAsync(district.Admin, id, Ct);
            Assert.Equal(first, person.Id);
            Assert.Equal(["甲", "乙"], person.Posts.Select(p => p.Unit).Order(StringComparer.Ordinal).Reverse());
            Assert.Single(person.Seats);
            Assert.Equal(second, Assert.Single(person.Duplicates).Id);
        }
        // Data of the record still refers to it.
        Assert.Equal(first, (await district.Use<SeeUnit>().AskAsync(district.Admin, other, Ct)).Posts.Single().PersonId);
        var row = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "posts", Size = 100 }, Ct);
        Assert.DoesNotContain(row.Rows, r => r.Action == "changed");
    }

    [Fact]
    public async Task Whoever_is_appointed_while_two_records_are_merged_gets_no_second_seat_of_one_body()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, _, first) = await district.MemberAsync(committee, district.Community1, "甲");
        var other = await district.UnitAsync(district.Community1, "乙");
        var second = await district.PersonAsync(other, "甲书记");
        var refused = await HeldRow.RaceAsync(
            cluster,
            "people",
            second,
            () =>
                district
                    .Use<AddSeat>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            CommitteeId = committee,
                            UnitId = other,
                            PersonId = second,
                            Title = "兼职委员",
                            From = district.Today,
                        },
                        Ct
                    ),
            () => DuplicatesFixture.MergePeopleAsync(district, second, first)
        );
        Assert.Equal("Duplicates.BothSitOn", Assert.IsType<RuleBroken>(Assert.Single(refused)).Key);
    }

    [Fact]
    public async Task There_is_one_number_for_one_person()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var first = new EnterPerson.Form
        {
            UnitId = unit,
            Name = "王强",
            Title = "主任",
        };
        await district.Use<EnterPerson>().RunAsync(district.Admin, first, Ct);
        var second = await district.PersonAsync(unit, "王强");
        await DuplicatesFixture.MergePeopleAsync(district, second, first.PersonId);
        Assert.Equal("13812345678", await district.Use<SeeMobile>().AskAsync(district.Admin, first.PersonId, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeMobile>().AskAsync(district.Admin, second, Ct));
    }

    [Fact]
    public async Task SameRecord()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var person = await district.PersonAsync(unit, "王强");
        await RuleAssert.BrokenAsync("Duplicates.SameRecord", () => DuplicatesFixture.MergePeopleAsync(district, person, person));
        await RuleAssert.BrokenAsync("Duplicates.SameRecord", () => DuplicatesFixture.MergeUnitsAsync(district, unit, unit));
    }

    [Fact]
    public async Task AlreadyMerged()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var (a, b, c) = (
            await district.PersonAsync(unit, "王强"),
            await district.PersonAsync(unit, "王强"),
            await district.PersonAsync(unit, "王强")
        );
        await DuplicatesFixture.MergePeopleAsync(district, b, a);
        await RuleAssert.BrokenAsync("Duplicates.AlreadyMerged", () => DuplicatesFixture.MergePeopleAsync(district, c, b));
    }

    [Fact]
    public async Task HasDuplicates()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var (a, b, c) = (
            await district.PersonAsync(unit, "王强"),
            await district.PersonAsync(unit, "王强"),
            await district.PersonAsync(unit, "王强")
        );
        await DuplicatesFixture.MergePeopleAsync(district, b, a);
        await RuleAssert.BrokenAsync("Duplicates.HasDuplicates", () => DuplicatesFixture.MergePeopleAsync(district, a, c, version: 1));
    }

    [Fact]
    public async Task BothSitOn()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, _, first) = await district.MemberAsync(committee, district.Community1, "甲");
        var (_, _, second) = await district.MemberAsync(committee, district.Community1, "乙");
        await RuleAssert.BrokenAsync("Duplicates.BothSitOn", () => DuplicatesFixture.MergePeopleAsync(district, second, first));
    }

    [Fact]
    public async Task RecordIsMerged()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community1, "甲公司"));
        var (first, second) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        await DuplicatesFixture.MergePeopleAsync(district, second, first);
        await DuplicatesFixture.MergeUnitsAsync(district, twin, unit);
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = second,
            Title = "委员",
            From = district.Today,
        };
        await RuleAssert.BrokenAsync("Duplicates.RecordIsMerged", () => district.Use<AddSeat>().RunAsync(district.Admin, form, Ct));
        await RuleAssert.BrokenAsync(
            "Duplicates.RecordIsMerged",
            () => district.Use<AddSeat>().RunAsync(district.Admin, form with { UnitId = twin, PersonId = null }, Ct)
        );
        await RuleAssert.BrokenAsync(
            "Duplicates.RecordIsMerged",
            () =>
                district
                    .Use<EnterPerson>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            UnitId = twin,
                            Name = "新",
                            Title = "主任",
                        },
                        Ct
                    )
        );
    }
}
