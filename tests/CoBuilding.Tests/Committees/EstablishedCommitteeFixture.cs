using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees;

/// <summary>A committee with a term, established by a district of its own.</summary>
internal static class EstablishedCommitteeFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict, Guid)> EstablishAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddYears(-1),
            TermEndsOn = district.Today.AddMonths(3),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, form.CommitteeId);
    }
}
