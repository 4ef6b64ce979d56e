using CoBuilding.Committees.Records;
using CoBuilding.Tests.House;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Records;

public class UnmergePersonTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Two_people_after_all_are_parted_again()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var (first, second) = (await district.PersonAsync(unit, "王强"), await district.PersonAsync(unit, "王强"));
        await DuplicatesFixture.MergePeopleAsync(district, second, first);
        await district.Use<UnmergePerson>().RunAsync(district.Admin, new() { DuplicateId = second, ExpectedVersion = 2 }, Ct);
        Assert.Equal(2, (await district.Use<ListPeople>().AskAsync(district.Admin, new() { Search = "王强" }, Ct)).Total);
        await RuleAssert.BrokenAsync(
            "Duplicates.NotMerged",
            () => district.Use<UnmergePerson>().RunAsync(district.Admin, new() { DuplicateId = second, ExpectedVersion = 3 }, Ct)
        );
    }
}
