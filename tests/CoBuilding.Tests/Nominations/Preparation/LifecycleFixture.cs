using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Preparation;

/// <summary>The offices of three levels, and the steps by which a committee is prepared.</summary>
internal static class LifecycleFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>A community's clerk, who prepares, and its street's, who approves.</summary>
    public static async Task<(TestDistrict District, Scope Host, Scope Above)> OfficesAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (
            district,
            await district.StaffAsync("host", Role.CommunityClerk, district.Community1),
            await district.StaffAsync("above", Role.StreetClerk, district.Street1)
        );
    }

    public static async Task<Guid> PrepareAsync(TestDistrict district, Scope scope, string name = "社区大党委")
    {
        var form = new PrepareCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = district.Community1.Id,
            Name = name,
            On = district.Today,
            Remark = "按区委方案",
        };
        await district.Use<PrepareCommittee>().RunAsync(scope, form, Ct);
        return form.CommitteeId;
    }

    public static Task<SeeLifecycle.Answer> SeeAsync(TestDistrict district, Scope scope, Guid committee) =>
        district.Use<SeeLifecycle>().AskAsync(scope, committee, Ct);

    public static async Task<Guid[]> ListAsync(TestDistrict district, CommitteeState? state) =>
        [.. (await district.Use<ListCommittees>().AskAsync(district.Admin, new() { State = state }, Ct)).Rows.Select(r => r.Id)];
}
