using System.IO.Compression;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Units;

public class ExportUnitsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_ledger_masks_mobile_numbers()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        await district.PersonAsync(unit, "王强", secretary: true);
        await district.PersonAsync(unit, "李芳", liaison: true);

        var file = await district
            .Use<ExportUnits>()
            .AskAsync(district.Admin, new() { KindId = await district.KindAsync(UnitKind.School) }, Ct);

        LibreOfficeReader.AssertValid(file.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        Assert.Equal(["1", "大连湾中学", ""], cells[3][..3]);
        Assert.Equal(["东街道", "东一社区"], cells[3][4..6]);
        Assert.Equal(["王强", "书记", "138****5678", "李芳", "138****5678"], cells[3][8..13]);
        using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.All(
            zip.Entries,
            e => Assert.DoesNotContain("13812345678", new StreamReader(e.Open()).ReadToEnd(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Past_the_most_rows_the_sheet_says_that_some_are_missing()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.UnitsAsync(cluster, district, 1, Export.MostRows);
        var whole = Sheet(await district.Use<ExportUnits>().AskAsync(district.Admin, new(), Ct));
        Assert.DoesNotContain("仅导出前", whole, StringComparison.Ordinal);

        await BulkRows.UnitsAsync(cluster, district, Export.MostRows + 1, 1);
        var cut = Sheet(await district.Use<ExportUnits>().AskAsync(district.Admin, new(), Ct));
        Assert.Contains("仅导出前 20,000 行", cut, StringComparison.Ordinal);
        Assert.Equal(Export.MostRows + 5, cut.Split("<x:row ").Length - 1); // title, two lines, header, mark

        static string Sheet(DocumentFile file)
        {
            using var zip = new ZipArchive(new MemoryStream(file.Bytes));
            return new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEnd();
        }
    }
}
