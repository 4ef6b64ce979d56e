using CoBuilding.Places;
using CoBuilding.Places.PartyChain;
using CoBuilding.Places.Workdays;

namespace CoBuilding.Tests.House;

/// <summary>What leads the community, and the district's calendar.</summary>
internal sealed partial class World
{
    /// <summary>Leads the community, with a count.</summary>
    public Guid Organization { get; private set; }

    /// <summary>Both below <see cref="Organization"/>, with nothing below them.</summary>
    public Guid Branch { get; private set; }
    public Guid OtherBranch { get; private set; }

    /// <summary>In the district's calendar.</summary>
    public Guid Holiday { get; private set; }

    /// <summary>Of a district that nobody created yet.</summary>
    public static IReadOnlyList<Place> PlacesOfAnother() =>
        PlaceFile
            .Read(new StringReader("code,name,level,parent_code\n990102,测试二区,district,9901\n990102001,北街道,street,990102\n"))
            .PlacesOf("990102");

    private async Task PlacesAsync()
    {
        Organization = await District.OrganizationAsync(Community, ChainKind.Committee, members: 30);
        Branch = await District.OrganizationAsync(Community, ChainKind.Branch, "第一党支部", Organization);
        OtherBranch = await District.OrganizationAsync(Community, ChainKind.Branch, "第二党支部", Organization);
        Holiday = (await District.Use<SeeWorkdays>().AskAsync(Clerk, 2026, TestDistrict.Ct)).Rows[0].Id;
    }
}
