using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.House;

/// <summary>Units without a seat, and records that are one too many.</summary>
internal sealed partial class World
{
    /// <summary>A unit without a seat, and its people.</summary>
    public Guid SeatlessUnit { get; private set; }
    public Guid SparePerson { get; private set; }
    public Guid SparePost { get; private set; }

    /// <summary>A second record of the unit without a seat, and of its person.</summary>
    public Guid TwinUnit { get; private set; }
    public Guid TwinPerson { get; private set; }

    /// <summary>The district's kind that stands for banks.</summary>
    public Guid KindOfBanks { get; private set; }

    private async Task UnitsAsync()
    {
        KindOfBanks = await District.KindAsync(UnitKind.Bank);
        SeatlessUnit = await District.UnitAsync(Community, "丙单位" + Street.Name);
        SparePerson = await District.PersonAsync(SeatlessUnit, "丙书记");
        TwinUnit = await District.UnitAsync(Street, "丙单位" + Street.Name + "有限公司");
        await District
            .Use<MoveUnit>()
            .RunAsync(
                Clerk,
                new()
                {
                    UnitId = TwinUnit,
                    ExpectedVersion = 1,
                    PlaceId = Community.Id,
                    On = District.Today,
                },
                TestDistrict.Ct
            );
        await District.Use<SetPeopleSetting>().RunAsync(District.Admin, new(), TestDistrict.Ct);
        TwinPerson = await District.PersonAsync(TwinUnit, "丙书记");
    }
}
