using CoBuilding.Committees.Records;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Records;

/// <summary>Merges two records as the clerk does who found them.</summary>
internal static class DuplicatesFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static Task MergePeopleAsync(TestDistrict district, Guid duplicate, Guid survivor, long version = 1) =>
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

    public static Task MergeUnitsAsync(TestDistrict district, Guid duplicate, Guid survivor, long version = 1) =>
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
}
