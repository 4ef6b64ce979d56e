using System.IO.Compression;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents;

public class SheetFileTests
{
    private const string List = "单位名称,电话\n大连湾中学,13800138000\n";

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>What is unpacked by a reader of so little memory is unpacked in part.</summary>
    private static readonly ReaderPool Small = TestReader.Pool(
        new()
        {
            Children = 1,
            HeapMegabytes = 48,
            WaitSeconds = 600,
            Seconds = 60,
            ProcessorSeconds = 60,
        }
    );

    private static async Task<string> RefusalOfAsync(byte[] file, ReaderPool? reader = null) =>
        (
            await Assert.ThrowsAsync<RuleBroken>(() =>
                SheetFile.ReadAsync(reader ?? TestReader.Reader, TestReader.Somebody, file, null, TestDistrict.Ct)
            )
        ).Key;

    public static TheoryData<string, byte[]> Texts =>
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(List) },
            { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(List)] },
            { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(List)] },
            { "UTF-16, the other way", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(List)] },
            { "GB18030", Chinese.GetBytes(List) },
            { "tabs", Chinese.GetBytes(List.Replace(',', '\t')) },
            { "semicolons", Encoding.UTF8.GetBytes(List.Replace(',', ';')) },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_is_read_in_every_encoding_that_offices_write(string name, byte[] file)
    {
        Assert.NotEmpty(name);
        var rows = await TestReader.RowsAsync(file);
        Assert.Equal(["单位名称", "电话"], rows[0].Cells);
        Assert.Equal(["大连湾中学", "13800138000"], rows[1].Cells);
        Assert.Equal([1, 2], rows.Select(r => r.Number));
    }

    [Fact]
    public async Task Quoted_cells_hold_delimiters_and_line_breaks_and_blank_lines_keep_their_numbers()
    {
        var rows = await TestReader.RowsAsync(
            Encoding.UTF8.GetBytes("名称,地址\n\n\"甲,乙\",\"一号\n二楼\"\n,,\n\"说\"\"好\"\"\",１２３　号\n")
        );
        Assert.Equal(["甲,乙", "一号\n二楼"], rows[1].Cells);
        Assert.Equal(["说\"好\"", "123 号"], rows[2].Cells);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task Numbers_come_with_all_their_digits_and_days_as_days()
    {
        const string Styles = """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
            <numFmt numFmtId="171" formatCode="0&quot;day&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
            """;
        var row = Assert.Single(
            await TestReader.RowsAsync(
                WorkbookBytes.Of(
                    """
                    <row r="5"><c r="A5"><v>1.3800138E+10</v></c><c r="B5" s="1"><v>45352</v></c><c r="C5" s="2"><v>45352.75</v></c>
                    <c r="D5" s="3"><v>45352</v></c><c r="F5"><v>0.5</v></c><c r="G5" t="b"><v>1</v></c></row>
                    """,
                    ("xl/styles.xml", Styles)
                )
            )
        );
        Assert.Equal(5, row.Number);
        Assert.Equal(["13800138000", "2024-03-01", "2024-03-01", "45352", "", "0.5", "1"], row.Cells);
    }

    [Fact]
    public async Task A_formula_gives_the_value_beside_it_and_text_that_looks_like_one_stays_text()
    {
        var row = Assert.Single(
            await TestReader.RowsAsync(
                WorkbookBytes.OfRows([
                    "<c t=\"str\"><f>CONCATENATE(\"a\",[1]Sheet1!A1)</f><v>甲公司</v></c>",
                    "=1+1",
                    "+86",
                    "-1",
                    "@SUM(A1)",
                    "<c><f>WEBSERVICE(\"http://localhost:1/\")</f></c>",
                    "_x0041_",
                ])
            )
        );
        Assert.Equal(["甲公司", "=1+1", "+86", "-1", "@SUM(A1)", "", "A"], row.Cells);
        Assert.False(row.HasError);
        Assert.True(
            Assert.Single(await TestReader.RowsAsync(WorkbookBytes.OfRows(["甲", "<c t=\"e\"><f>A0</f><v>#REF!</v></c>"]))).HasError
        );
    }

    [Fact]
    public async Task Shared_texts_are_read_without_their_reading_aids()
    {
        const string Shared =
            """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>大连</t></r><r><t>湾</t></r>"""
            + """<rPh sb="0" eb="1"><t>da</t></rPh></si><si><t xml:space="preserve"> 二 </t></si><si/></sst>""";
        var row = Assert.Single(
            await TestReader.RowsAsync(
                WorkbookBytes.Of(
                    "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row>",
                    ("xl/sharedStrings.xml", Shared)
                )
            )
        );
        Assert.Equal(["二", "大连湾"], row.Cells);
        Assert.Equal(
            "Importing.NotAWorkbook",
            await RefusalOfAsync(WorkbookBytes.Of("<row><c t=\"s\"><v>9</v></c></row>", ("xl/sharedStrings.xml", Shared)))
        );
    }

    [Fact]
    public async Task Links_to_other_files_stay_unread()
    {
        var file = WorkbookBytes.Of(
            "<row><c t=\"inlineStr\"><is><t>甲</t></is></c></row>",
            ("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x [<!ENTITY y SYSTEM \"http://localhost:1/\">]><x>&y;</x>")
        );
        Assert.Equal(["甲"], Assert.Single(await TestReader.RowsAsync(file)).Cells);
        Assert.Equal(
            "Importing.NotAWorkbook",
            await RefusalOfAsync(
                WorkbookBytes.Of(
                    "",
                    (
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>&y;</sheetData></worksheet>"
                    )
                )
            )
        );
    }

    [Fact]
    public async Task What_is_no_safe_workbook_is_refused_by_name()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Equal("Importing.NotAWorkbook", await RefusalOfAsync(old));
        Assert.Equal(
            "Importing.Encrypted",
            await RefusalOfAsync([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[90]])
        );
        Assert.Equal("Importing.HasMacros", await RefusalOfAsync(WorkbookBytes.Of("", ("xl/vbaProject.bin", "x"))));
        Assert.Equal(
            "Importing.HasMacros",
            await RefusalOfAsync(
                WorkbookBytes.Of(
                    "",
                    (
                        "[Content_Types].xml",
                        "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
                    )
                )
            )
        );
        Assert.Equal("Importing.TooLarge", await RefusalOfAsync(new byte[SheetFile.MostBytes + 1]));
        foreach (
            var other in new[]
            {
                [],
                "PK not a zip"u8.ToArray(),
                new byte[100],
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0],
                Zip("word/document.xml", 10),
                WorkbookBytes.OfRows(["甲"])[..200],
            }
        )
            Assert.Equal("Importing.NotAWorkbook", await RefusalOfAsync(other));
        Assert.Equal("Importing.NotAWorkbook", await RefusalOfAsync(WorkbookBytes.Of("<row><c")));
        Assert.Equal(
            "Importing.NotAWorkbook",
            await RefusalOfAsync(
                WorkbookBytes.Of(
                    "",
                    (
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId7\" TargetMode=\"External\" Target=\"http://localhost:1/\"/></Relationships>"
                    )
                )
            )
        );
    }

    [Fact]
    public async Task Too_many_rows_or_columns_are_refused_and_blank_ones_do_not_count()
    {
        var most = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("甲\n\n", ReadingLimits.MostRows)));
        Assert.Equal(ReadingLimits.MostRows, (await TestReader.RowsAsync(most)).Count);
        Assert.Equal("Importing.TooManyRows", await RefusalOfAsync([.. most, .. "x"u8]));
        Assert.Equal(
            "Importing.TooManyColumns",
            await RefusalOfAsync(Encoding.UTF8.GetBytes(new string(',', ReadingLimits.MostColumns) + "x"))
        );
        Assert.Equal("Importing.TooManyColumns", await RefusalOfAsync(WorkbookBytes.Of("<row><c r=\"XFD1\"><v>1</v></c></row>")));
        Assert.Equal(
            ["1"],
            Assert.Single(await TestReader.RowsAsync(WorkbookBytes.Of("<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row>"))).Cells
        );
    }

    [Fact]
    public async Task A_file_that_unpacks_to_a_gigabyte_is_refused_without_unpacking_it()
    {
        var bomb = Zip("xl/workbook.xml", 1024L * 1024 * 1024);
        Assert.InRange(bomb.Length, 1, SheetFile.MostBytes);
        Assert.Equal("Importing.UnpacksTooLarge", await RefusalOfAsync(bomb, Small));
    }

    [Fact]
    public async Task A_package_that_lies_about_its_size_is_counted_while_it_is_read()
    {
        const int Size = 150 * 1024 * 1024;
        var file = WorkbookBytes.Of("<row><c t=\"inlineStr\"><is><t>" + new string('x', Size) + "</t></is></c></row>");
        Assert.Equal("Importing.UnpacksTooLarge", await RefusalOfAsync(file));
        Understate(file, "xl/worksheets/sheet1.xml", 1000);
        Assert.True(await RefusalOfAsync(file, Small) is "Importing.UnpacksTooLarge" or "Importing.NotAWorkbook");
    }

    [Theory]
    [InlineData("2024-03-01")]
    [InlineData("2024.3.1")]
    [InlineData("2024/3/1")]
    [InlineData("2024年3月1日")]
    [InlineData("２０２４年３月１日")]
    [InlineData("20240301")]
    [InlineData("45352")]
    [InlineData("1 Mar 2024")]
    [InlineData(" 2024-3-1 00:00:00")]
    public void A_day_is_understood_however_it_is_written(string text) => Assert.Equal(new DateOnly(2024, 3, 1), SheetDays.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("2024-13-01")]
    [InlineData("2024.2.30")]
    [InlineData("20241301")]
    [InlineData("3月1日")]
    [InlineData("10000")]
    [InlineData("上午")]
    public void What_is_no_day_is_none(string text) => Assert.Null(SheetDays.Read(text));

    private static byte[] Zip(string path, long size)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
            var piece = new byte[1024 * 1024];
            for (; size > 0; size -= piece.Length)
                entry.Write(piece, 0, (int)Math.Min(size, piece.Length));
        }
        return file.ToArray();
    }

    /// <summary>Rewrites the size that the package's own list of contents claims.</summary>
    private static void Understate(byte[] file, string path, int claimed)
    {
        var name = file.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(path));
        BitConverter.TryWriteBytes(file.AsSpan(name - 46 + 24), claimed);
    }
}
