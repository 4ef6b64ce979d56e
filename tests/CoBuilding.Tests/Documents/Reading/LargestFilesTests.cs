using System.Diagnostics;
using System.Globalization;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents.Reading;

/// <summary>
/// The largest files that are permitted pass a child that has read nothing before, with half of its processor's time left.
/// </summary>
public class LargestFilesTests
{
    private const int Rows = 20_000,
        Pages = 200;

    /// <summary>By the clock without end: other tests run on the same processors, at a higher priority.</summary>
    private static ReaderSettings HalfTheTime =>
        new()
        {
            Children = 1,
            ProcessorSeconds = new ReaderSettings().ProcessorSeconds / 2,
            Seconds = 600,
            WaitSeconds = 600,
        };

    [Fact]
    public async Task A_list_of_twenty_thousand_rows()
    {
        var list = WorkbookBytes.OfRows([
            .. Enumerable
                .Range(0, Rows)
                .Select(n =>
                    new[]
                    {
                        $"第{n}中学",
                        "学校",
                        "东街道",
                        "东一社区居委会",
                        $"王{n}",
                        "党委书记",
                        $"138{n:00000000}",
                        "2024-03-01",
                        $"李{n}",
                        $"139{n:00000000}",
                        "人民路一号",
                        "备注",
                    }
                ),
        ]);
        await using var reader = TestReader.Pool(HalfTheTime);
        Assert.Equal(Rows, (await SheetFile.ReadAsync(reader, TestReader.Somebody, list, null, TestDistrict.Ct)).Count);
        Say(reader);
    }

    [Fact]
    public async Task A_printed_paper_of_two_hundred_pages()
    {
        var text = string.Concat(
            Enumerable
                .Range(0, Pages * 22)
                .Select(n => $"<w:p><w:r><w:t>第{n}条　大工委会议由街道党工委召集，兼职委员因故不能出席的可以请假。</w:t></w:r></w:p>")
        );
        var pdf = await LibreOfficeReader.PdfOfPaperAsync(Docx.Openable(text));
        Assert.InRange(LibreOfficeReader.PagesOf(pdf), Pages / 2, Pages * 2);
        await using var reader = TestReader.Pool(HalfTheTime);
        Assert.True((await CheckedUpload.ReadAsync(reader, TestReader.Somebody, "a.pdf", pdf, TestDistrict.Ct)).HasText);
        Say(reader);
    }

    private static void Say(ReaderPool reader)
    {
        using var child = Process.GetProcessById(Assert.Single(reader.ProcessIds));
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{child.TotalProcessorTime.TotalSeconds:0.0} s of the processor's time")
        );
    }
}
