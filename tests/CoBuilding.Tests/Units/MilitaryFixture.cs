using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Units;

/// <summary>A military unit, which is counted and gives neither address nor names.</summary>
internal static class MilitaryFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public const string Head = "贺兰山";

    public const string Liaison = "祁连海";

    public static async Task<(TestDistrict, Guid)> CreateAsync(TestCluster cluster, bool agrees)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "某部",
            Kind = UnitKind.Military,
            PlaceId = district.Street1.Id,
            ShowsPersonalNames = agrees,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        return (district, form.UnitId);
    }

    public static async Task AgreeAsync(TestDistrict district, Guid unit, bool agrees)
    {
        var found = await SeeAsync(district, unit);
        await district
            .Use<EditUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = found.RowVersion,
                    Name = found.Unit.Name,
                    Kind = UnitKind.Military,
                    PlaceId = found.Unit.PlaceId,
                    ShowsPersonalNames = agrees,
                },
                Ct
            );
    }

    public static Task<SeeUnit.Answer> SeeAsync(TestDistrict district, Guid unit) =>
        district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct);
}
