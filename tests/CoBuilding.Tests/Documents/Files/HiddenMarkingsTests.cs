using System.Globalization;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Documents.Files;

/// <summary>Markings are found in visible places of a document and in hidden ones.</summary>
public class HiddenMarkingsTests
{
    private const string Mark = "机密★1年";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly string Utf16 = "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Mark)) + ">";

    public static TheoryData<string, string, byte[]> Places =>
        new()
        {
            { "soft hyphens", "a.docx", Paper("机\u00AD密\u00AD★1年") },
            { "direction marks", "a.docx", Paper("\u202B机\u200E密\u200F★\u202C1年") },
            { "joiners and isolates", "a.docx", Paper("\u2066机\u200D密\u2069★1年") },
            { "format characters beyond the first plane", "a.docx", Paper("机\U000E0001密\U000E0020★1年") },
            { "variation selectors", "a.docx", Paper("机\uFE00密\uFE0F★1年") },
            { "an invisible mark in a text", "a.txt", Encoding.UTF8.GetBytes("绝\u00AD密") },
            {
                "a star of a symbol font",
                "a.docx",
                Docx.Of(
                    "<w:p><w:r><w:t>机密</w:t></w:r>"
                        + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0AB\"/></w:r><w:r><w:t>1年</w:t></w:r></w:p>"
                )
            },
            {
                "a star of another symbol font",
                "a.docx",
                Docx.Of("<w:p><w:r><w:t>机密</w:t><w:sym w:font=\"Wingdings 2\" w:char=\"F0EA\"/><w:t>1年</w:t></w:r></w:p>")
            },
            { "a star of a symbol font by its code alone", "a.docx", Paper("机密\uF0AB1年") },
            {
                "characters written as symbols",
                "a.docx",
                Docx.Of("<w:p><w:r><w:sym w:font=\"宋体\" w:char=\"673A\"/><w:sym w:font=\"宋体\" w:char=\"5BC6\"/></w:r></w:p>")
            },
            { "a field's code", "a.docx", Docx.Of($"<w:p><w:r><w:instrText>QUOTE \"{Mark}\"</w:instrText></w:r></w:p>") },
            {
                "a field's code in pieces",
                "a.docx",
                Docx.Of("<w:p><w:r><w:instrText>QUOTE \"机</w:instrText></w:r><w:r><w:instrText>密★1年\"</w:instrText></w:r></w:p>")
            },
            { "a simple field", "a.docx", Docx.Of($"<w:p><w:fldSimple w:instr=\"QUOTE &quot;{Mark}&quot;\"/></w:p>") },
            {
                "a form field",
                "a.docx",
                Docx.Of($"<w:p><w:ffData><w:textInput><w:default w:val=\"{Mark}\"/></w:textInput></w:ffData></w:p>")
            },
            { "a list to choose from", "a.docx", Docx.Of($"<w:p><w:ddList><w:listEntry w:val=\"{Mark}\"/></w:ddList></w:p>") },
            { "a control to choose from", "a.docx", Docx.Of($"<w:sdt><w:listItem w:displayText=\"{Mark}\" w:value=\"1\"/></w:sdt>") },
            {
                "the title",
                "a.docx",
                Docx.Of(
                    "<w:p/>",
                    (
                        "docProps/core.xml",
                        $"<c:coreProperties xmlns:c=\"urn:c\" xmlns:d=\"urn:d\"><d:title>{Mark}</d:title></c:coreProperties>"
                    )
                )
            },
            {
                "the keywords",
                "a.xlsx",
                WorkbookBytes.Of(
                    "",
                    ("docProps/core.xml", "<c:coreProperties xmlns:c=\"urn:c\"><c:keywords>绝密</c:keywords></c:coreProperties>")
                )
            },
            {
                "a property of its own",
                "a.docx",
                Docx.Of(
                    "<w:p/>",
                    (
                        "docProps/custom.xml",
                        "<Properties xmlns:v=\"urn:v\"><property name=\"密级\"><v:lpwstr>秘密</v:lpwstr></property></Properties>"
                    )
                )
            },
            { "the words beside a picture", "a.docx", Docx.Of($"<w:p><w:docPr id=\"1\" descr=\"{Mark}\"/></w:p>") },
            { "the title of a picture", "a.pptx", Docx.Pptx(("ppt/slides/slide1.xml", $"<s><cNvPr id=\"1\" title=\"{Mark}\"/></s>")) },
            {
                "the words beside an old picture",
                "a.docx",
                Docx.Of("<w:p/>", ("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\" xmlns:v=\"urn:v\"><v:shape alt=\"{Mark}\"/></w:hdr>"))
            },
            {
                "a chart's title",
                "a.docx",
                Docx.Of(
                    "<w:p/>",
                    ("word/charts/chart1.xml", $"<c:chart xmlns:c=\"urn:c\" xmlns:a=\"urn:a\"><a:p><a:t>{Mark}</a:t></a:p></c:chart>")
                )
            },
            {
                "a chart's labels",
                "a.docx",
                Docx.Of(
                    "<w:p/>",
                    (
                        "word/charts/chart1.xml",
                        "<c:chart xmlns:c=\"urn:c\"><c:pt><c:v>甲</c:v></c:pt><c:pt><c:v>绝密</c:v></c:pt></c:chart>"
                    )
                )
            },
            {
                "a sheet's name",
                "a.xlsx",
                WorkbookBytes.Of("", ("xl/workbook.xml", "<workbook><sheets><sheet name=\"绝密\" sheetId=\"1\"/></sheets></workbook>"))
            },
            {
                "a remark on a cell",
                "a.xlsx",
                WorkbookBytes.Of(
                    "",
                    ("xl/comments1.xml", "<comments><comment><text><r><t>机密</t></r><r><t>★1年</t></r></text></comment></comments>")
                )
            },
            {
                "an answer to a remark",
                "a.xlsx",
                WorkbookBytes.Of(
                    "",
                    (
                        "xl/threadedComments/threadedComment1.xml",
                        $"<t:ThreadedComments xmlns:t=\"urn:t\"><t:threadedComment><t:text>{Mark}</t:text></t:threadedComment>"
                            + "</t:ThreadedComments>"
                    )
                )
            },
            {
                "a remark on a slide",
                "a.pptx",
                Docx.Pptx(("ppt/comments/comment1.xml", $"<p:cmLst xmlns:p=\"urn:p\"><p:cm><p:text>{Mark}</p:text></p:cm></p:cmLst>"))
            },
            {
                "a hint on a cell",
                "a.xlsx",
                WorkbookBytes.Of("", ("xl/worksheets/sheet2.xml", $"<worksheet><dataValidation prompt=\"{Mark}\"/></worksheet>"))
            },
            {
                "an old drawing's text",
                "a.xlsx",
                WorkbookBytes.Of("", ("xl/drawings/vmlDrawing1.vml", $"<xml xmlns:v=\"urn:v\"><v:textpath string=\"{Mark}\"/></xml>"))
            },
            { "a PDF's title", "a.pdf", Pdf.Of($"/Some << /Title {Utf16} >>", ["文"]) },
            { "a PDF's comment", "a.pdf", Pdf.Of($"/Some << /Type /Annot /Subtype /Text /Contents {Utf16} >>", ["文"]) },
            { "a PDF's field", "a.pdf", Pdf.Of($"/AcroForm << /Fields [<< /FT /Tx /V {Utf16} >>] >>", ["文"]) },
            {
                "a PDF's metadata",
                "a.pdf",
                Pdf.OfContents(
                    "/Metadata 100 0 R",
                    "",
                    [""],
                    Pdf.Stream(
                        "/Type /Metadata /Subtype /XML",
                        Encoding.UTF8.GetBytes($"<x:xmpmeta xmlns:x=\"urn:x\"><x:title>{Mark}</x:title></x:xmpmeta>")
                    )
                )
            },
            {
                "a PDF's metadata as an attribute",
                "a.pdf",
                Pdf.OfContents(
                    "/Metadata 100 0 R",
                    "",
                    [""],
                    Pdf.Stream(
                        "/Type /Metadata /Subtype /XML",
                        Encoding.UTF8.GetBytes($"<x:xmpmeta xmlns:x=\"urn:x\" x:title=\"{Mark}\"/>")
                    )
                )
            },
            { "what a PDF reads aloud", "a.pdf", Pdf.OfContents("", "", [$"/Span << /ActualText {Utf16} >> BDC EMC"]) },
        };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_marking_is_seen_and_said_in_both_languages(string where, string name, byte[] file)
    {
        var refusal = await Record.ExceptionAsync(() => TestReader.FileAsync(name, file)) as RuleBroken;
        Assert.True(refusal?.Key is "Files.Marked" or "Files.MarkedOnPage", $"{where}: {refusal?.Key ?? "taken"}");
        foreach (var (language, words) in new[] { ("zh-CN", "密级标志"), ("en", "secrecy marking") })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var said = Wording.T(refusal!.Key, [.. refusal.Args]);
            Assert.Contains(words, said, StringComparison.Ordinal);
            Assert.Contains((string)refusal.Args[0]!, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Talk_about_secrets_in_those_places_is_none() =>
        Assert.True(
            (
                await TestReader.FileAsync(
                    "a.docx",
                    Docx.Of(
                        "<w:p><w:r><w:t>严守秘\u00AD密</w:t></w:r><w:docPr id=\"1\" descr=\"保密工作宣传画\"/>"
                            + "<w:r><w:instrText>QUOTE \"商业秘密保护办法\"</w:instrText></w:r></w:p>",
                        ("docProps/core.xml", "<c:coreProperties xmlns:c=\"urn:c\"><c:title>保密工作制度</c:title></c:coreProperties>")
                    )
                )
            ).HasText
        );

    private static byte[] Paper(string text) => Docx.Of($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
}
