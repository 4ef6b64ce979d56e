using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Places.Districts;

public class CreateDistrictTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_district_is_not_founded_with_its_own_name_for_a_password()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var places = PlaceFile.Read(new StringReader("code,name,level,parent_code\n990102,东区,district,9901")).PlacesOf("990102");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district
                .Use<CreateDistrict>()
                .RunAsync(
                    Scope.ForDistrictCreation(Guid.CreateVersion7()),
                    new()
                    {
                        Places = places,
                        AdminPassword = "东区-2026-2026",
                        AuditorPassword = TestDistrict.Password,
                    },
                    Ct
                )
        );
        Assert.Equal("Access.PasswordIsName", refused.Key);
    }
}
