using CoBuilding.Access;
using CoBuilding.Places;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

/// <summary>A resolution that asks something of a unit, and what the unit reports.</summary>
internal static class ResolutionsFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<AskedUnits> SceneAsync(TestCluster cluster, bool inCommunity = false)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var place = inCommunity ? district.Community1 : district.Street1;
        var clerk = inCommunity ? await district.StaffAsync("community", Role.CommunityClerk, place) : await district.ClerkAsync(place);
        var committee = await district.CommitteeAsync(
            place,
            inCommunity ? CoBuilding.Committees.CommitteeKind.BigParty : CoBuilding.Committees.CommitteeKind.BigWorking
        );
        var lead = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var other = await district.MemberAsync(committee, district.Community1, "大连湾医院");
        return new AskedUnits(
            district,
            clerk,
            committee,
            lead,
            other,
            await district.ResolutionAsync(clerk, committee, lead.Unit, null, null, other.Unit)
        );
    }

    public static Task ReportAsync(AskedUnits scene, Scope who, ResolutionAction action, string? note = null) =>
        scene
            .District.Use<ReportProgress>()
            .RunAsync(
                who,
                new()
                {
                    ResolutionId = scene.Resolution,
                    Action = action,
                    Note = note,
                },
                Ct
            );
}
