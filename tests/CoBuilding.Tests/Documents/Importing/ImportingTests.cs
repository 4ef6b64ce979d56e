using System.IO.Compression;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Documents.Importing;

/// <summary>Typical lists of offices: each gives a clear message or is interpreted correctly.</summary>
public class ImportingTests(TestCluster cluster)
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static CancellationToken Ct => TestDistrict.Ct;

    private async Task<(TestDistrict, Scope)> CreateAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1));
    }

    [Fact]
    public async Task Twenty_thousand_rows_with_three_hundred_errors_are_checked_saved_without_them_and_the_rest_comes_back()
    {
        var (district, clerk) = await CreateAsync();
        var list = Csv(
            "单位名称,类型,社区,书记,书记电话\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 20_000)
                        .Select(n => $"单位{n},{(n % 67 == 0 && n <= 67 * 300 ? "飞船" : "学校")},东一社区,王{n},13800138000\n")
                )
        );
        var errors = Enumerable.Range(1, 20_000).Count(n => n % 67 == 0);

        var found = await district.CheckUnitsAsync(clerk, list);

        Assert.Equal((20_000 - errors, 0, 0, errors), found.Counts());
        Assert.Equal("Importing.HasErrors", (await Assert.ThrowsAsync<RuleBroken>(() => district.ImportUnitsAsync(clerk, list))).Key);
        var done = await district.ImportUnitsAsync(clerk, list, onlyGood: true);
        Assert.Equal(20_000 - errors, done.New);
        Assert.Equal(20_000 - errors, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
        var again = await district.CheckUnitsAsync(clerk, new ImportSource(done.Report(TestDistrict.Chinese).Bytes));
        Assert.Equal((0, 0, 0, errors), again.Counts());
        Assert.Equal(
            "Importing.TooManyRows",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district.CheckUnitsAsync(
                        clerk,
                        Csv("单位名称,社区\n" + string.Concat(Enumerable.Range(1, 20_001).Select(n => $"单位{n},东一社区\n")))
                    )
                )
            ).Key
        );
    }

    [Fact]
    public async Task Merged_cells_speak_for_each_of_their_rows_and_a_sheet_merged_all_over_is_not_believed()
    {
        const string rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>东街道</t></is></c><c r="B1" t="inlineStr"><is><t>甲</t></is></c></row>
            <row r="2"><c r="B2" t="inlineStr"><is><t>乙</t></is></c></row>
            <row r="4"><c r="B4" t="inlineStr"><is><t>丙</t></is></c></row>
            """;
        var file = WorkbookBytes.Of(
            "",
            (
                "xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>{rows}</sheetData><mergeCells>"
                    + "<mergeCell ref=\"A1:A3\"/><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>"
            )
        );
        Assert.Equal(
            [
                ["东街道", "甲"],
                ["东街道", "乙"],
                ["", "丙"],
            ],
            (await TestReader.RowsAsync(file)).Select(r => r.Cells)
        );
        var greedy = string.Concat(Enumerable.Range(0, 100_001).Select(_ => "<mergeCell ref=\"A1:A1048576\"/>"));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            TestReader.RowsAsync(
                WorkbookBytes.Of(
                    "",
                    (
                        "xl/worksheets/sheet1.xml",
                        $"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>{rows}</sheetData><mergeCells>{greedy}</mergeCells></worksheet>"
                    )
                )
            )
        );
        Assert.Equal("Importing.UnpacksTooLarge", refused.Key);
    }

    [Fact]
    public async Task The_sheet_with_the_header_is_read_and_hidden_ones_are_not()
    {
        var (district, clerk) = await CreateAsync();
        var book = WorkbookBytes.Of(
            "",
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relationships}\"><sheets><sheet name=\"旧\" sheetId=\"1\" "
                    + "state=\"hidden\" r:id=\"r1\"/><sheet name=\"说明\" sheetId=\"2\" r:id=\"r2\"/>"
                    + "<sheet name=\"名单\" sheetId=\"3\" r:id=\"r3\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships>"
                    + string.Concat(
                        Enumerable
                            .Range(1, 3)
                            .Select(n => $"<Relationship Id=\"r{n}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/s{n}.xml\"/>")
                    )
                    + "</Relationships>"
            ),
            ("xl/worksheets/s1.xml", SheetOf(["单位名称", "类型", "社区"], ["旧单位", "学校", "东一社区"])),
            ("xl/worksheets/s2.xml", SheetOf(["填表说明"])),
            ("xl/worksheets/s3.xml", SheetOf(["单位名称", "类型", "社区"], ["新单位", "学校", "东一社区"]))
        );
        Assert.Equal("新单位", Assert.Single((await district.CheckUnitsAsync(clerk, new ImportSource(book))).Rows).Shown[0]);

        static string SheetOf(params string[][] rows) =>
            $"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>"
            + string.Concat(
                rows.Select(r => "<row>" + string.Concat(r.Select(c => $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>")) + "</row>")
            )
            + "</sheetData></worksheet>";
    }

    [Fact]
    public async Task What_is_no_list_is_refused_in_words_before_anything_is_read()
    {
        var (district, clerk) = await CreateAsync();
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        await using (var part = await zip.CreateEntry("xl/workbook.xml").OpenAsync(Ct))
            for (var n = 0; n < 200; n++)
                await part.WriteAsync(new byte[1024 * 1024], Ct);
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        foreach (
            var (file, rule) in new[]
            {
                (new byte[50 * 1024 * 1024], "TooLarge"),
                (bomb.ToArray(), "UnpacksTooLarge"),
                (old, "NotAWorkbook"),
                ([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "Encrypted"),
                (WorkbookBytes.Of("", ("xl/vbaProject.bin", "x")), "HasMacros"),
                (WorkbookBytes.OfRows(["甲", "乙"]), "NoHeader"),
                ("PK"u8.ToArray(), "NotAWorkbook"),
            }
        )
            Assert.Equal(
                "Importing." + rule,
                (await Assert.ThrowsAsync<RuleBroken>(() => district.CheckUnitsAsync(clerk, new ImportSource(file)))).Key
            );
        await Assert.ThrowsAsync<ValidationFailed>(() => district.ImportUnitsAsync(clerk, new ImportSource([])));
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_data_on_the_way_in_and_out()
    {
        var (district, clerk) = await CreateAsync();
        string[] names = ["=1+1", "@SUM(A1)", "+86", "-1", "=cmd|' /C calc'!A0"];
        await district.ImportUnitsAsync(
            clerk,
            Sheet([
                ["单位名称", "类型", "社区"],
                .. names.Select(n => new[] { n, "学校", "东一社区" }),
            ])
        );
        var file = (await district.Use<ExportUnitsWorkbook>().AskAsync(clerk, new(), Ct)).Bytes;
        using var zip = new ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain(":f>", await sheet.ReadToEndAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows.Select(r => r.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal((0, 0, 5, 0), (await district.CheckUnitsAsync(clerk, new ImportSource(file))).Counts());
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("1.3800138000E+10", "13800138000")]
    [InlineData("1.38E+10", null)]
    [InlineData("1.3800138E10", null)]
    public void A_number_in_scientific_notation_is_repaired_where_its_digits_are_whole(string cell, string? digits) =>
        Assert.Equal(digits, CellText.Digits(cell));

    [Theory]
    [InlineData("买买提•艾力", "买买提·艾力")]
    [InlineData("买买提・艾力", "买买提·艾力")]
    [InlineData("买买提．艾力", "买买提·艾力")]
    [InlineData("王　强", "王强")]
    [InlineData("王\n强", "王强")]
    [InlineData("John Smith", "John Smith")]
    public void A_name_is_the_same_however_it_is_spread_and_dotted(string cell, string name) =>
        Assert.Equal(name, CellText.PersonName(cell));
}
