using System.IO.Compression;
using System.Security.Cryptography;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Tests.Documents;

public class WordPaperTests
{
    private static readonly string LongName = "中国人民解放军某部驻大连湾街道综合保障中心暨军民融合发展办公室";

    [Fact]
    public void The_format_itself_has_no_objection()
    {
        LibreOfficeReader.AssertValidPaper(Write(Everything()));
        LibreOfficeReader.AssertValidPaper(
            Write(Everything() with { IsAcross = true, Watermark = "仅供工作使用 \"甲\" & <乙> 2026年11月23日" })
        );
        LibreOfficeReader.AssertValidPaper(Write(new Paper()));
    }

    [Fact]
    public void The_page_is_the_standards_page()
    {
        using var document = Open(Write(Everything()));
        var section = document.MainDocumentPart!.Document!.Body!.Elements<SectionProperties>().Single();
        var (size, margin, grid) = (
            section.GetFirstChild<PageSize>()!,
            section.GetFirstChild<PageMargin>()!,
            section.GetFirstChild<DocGrid>()!
        );
        AssertMillimeters(210, size.Width!);
        AssertMillimeters(297, size.Height!);
        AssertMillimeters(37, (uint)margin.Top!.Value);
        AssertMillimeters(28, margin.Left!);
        var (width, height) = (
            size.Width! - margin.Left! - margin.Right!,
            size.Height! - (uint)margin.Top!.Value - (uint)margin.Bottom!.Value
        );
        AssertMillimeters(156, width);
        AssertMillimeters(225, height);
        Assert.Equal(DocGridValues.Lines, grid.Type!.Value);
        Assert.Equal(22u, height / (uint)grid.LinePitch!.Value);
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!;
        Assert.Equal("32", styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.FontSize!.Val!.Value);
        Assert.Equal(("44", "方正小标宋简体"), Letters("Title"));
        Assert.Equal(("32", "仿宋_GB2312"), Letters("Text"));
        Assert.Equal(("32", "黑体"), Letters("Heading1"));
        Assert.Equal(("32", "楷体_GB2312"), Letters("Heading2"));
        Assert.Equal(("28", "宋体"), Letters("PageNumber"));
        // Of the third size, 16 points, less what the style takes from each character, 28 fill a line.
        var narrowing = styles.Elements<Style>().Single(s => s.StyleId == "Text").StyleRunProperties!.GetFirstChild<Spacing>()!.Val!.Value;
        Assert.Equal(28u, width / (uint)(320 + narrowing));
        Assert.Equal(
            200,
            styles.Elements<Style>().Single(s => s.StyleId == "Text").StyleParagraphProperties!.Indentation!.FirstLineChars!.Value
        );

        (string?, string?) Letters(string id)
        {
            var letters = styles.Elements<Style>().Single(s => s.StyleId == id).StyleRunProperties!;
            return (letters.FontSize!.Val!.Value, letters.RunFonts!.EastAsia!.Value);
        }
    }

    [Fact]
    public void Across_the_page_is_the_same_page_turned()
    {
        using var document = Open(Write(Everything() with { IsAcross = true }));
        var section = document.MainDocumentPart!.Document!.Body!.Elements<SectionProperties>().Single();
        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal(PageOrientationValues.Landscape, size.Orient!.Value);
        AssertMillimeters(225, size.Width! - margin.Left! - margin.Right!);
        AssertMillimeters(156, size.Height! - (uint)margin.Top!.Value - (uint)margin.Bottom!.Value);
        AssertMillimeters(28, (uint)margin.Top!.Value);
    }

    [Fact]
    public void Every_font_has_others_to_stand_in_and_page_numbers_change_sides()
    {
        using var document = Open(Write(Everything()));
        var main = document.MainDocumentPart!;
        var fonts = main.FontTablePart!.Fonts!.Elements<Font>().ToDictionary(f => f.Name!.Value!, f => f.AltName!.Val!.Value!);
        Assert.Contains("FangSong", fonts["仿宋_GB2312"].Split(','));
        Assert.Contains("Noto Serif CJK SC", fonts["方正小标宋简体"].Split(','));
        Assert.NotNull(main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
        Assert.NotNull(main.DocumentSettingsPart.Settings!.GetFirstChild<MirrorMargins>());
        var references = main.Document!.Descendants<FooterReference>()
            .ToDictionary(f => f.Type!.Value, f => ((FooterPart)main.GetPartById(f.Id!)).Footer!);
        Assert.Equal(JustificationValues.Right, references[HeaderFooterValues.Default].Descendants<Justification>().Single().Val!.Value);
        Assert.Equal(JustificationValues.Left, references[HeaderFooterValues.Even].Descendants<Justification>().Single().Val!.Value);
        Assert.Equal("\u2014 1 \u2014", references[HeaderFooterValues.Default].InnerText);
    }

    [Fact]
    public void Headings_and_items_are_numbered_in_both_languages_and_anew_below_a_title()
    {
        var paper = new Paper(
            new Block.Title("甲"),
            new Block.Heading("一级"),
            new Block.Heading("二级", 2),
            new Block.Heading("又二级", 2),
            new Block.Heading("又一级"),
            new Block.Heading("三级", 2),
            new Block.Numbered("子", "丑"),
            new Block.Title("乙", OnNewPage: true),
            new Block.Heading("从头")
        );
        Assert.Equal(
            ["甲", "一、一级", "（一）二级", "（二）又二级", "二、又一级", "（一）三级", "1. 子", "2. 丑", "乙", "一、从头"],
            LibreOfficeReader.WordsOf(Write(paper))
        );
        var english = CultureScope.In(System.Globalization.CultureInfo.GetCultureInfo("en"), () => WordPaper.Write(paper));
        Assert.Equal(["甲", "1. 一级", "(1) 二级"], LibreOfficeReader.WordsOf(english)[..3]);
    }

    [Fact]
    public void Text_is_stored_whatever_it_holds()
    {
        var words = LibreOfficeReader.WordsOf(
            Write(new Paper(new Block.Paragraph("<b>&\u0001\uD800𠮷\u000B尾"), new Block.Paragraph("两\r\n行")))
        );
        Assert.Equal(["<b>&𠮷尾", "两行"], words);
    }

    /// <summary>
    /// In hundredths of a character from the right: the day's seven characters end four from it, the issuer's middle is the day's.
    /// </summary>
    [Theory]
    [InlineData("大连湾街道", 500, 400)]
    [InlineData("大连湾街道共建互补协调委员会办公室", 200, 700)]
    public void The_signature_stands_as_the_standard_puts_it(string issuer, int ofIssuer, int ofDay)
    {
        using var document = Open(Write(new Paper(new Block.Signature(issuer, "2026年11月23日"))));
        Assert.Equal([ofIssuer, ofDay], document.MainDocumentPart!.Document!.Descendants<Indentation>().Select(i => i.RightChars!.Value));
    }

    [Fact]
    public async Task A_long_table_repeats_its_header_and_a_blank_one_still_prints()
    {
        var pdf = await LibreOfficeReader.PdfOfPaperAsync(Write(new Paper(new Block.Title("名册"), Rows(30)) { IsAcross = true }));
        Assert.InRange(LibreOfficeReader.PagesOf(pdf), 2, 4);
        using var document = Open(Write(new Paper(Rows(30))));
        var rows = document.MainDocumentPart!.Document!.Descendants<TableRow>().ToList();
        Assert.Equal(31, rows.Count);
        Assert.Equal([0], Enumerable.Range(0, rows.Count).Where(n => rows[n].Descendants<TableHeader>().Any()));
        Assert.All(rows, r => Assert.Single(r.Descendants<CantSplit>()));
        Assert.Equal(1, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(Write(new Paper(Rows(0))))));
    }

    [Fact]
    public async Task A_page_holds_22_lines_of_28_characters_and_not_one_more()
    {
        Assert.Equal(1, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(Write(Characters(22 * 28)))));
        Assert.Equal(2, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(Write(Characters((22 * 28) + 1)))));

        static Paper Characters(int count) => new(new Block.Addressees(new string('字', count)));
    }

    [Fact]
    public async Task The_same_paper_gives_the_same_bytes_at_another_time()
    {
        var paper = Everything() with { Watermark = "仅供工作使用" };
        var first = Write(paper);
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestDistrict.Ct); // a zip's time counts in steps of two seconds
        Assert.Equal(SHA256.HashData(first), SHA256.HashData(Write(paper)));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, e => Assert.Equal(2000, e.LastWriteTime.Year));
        Assert.NotEqual(SHA256.HashData(first), SHA256.HashData(Write(paper with { Watermark = "另一位" })));
    }

    private static Paper Everything() =>
        new(
            new Block.Title("关于召开" + LongName + "联席会议的通知"),
            new Block.Addressees(LongName + "："),
            new Block.Paragraph("兹定于下周召开会议。", "一、时间："),
            new Block.Heading("议题"),
            new Block.Heading("停车", 2),
            new Block.Numbered("老旧小区", "学校门口"),
            Rows(3),
            Block.Table.Form(12, ("单位名称", ""), ("能否参加", "□ 参加")),
            new Block.Line("附注", LineSide.Right),
            new Block.Signature("大连湾街道大工委", "2026年11月23日"),
            new Block.Title("聘书", OnNewPage: true, IsGrand: true),
            new Block.Paragraph("此聘。")
        );

    private static Block.Table Rows(int count) =>
        Block.Table.Of(
            "序号",
            [
                new Column<int>("单位名称", 30, n => n == 1 ? LongName : "大连湾中学"),
                new("姓名", 10, _ => "买买提·艾力"),
                new("职务", 18, _ => "党委书记"),
                new("人数", 8, n => n),
                new("备注", 10, _ => null),
            ],
            [.. Enumerable.Range(0, count)]
        );

    private static byte[] Write(Paper paper) => CultureScope.In(TestDistrict.Chinese, () => WordPaper.Write(paper));

    private static WordprocessingDocument Open(byte[] paper) => WordprocessingDocument.Open(new MemoryStream(paper), false);

    private static void AssertMillimeters(double expected, uint twentieths) =>
        Assert.InRange(twentieths * 25.4 / 1440, expected - 0.1, expected + 0.1);
}
