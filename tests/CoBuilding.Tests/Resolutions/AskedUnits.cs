using CoBuilding.Access;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

internal sealed record AskedUnits(
    TestDistrict District,
    Scope Clerk,
    Guid Committee,
    (Guid Seat, Guid Unit, Guid Person) Lead,
    (Guid Seat, Guid Unit, Guid Person) Other,
    Guid Resolution
)
{
    public async Task<SeeResolution.Answer> SeeAsync() => await District.Use<SeeResolution>().AskAsync(Clerk, Resolution, TestDistrict.Ct);

    public async Task<long> VersionAsync() => (await SeeAsync()).RowVersion;
}
