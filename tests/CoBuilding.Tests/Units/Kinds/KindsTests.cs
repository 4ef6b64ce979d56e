using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Kinds;

namespace CoBuilding.Tests.Units.Kinds;

public class KindsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_district_begins_with_every_standard_kind_and_the_words_for_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var kinds = await district.Use<SeeUnitKinds>().AskAsync(district.Admin, Ct);
        Assert.Equal(Enum.GetValues<UnitKind>(), kinds.Select(k => k.Kind));
        CultureScope.In(
            TestDistrict.Chinese,
            () =>
            {
                Assert.All(kinds, k => Assert.Equal(Wording.T(k.Kind), k.Name));
                return 0;
            }
        );
        Assert.Contains("派出所", kinds.Single(k => k.Kind == UnitKind.Police).Aliases.Split('\n'));
    }

    [Fact]
    public async Task Lists_exports_and_imports_speak_the_districts_words()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "驻连某部", UnitKind.Military);
        var military = await KindAsync(district, UnitKind.Military);
        await district
            .Use<EditUnitKind>()
            .RunAsync(
                district.Admin,
                new()
                {
                    KindId = military.Id,
                    ExpectedVersion = military.RowVersion,
                    Name = "驻军",
                    Aliases = "部队、海军",
                    Ordinal = 1,
                },
                Ct
            );

        var row = (await district.Use<ListUnits>().AskAsync(district.Admin, new() { KindId = military.Id }, Ct)).Rows.Single();
        Assert.Equal(("驻军", UnitKind.Military), (row.KindText, row.Kind));
        Assert.Equal("驻军", (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).KindText);
        var cells = await LibreOfficeReader.CellsAsync(
            (await district.Use<ExportUnitsWorkbook>().AskAsync(district.Admin, new() { KindId = military.Id }, Ct)).Bytes
        );
        Assert.Contains("驻军", cells[1][0], StringComparison.Ordinal);
        Assert.Equal("驻军", cells[3][3]);
        var check = await district.CheckUnitsAsync(
            district.Admin,
            Lists.Pasted("单位名称\t单位类型\t所在社区\n甲\t驻军\t东一社区\n乙\t海军\t东一社区\n丙\t武警\t东一社区")
        );
        Assert.Equal(["驻军", "驻军", null], check.Rows.Select(r => r.Shown[1]));
        Assert.Contains("驻军", check.Rows[2].Messages.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standard_name_reads_in_English_and_the_districts_own_as_it_is()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var bank = await KindAsync(district, UnitKind.Bank);
        Assert.Equal("Financial institution", CultureScope.In(new("en"), () => bank.Said));
        Assert.Equal("银行", CultureScope.In(new("en"), () => (bank with { Name = "银行" }).Said));
    }

    [Fact]
    public async Task NameIsTaken()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var school = await KindAsync(district, UnitKind.School);
        await district
            .Use<RetireUnitKind>()
            .RunAsync(district.Admin, new() { KindId = school.Id, ExpectedVersion = school.RowVersion }, Ct);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district.Use<AddUnitKind>().RunAsync(district.Admin, new() { Name = school.Name, Kind = UnitKind.School }, Ct)
        );
        Assert.Equal("UnitKinds.NameIsTaken", refused.Key);
    }

    [Fact]
    public async Task WordIsTaken()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new AddUnitKind.Form { Name = "卫生机构", Kind = UnitKind.Hospital };
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<AddUnitKind>().RunAsync(district.Admin, form, Ct));
        Assert.Equal("UnitKinds.WordIsTaken", refused.Key);
        Assert.Equal(["卫生机构", "医院、卫生机构"], refused.Args);

        var hospital = await KindAsync(district, UnitKind.Hospital);
        await district
            .Use<EditUnitKind>()
            .RunAsync(
                district.Admin,
                new()
                {
                    KindId = hospital.Id,
                    ExpectedVersion = hospital.RowVersion,
                    Name = "医院",
                    Ordinal = 7,
                },
                Ct
            );
        await district.Use<AddUnitKind>().RunAsync(district.Admin, form, Ct);
    }

    [Fact]
    public async Task KindIsRetired()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "第一中学", UnitKind.School);
        var school = await KindAsync(district, UnitKind.School);
        await district
            .Use<RetireUnitKind>()
            .RunAsync(district.Admin, new() { KindId = school.Id, ExpectedVersion = school.RowVersion }, Ct);

        var form = new EnterUnit.Form
        {
            Name = "第二中学",
            KindId = school.Id,
            PlaceId = district.Community1.Id,
        };
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct));
        Assert.Equal("UnitKinds.KindIsRetired", refused.Key);
        var check = await district.CheckUnitsAsync(district.Admin, Lists.Pasted("单位名称\t单位类型\t所在社区\n第二中学\t学校\t东一社区"));
        Assert.Equal(RowStatus.Error, check.Rows.Single().Status);

        // Existing units keep it.
        await district
            .Use<EditUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = 1,
                    Name = "第一中学",
                    KindId = school.Id,
                    PlaceId = district.Community1.Id,
                    Remark = "改",
                },
                Ct
            );
        Assert.Equal("学校", (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).KindText);
    }

    [Fact]
    public async Task A_retired_kind_comes_back_unless_its_words_went_elsewhere()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var police = await KindAsync(district, UnitKind.Police);
        await district.Use<RetireUnitKind>().RunAsync(district.Admin, new() { KindId = police.Id, ExpectedVersion = 1 }, Ct);
        Assert.Equal(
            "UnitKinds.AlreadyRetired",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district.Use<RetireUnitKind>().RunAsync(district.Admin, new() { KindId = police.Id, ExpectedVersion = 2 }, Ct)
                )
            ).Key
        );
        var station = new AddUnitKind.Form { Name = "派出所", Kind = UnitKind.Police };
        await district.Use<AddUnitKind>().RunAsync(district.Admin, station, Ct);
        Assert.Equal(
            "UnitKinds.WordIsTaken",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district.Use<ReviveUnitKind>().RunAsync(district.Admin, new() { KindId = police.Id, ExpectedVersion = 2 }, Ct)
                )
            ).Key
        );
        await district.Use<RetireUnitKind>().RunAsync(district.Admin, new() { KindId = station.KindId, ExpectedVersion = 1 }, Ct);
        await district.Use<ReviveUnitKind>().RunAsync(district.Admin, new() { KindId = police.Id, ExpectedVersion = 2 }, Ct);
        Assert.Equal(
            "UnitKinds.NotRetired",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district.Use<ReviveUnitKind>().RunAsync(district.Admin, new() { KindId = police.Id, ExpectedVersion = 3 }, Ct)
                )
            ).Key
        );
    }

    [Fact]
    public async Task Only_the_districts_administrator_changes_kinds()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        await Assert.ThrowsAsync<Denied>(() =>
            district.Use<AddUnitKind>().RunAsync(clerk, new() { Name = "商圈", Kind = UnitKind.ParkOrBuilding }, Ct)
        );
    }

    private static async Task<SeeUnitKinds.Row> KindAsync(TestDistrict district, UnitKind kind) =>
        (await district.Use<SeeUnitKinds>().AskAsync(district.Admin, Ct)).First(k => k.Kind == kind);
}
