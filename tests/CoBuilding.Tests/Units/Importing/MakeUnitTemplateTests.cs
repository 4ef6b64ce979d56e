using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Units.Importing;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units.Importing;

public class MakeUnitTemplateTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_template_is_a_workbook_with_choices_and_is_read_as_an_empty_list()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var template = await district.Use<MakeUnitTemplate>().AskAsync(clerk, Ct);
        LibreOfficeReader.AssertValid(template.Bytes);
        var found = await district.CheckUnitsAsync(clerk, new ImportSource(template.Bytes));
        Assert.Equal((0, 0), (found.Rows.Count, found.UnknownHeaders.Count));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(template.Bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("sqref=\"C4:C203\"", await sheet.ReadToEndAsync(Ct), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Denied>(() => district.Use<MakeUnitTemplate>().AskAsync(district.Auditor, Ct));
    }
}
