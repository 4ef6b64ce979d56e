using CoBuilding.Tests.House;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Units;

public class EditUnitTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task An_agreement_taken_back_takes_the_names_back_but_of_those_who_are_known_elsewhere()
    {
        var (district, unit) = await MilitaryFixture.CreateAsync(cluster, agrees: true);
        await district.PersonAsync(unit, MilitaryFixture.Head, secretary: true);
        var other = await district.UnitAsync(district.Street2);
        var hats = await district.PersonAsync(other, MilitaryFixture.Liaison);
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    KnownPersonId = hats,
                    Title = "顾问",
                },
                Ct
            );
        await MilitaryFixture.AgreeAsync(district, unit, false);
        Assert.Equal(
            ["书记", MilitaryFixture.Liaison],
            (await MilitaryFixture.SeeAsync(district, unit)).Posts.Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(MilitaryFixture.Liaison, Assert.Single((await MilitaryFixture.SeeAsync(district, other)).Posts).Name);
    }
}
