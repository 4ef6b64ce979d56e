using CoBuilding.Tests.House;
using CoBuilding.Units.Duplicates;

namespace CoBuilding.Tests.Units.Duplicates;

public class DuplicatesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

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
}
