using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CoBuilding.Documents;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents;

public class WorkbookTests
{
    private sealed record Row(string Name, string? Phone, int Count, decimal Share);

    private static readonly Row[] Rows =
    [
        new("第一中学", "04118765432100", 12, 0.5m),
        new("=1+1", "13800138000", 3, 1),
        new("+86", "-1", 4, 2),
        new("@SUM(A1)", null, 5, 3),
        new("𠮷田㛃😀", "=HYPERLINK(\"http://x\")", 6, 4),
        new("_x0041_\u0001\uD800", "007", 7, 5),
        new("两\n行", "1.38E+10", 8, 6),
    ];

    private static byte[] Write(string footer = "由 clerk & co 导出") =>
        Workbook.Write(
            [Of("名册", Rows), Of("名册", Rows.Take(1)), Of("a/b[c]:*?很长的名字很长的名字很长的名字很长的名字", [])],
            footer,
            "第 {0} 页，共 {1} 页"
        );

    private static Sheet Of(string name, IEnumerable<Row> rows) =>
        Sheet.Of(
            name,
            "花名册：" + name,
            ["截至 2026年11月23日 · 范围：全区"],
            [
                new Column<Row>("名称", 20, r => r.Name),
                new("电话", 16, r => r.Phone),
                new("数", 8, r => r.Count),
                new("比", 8, r => r.Share),
                new("编号", 8, r => "k" + r.Count, Hidden: true),
            ],
            rows,
            "由 clerk 导出"
        );

    [Fact]
    public void The_format_itself_has_no_objection() => LibreOfficeReader.AssertValid(Write());

    [Fact]
    public async Task Text_stays_text_whatever_it_begins_with_and_numbers_are_numbers()
    {
        var cells = await LibreOfficeReader.CellsAsync(Write());
        Assert.Equal(["花名册：名册", "", "", "", ""], cells[0]);
        Assert.Equal(["名称", "电话", "数", "比", "编号"], cells[2]);
        Assert.Equal(["第一中学", "04118765432100", "12", "0.5", "k12"], cells[3]);
        Assert.Equal(["=1+1", "13800138000"], cells[4][..2]);
        Assert.Equal(["+86", "-1"], cells[5][..2]);
        Assert.Equal(["@SUM(A1)", ""], cells[6][..2]);
        Assert.Equal(["𠮷田㛃😀", "=HYPERLINK(\"http://x\")"], cells[7][..2]);
        Assert.Equal(["_x0041_", "007"], cells[8][..2]);
        Assert.Equal(["两\n行", "1.38E+10"], cells[9][..2]);
        Assert.Equal("由 clerk 导出", cells[10][0]);
        var sheet = Entry(Write(), "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal);
        Assert.Contains("<x:c r=\"C4\" s=\"5\"><x:v>12</x:v></x:c>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void It_prints_on_A4_across_with_the_header_on_every_page()
    {
        var sheet = Entry(Write(), "xl/worksheets/sheet1.xml");
        Assert.Contains("paperSize=\"9\"", sheet, StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", sheet, StringComparison.Ordinal);
        Assert.Contains("ySplit=\"3\" topLeftCell=\"A4\"", sheet, StringComparison.Ordinal);
        Assert.Contains("&amp;L由 clerk &amp;&amp; co 导出&amp;R第 &amp;P 页，共 &amp;N 页", sheet, StringComparison.Ordinal);
        Assert.Contains("<x:mergeCell ref=\"A1:D1\"", sheet, StringComparison.Ordinal);
        Assert.Contains("'名册'!$3:$3", Entry(Write(), "xl/workbook.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_becomes_several_pages()
    {
        var book = Workbook.Write([Of("名册", Enumerable.Range(0, 200).Select(n => Rows[0] with { Count = n }))], "f", "{0}/{1}");
        var pdf = Encoding.Latin1.GetString(await LibreOfficeReader.PdfAsync(book));
        Assert.InRange(pdf.Split("/Type/Page/").Length - 1, 3, 20);
        Assert.Contains("/MediaBox[0 0 84", pdf, StringComparison.Ordinal); // 842 points wide: A4 across
    }

    [Fact]
    public async Task The_same_sheets_give_the_same_bytes_at_another_time()
    {
        var first = Write();
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestDistrict.Ct); // a zip's time counts in steps of two seconds
        Assert.Equal(SHA256.HashData(first), SHA256.HashData(Write()));
        Assert.NotEqual(SHA256.HashData(first), SHA256.HashData(Write("由 street2 导出")));
    }

    [Fact]
    public async Task The_same_sheets_give_the_same_bytes_in_another_process()
    {
        var here = Convert.ToHexString(SHA256.HashData(Write()));
        if (Environment.GetEnvironmentVariable("COBUILDING_TEST_PRINT") is { } file)
        {
            await File.WriteAllTextAsync(file, here, TestDistrict.Ct);
            return;
        }
        var print = Path.Combine(Path.GetTempPath(), $"cobuilding-{Guid.CreateVersion7():N}");
        var start = new System.Diagnostics.ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(WorkbookTests).Assembly.Location);
        foreach (
            var argument in new[]
            {
                "-noColor",
                "-method",
                $"{typeof(WorkbookTests).FullName}.{nameof(The_same_sheets_give_the_same_bytes_in_another_process)}",
            }
        )
            start.ArgumentList.Add(argument);
        start.Environment["COBUILDING_TEST_PRINT"] = print;
        start.Environment["TZ"] = "America/New_York";
        start.Environment["LANG"] = "C";
        using var other = System.Diagnostics.Process.Start(start)!;
        var said = await other.StandardOutput.ReadToEndAsync(TestDistrict.Ct);
        await other.WaitForExitAsync(TestDistrict.Ct);
        Assert.True(File.Exists(print), said);
        var there = await File.ReadAllTextAsync(print, TestDistrict.Ct);
        File.Delete(print);
        Assert.Equal(here, there);
    }

    [Fact]
    public void A_cell_takes_text_or_a_number_and_nothing_that_would_follow_the_machine()
    {
        Assert.Throws<ArgumentException>(() =>
            Workbook.Write([Sheet.Of("a", "a", [], [new Column<int>("day", 9, _ => new DateOnly(2026, 11, 23))], [1])], "", "")
        );
    }

    [Theory]
    [InlineData("大连湾街道大工委兼职委员花名册2026-11-23", "大连湾街道大工委兼职委员花名册2026-11-23.xlsx")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j\n", "abcdefghij.xlsx")]
    public void File_names_are_what_every_system_takes(string stem, string name) => Assert.Equal(name, FileNames.Of(stem, ".xlsx"));

    [Fact]
    public void A_file_name_is_cut_between_characters()
    {
        var name = FileNames.Of(string.Concat(Enumerable.Repeat("𠮷", 200)), ".xlsx");
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 190, 255);
        Assert.DoesNotContain('\uFFFD', name);
    }

    private static string Entry(byte[] book, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
