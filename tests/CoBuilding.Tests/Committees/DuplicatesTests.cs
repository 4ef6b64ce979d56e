using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Alternates;
using CoBuilding.Committees.Duplicates;
using CoBuilding.Committees.Profiles;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.Duplicates;

namespace CoBuilding.Tests.Committees;

public class DuplicatesTests(TestCluster cluster)
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
        await MergePeopleAsync(district, second, first);

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
    public async Task Two_people_after_all_are_parted_again()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var (first, second) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        await MergePeopleAsync(district, second, first);
        await district.Use<UnmergePerson>().RunAsync(district.Admin, new() { DuplicateId = second, ExpectedVersion = 2 }, Ct);
        Assert.Equal(2, (await district.Use<ListPeople>().AskAsync(district.Admin, new() { Search = "王强" }, Ct)).Total);
        await RefusedAsync(
            "Duplicates.NotMerged",
            () => district.Use<UnmergePerson>().RunAsync(district.Admin, new() { DuplicateId = second, ExpectedVersion = 3 }, Ct)
        );
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
        await MergePeopleAsync(district, second, first.PersonId);
        Assert.Equal("13812345678", await district.Use<SeeMobile>().AskAsync(district.Admin, first.PersonId, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeMobile>().AskAsync(district.Admin, second, Ct));
    }

    [Fact]
    public async Task SameRecord()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var person = await district.PersonAsync(unit, "王强");
        await RefusedAsync("Duplicates.SameRecord", () => MergePeopleAsync(district, person, person));
        await RefusedAsync("Duplicates.SameRecord", () => MergeUnitsAsync(district, unit, unit));
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
        await MergePeopleAsync(district, b, a);
        await RefusedAsync("Duplicates.AlreadyMerged", () => MergePeopleAsync(district, c, b));
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
        await MergePeopleAsync(district, b, a);
        await RefusedAsync("Duplicates.HasDuplicates", () => MergePeopleAsync(district, a, c, version: 1));
    }

    [Fact]
    public async Task BothSitOn()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, _, first) = await district.MemberAsync(committee, district.Community1, "甲");
        var (_, _, second) = await district.MemberAsync(committee, district.Community1, "乙");
        await RefusedAsync("Duplicates.BothSitOn", () => MergePeopleAsync(district, second, first));
    }

    [Fact]
    public async Task RecordIsMerged()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community1, "甲公司"));
        var (first, second) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        await MergePeopleAsync(district, second, first);
        await MergeUnitsAsync(district, twin, unit);
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = second,
            Title = "委员",
            From = district.Today,
        };
        await RefusedAsync("Duplicates.RecordIsMerged", () => district.Use<AddSeat>().RunAsync(district.Admin, form, Ct));
        await RefusedAsync(
            "Duplicates.RecordIsMerged",
            () => district.Use<AddSeat>().RunAsync(district.Admin, form with { UnitId = twin, PersonId = null }, Ct)
        );
        await RefusedAsync(
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
        await MergeUnitsAsync(district, twin, unit);

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
        await RefusedAsync("Duplicates.HoldsSeats", () => MergeUnitsAsync(district, twin, unit, version: 2));
        // The other way round it may: the record that holds the seat stays.
        await MergeUnitsAsync(district, unit, twin);
        Assert.Equal(seat, Assert.Single(await district.Use<SeeUnitSeats>().AskAsync(district.Admin, twin, Ct)).SeatId);
    }

    [Fact]
    public async Task BothHaveSecretaries()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (unit, twin) = (await district.UnitAsync(district.Community1, "甲"), await district.UnitAsync(district.Community1, "甲公司"));
        await district.PersonAsync(unit, "王强", secretary: true);
        await district.PersonAsync(twin, "李强", secretary: true);
        await RefusedAsync("Duplicates.BothHaveSecretaries", () => MergeUnitsAsync(district, twin, unit));
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
        await RefusedAsync("Duplicates.SurvivorHasLeft", () => MergeUnitsAsync(district, twin, unit));
    }

    [Fact]
    public async Task Likely_duplicates_are_suggested_when_entering_and_as_a_list()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var first = await district.UnitAsync(district.Community1, "大连湾机械有限公司");
        var second = await district.UnitAsync(district.Community2, "大连湾 机械（有限责任公司）");
        await district.UnitAsync(district.Community1, "大连湾机械学校");
        var alike = await district.Use<FindLikeUnits>().AskAsync(district.Admin, new("大连湾机械", null, district.Street1.Id, null), Ct);
        Assert.Equal([first, second], alike.Select(u => u.Id).Order());
        var pair = Assert.Single((await district.Use<ListUnitDuplicates>().AskAsync(district.Admin, new(), Ct)).Rows);
        Assert.Equal([first, second], new[] { pair.FirstId, pair.SecondId }.Order());
        Assert.Empty((await district.Use<ListUnitDuplicates>().AskAsync(await district.ClerkAsync(district.Street1), new(), Ct)).Rows);

        var (a, b) = (await district.PersonAsync(first, "买买提·艾力"), await district.PersonAsync(second, "买买提.艾力"));
        await district.PersonAsync(second, "艾力");
        var people = Assert.Single((await district.Use<ListPersonDuplicates>().AskAsync(district.Admin, new(), Ct)).Rows);
        Assert.Equal(new[] { a, b }.Order(), new[] { people.FirstId, people.SecondId }.Order());
        Assert.True(people.ByMobile);
        Assert.Equal(
            [a],
            (await district.Use<FindLikePeople>().AskAsync(district.Admin, new("买买提•艾力", first, null), Ct)).Select(p => p.PersonId)
        );
    }

    [Fact]
    public async Task Outside_the_reach_hats_are_named_without_a_way_in_and_strangers_are_not_found()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, unit, person) = await district.MemberAsync(committee, district.Community1, "甲");
        var there = await district.UnitAsync(district.Community2, "乙");
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = there,
                    KnownPersonId = person,
                    Title = "顾问",
                },
                Ct
            );
        var clerk = await district.ClerkAsync(district.Street2);

        var seen = await district.Use<SeePerson>().AskAsync(clerk, person, Ct);
        Assert.Equal([("乙", (Guid?)there), ("甲", null)], seen.Posts.Select(p => (p.Unit, p.UnitId)));
        Assert.Equal(
            (null, "东街道BigWorking", null),
            (seen.Seats.Single().CommitteeId, seen.Seats.Single().Committee, seen.Seats.Single().Title)
        );
        var stranger = (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts.First(p => p.PersonId != person).PersonId;
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeePerson>().AskAsync(clerk, stranger, Ct));
    }

    [Fact]
    public async Task A_persons_page_shows_the_part_of_an_alternate_as_well()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (seat, unit, _) = await district.MemberAsync(committee, district.Community1, "甲");
        var deputy = await district.PersonAsync(unit, "副书记");
        await district
            .Use<NameAlternate>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    PersonId = deputy,
                    From = district.Today,
                    ToldBy = "联络员",
                },
                Ct
            );
        var hat = Assert.Single((await district.Use<SeePerson>().AskAsync(district.Admin, deputy, Ct)).Seats);
        Assert.Equal((SeePerson.Part.Alternate, (Guid?)committee, "甲", true), (hat.Part, hat.CommitteeId, hat.Unit, hat.IsCurrent));
    }

    private static Task MergePeopleAsync(TestDistrict district, Guid duplicate, Guid survivor, long version = 1) =>
        district
            .Use<MergePeople>()
            .RunAsync(
                district.Admin,
                new()
                {
                    DuplicateId = duplicate,
                    ExpectedVersion = version,
                    SurvivorId = survivor,
                },
                Ct
            );

    private static Task MergeUnitsAsync(TestDistrict district, Guid duplicate, Guid survivor, long version = 1) =>
        district
            .Use<MergeUnits>()
            .RunAsync(
                district.Admin,
                new()
                {
                    DuplicateId = duplicate,
                    ExpectedVersion = version,
                    SurvivorId = survivor,
                },
                Ct
            );

    private static async Task RefusedAsync(string rule, Func<Task> action) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(action)).Key);
}
