using System.IO.Compression;
using System.Text;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Documents.Files;

/// <summary>Uploaded files: accepted as their actual kind or refused with a message, within bounded memory and time.</summary>
public class CheckedUploadTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[40]];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Paragraph(params string[] runs) =>
        "<w:p>" + string.Concat(runs.Select(r => $"<w:r><w:t>{r}</w:t></w:r>")) + "</w:p>";

    private static async Task<string> RefusedAsync(string name, byte[] bytes)
    {
        if (await Record.ExceptionAsync(() => TestReader.FileAsync(name, bytes)) is not RuleBroken refusal)
            return "taken";
        Assert.StartsWith("Files.", refusal.Key, StringComparison.Ordinal);
        Assert.DoesNotContain('{', Wording.T(refusal.Key, [.. refusal.Args]));
        return refusal.Key["Files.".Length..];
    }

    [Fact]
    public async Task Each_kind_is_taken_by_its_content_and_its_text_is_seen()
    {
        foreach (
            var (name, bytes, kind, hasText) in new[]
            {
                ("章程.pdf", Pdf.Of("", ["章程", "第一条 总则"]), FileKind.Pdf, true),
                ("扫描.PDF", Pdf.Of("", []), FileKind.Pdf, false),
                ("章程.docx", Docx.Of(Paragraph("第一条", "总则")), FileKind.Word, true),
                ("图.docx", Docx.Of("<w:p/>"), FileKind.Word, false),
                ("名册.xlsx", WorkbookBytes.OfRows(["姓名", "单位"]), FileKind.Workbook, true),
                (
                    "汇报.pptx",
                    Docx.Zip(
                        ("ppt/presentation.xml", "<p/>"),
                        ("ppt/slides/slide1.xml", "<s xmlns:a=\"urn:a\"><a:p><a:t>工作汇报</a:t></a:p></s>")
                    ),
                    FileKind.Slides,
                    true
                ),
                ("说明.txt", Text("说明"), FileKind.Text, true),
                ("说明.txt", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("说明"), FileKind.Text, true),
                ("门头.png", Png, FileKind.Png, false),
                ("合影.jpg", Jpeg, FileKind.Jpeg, false),
                ("合影.JPEG", Jpeg, FileKind.Jpeg, false),
            }
        )
        {
            var file = await TestReader.FileAsync(name, bytes);
            Assert.Equal((kind, hasText, bytes.Length), (file.Kind, file.HasText, file.Size));
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.Sha256);
        }
    }

    [Fact]
    public void There_is_no_way_to_a_file_but_to_have_it_looked_through() => Assert.Empty(typeof(CheckedUpload).GetConstructors());

    [Theory]
    [InlineData(@"C:\我的文档\章程.docx", "章程.docx")]
    [InlineData("../../etc/章程.DOCX", "章程.docx")]
    [InlineData("章\u202Ecod.程<>:\"|?*.docx", "章cod.程.docx")]
    [InlineData("...docx", "file.docx")]
    [InlineData("  .docx", "file.docx")]
    public async Task A_name_is_cleaned_and_ends_as_its_kind_does(string name, string kept) =>
        Assert.Equal(kept, (await TestReader.FileAsync(name, Docx.Of(Paragraph("文")))).Name);

    [Fact]
    public async Task A_long_name_is_cut() =>
        Assert.InRange(
            Encoding.UTF8.GetByteCount((await TestReader.FileAsync(new string('长', 300) + ".docx", Docx.Of(Paragraph("文")))).Name),
            200,
            206
        );

    [Fact]
    public async Task What_is_not_kept_is_told_so()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        foreach (
            var (name, bytes, rule) in new[]
            {
                ("空.pdf", [], "Empty"),
                ("大.pdf", new byte[CheckedUpload.MostBytes + 1], "TooLarge"),
                ("程序.pdf", [.. "MZ"u8, .. new byte[90]], "IsProgram"),
                ("程序.txt", [0x7F, .. "ELF"u8, .. new byte[90]], "IsProgram"),
                ("旧.doc", old, "OldOffice"),
                ("改名.docx", old, "OldOffice"),
                ("加密.docx", [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "Encrypted"),
                ("压缩.zip", Docx.Zip(("a.txt", "a")), "KindNotTaken"),
                ("改名.docx", Docx.Zip(("a.txt", "a")), "KindNotTaken"),
                ("无后缀", Text("文"), "KindNotTaken"),
                ("脚本.html", Text("<html>"), "KindNotTaken"),
                ("改名.pdf", Text("这不是 PDF"), "OtherThanItsName"),
                ("改名.docx", Pdf.Of("", ["文"]), "OtherThanItsName"),
                ("改名.jpg", Png, "OtherThanItsName"),
                ("改名.xlsx", Docx.Of(Paragraph("文")), "OtherThanItsName"),
                ("二进制.txt", [1, 2, 3, 4], "KindNotTaken"),
                ("断.docx", Docx.Of(Paragraph("文"))[..80], "Unreadable"),
                ("断.pdf", "%PDF-1.7\n1 0 obj <<"u8.ToArray(), "Unreadable"),
                ("断.docx", Docx.Zip(("word/document.xml", "<w:p>")), "Unreadable"),
                ("实体.docx", Docx.Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")), "Unreadable"),
                ("宏.docx", Docx.Of(Paragraph("文"), ("word/vbaProject.bin", "x")), "HasMacros"),
                (
                    "宏.docx",
                    Docx.Zip(
                        (
                            "[Content_Types].xml",
                            "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"
                        ),
                        ("word/document.xml", "<a/>")
                    ),
                    "HasMacros"
                ),
                (
                    "模板.docx",
                    Docx.Of(Paragraph("文"), ("word/_rels/settings.xml.rels", Template("https://example.org/a.dotm"))),
                    "HoldsForbiddenPart_AttachedTemplate"
                ),
                ("对象.docx", Docx.Of(Paragraph("文"), ("word/embeddings/oleObject1.bin", "x")), "HoldsForbiddenPart_EmbeddedObject"),
                (
                    "附件.docx",
                    Docx.Zip(("word/document.xml", "<a/>"), ("word/media/a.dat", Docx.Zip(("a.txt", "a")))),
                    "HoldsForbiddenPart_UnknownPart"
                ),
                ("附件.docx", Docx.Zip(("word/document.xml", "<a/>"), ("word/media/a.png", Docx.Zip(("a.txt", "a")))), "HoldsOtherFiles"),
                ("附件.docx", Docx.Zip(("word/document.xml", "<a/>"), ("word/media/a.png", "MZ and so on")), "IsProgram"),
                ("脚本.pdf", Pdf.Of("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", ["文"]), "HoldsForbiddenPart_Script"),
                ("启动.pdf", Pdf.Of("/AA << /WC << /S /Launch /F (cmd.exe) >> >>", ["文"]), "HoldsForbiddenPart_LaunchAction"),
                (
                    "附件.pdf",
                    Pdf.Of(
                        "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>] >> >>",
                        ["文"]
                    ),
                    "HoldsForbiddenPart_EmbeddedFile"
                ),
            }
        )
            Assert.Equal((name, rule), (name, await RefusedAsync(name, bytes)));
        Assert.Equal(
            "HoldsForbiddenPart_AttachedTemplate",
            await RefusedAsync(
                "模板.docx",
                Docx.Of(Paragraph("文"), ("word/_rels/settings.xml.rels", Template("file:///C:/Users/Office/Normal.dotm")))
            )
        );

        static string Template(string target) =>
            "<Relationships><Relationship Id=\"r1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" "
            + $"Target=\"{target}\" TargetMode=\"External\"/></Relationships>";
    }

    [Fact]
    public async Task A_marking_is_found_wherever_it_stands()
    {
        List<string> passed = [];
        foreach (
            var (name, bytes) in new[]
            {
                ("机密★1年.txt", Text("文")),
                ("文.txt", Text("第一行\r\n　密级：秘密\r\n")),
                ("文.txt", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("机密★")),
                ("文.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("绝密")).ToArray()),
                ("正文.docx", Docx.Of(Paragraph("机", "密", "★", "1年"))),
                ("正文.docx", Docx.Of("<w:p><w:r><w:t>机密</w:t><w:tab/><w:t>特急</w:t></w:r></w:p>")),
                ("删除.docx", Docx.Of("<w:p><w:del><w:r><w:delText>机密★</w:delText></w:r></w:del></w:p>")),
                (
                    "水印.docx",
                    Docx.Of(
                        Paragraph("文"),
                        ("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\" xmlns:v=\"urn:v\"><v:textpath string=\"绝密\"/></w:hdr>")
                    )
                ),
                ("页眉.docx", Docx.Of(Paragraph("文"), ("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\">{Paragraph("秘　密")}</w:hdr>"))),
                ("批注.docx", Docx.Of(Paragraph("文"), ("word/comments.xml", $"<w:c xmlns:w=\"{Word}\">{Paragraph("密级：机密")}</w:c>"))),
                (
                    "内嵌.docx",
                    Docx.Zip(
                        ("word/document.xml", "<a/>"),
                        ("word/embeddings/Microsoft_Excel_Sheet.xlsx", WorkbookBytes.OfRows(["机密★1年"]))
                    )
                ),
                ("格.xlsx", WorkbookBytes.OfRows(["密级", "秘密"])),
                (
                    "页眉.xlsx",
                    WorkbookBytes.Of(
                        "",
                        (
                            "xl/worksheets/sheet2.xml",
                            "<worksheet><headerFooter><oddHeader>"
                                + "&amp;C&amp;\"黑体,常规\"&amp;16机密★3年&amp;R&amp;P</oddHeader></headerFooter></worksheet>"
                        )
                    )
                ),
                (
                    "文.pptx",
                    Docx.Zip(
                        ("ppt/presentation.xml", "<p/>"),
                        ("ppt/notesSlides/notesSlide1.xml", "<s xmlns:a=\"urn:a\"><a:p><a:t>绝密</a:t></a:p></s>")
                    )
                ),
                ("文.pdf", Pdf.Of("", ["机密★1年", "关于某事的通知"])),
                ("并列.pdf", Pdf.Of("", ["机密\t大工委〔2026〕3号"])),
                ("疏.pdf", Pdf.Of("", ["关于"], ["秘\t密"])),
            }
        )
            if (!(await RefusedAsync(name, bytes)).StartsWith("Marked", StringComparison.Ordinal))
                passed.Add(name);
        Assert.Equal([], passed);
        var second = await Assert.ThrowsAsync<RuleBroken>(() => TestReader.FileAsync("文.pdf", Pdf.Of("", ["关于"], ["秘密"])));
        Assert.Equal(["秘密", 2], second.Args);
        await TestReader.FileAsync("保密制度.pdf", Pdf.Of("", ["保密工作制度", "国家秘密分为绝密、机密、秘密三级。"]));
        await TestReader.FileAsync("保密制度.docx", Docx.Of(Paragraph("保密工作制度") + Paragraph("严守秘密")));
    }

    [Fact]
    public async Task What_is_made_to_burst_is_refused()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("word/document.xml").Open().Dispose();
            using var part = zip.CreateEntry("word/header1.xml").Open();
            for (var n = 0; n < 200; n++)
                part.Write(new byte[1024 * 1024]);
        }
        // Each drawing draws the next one twice: a billion in all.
        var nested = Enumerable
            .Range(0, 30)
            .Select(n =>
                Pdf.Stream(
                    $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N {101 + n} 0 R >> >>",
                    n == 29 ? [] : "/N Do /N Do"u8.ToArray()
                )
            )
            .ToArray();
        var flat = Pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", Pdf.Deflated(600L * 1024 * 1024));
        var deep = Pdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", Encoding.ASCII.GetBytes(new string('[', 400_000)));
        Assert.Equal("UnpacksTooLarge", await RefusedAsync("炸.docx", bomb.ToArray()));
        Assert.Equal("TooMuchToRead", await RefusedAsync("炸.pdf", Pdf.OfContents("", "", ["/X0 Do"], nested)));
        Assert.Equal("UnpacksTooLarge", await RefusedAsync("炸.pdf", Pdf.OfContents("", "", ["/X0 Do"], flat)));
        Assert.Equal("TooMuchToRead", await RefusedAsync("短行.txt", Text(string.Concat(Enumerable.Repeat("文\n", 1_000_001)))));
        Assert.Equal("TooMuchToRead", await RefusedAsync("厚.pdf", Pdf.Of("", [.. Enumerable.Repeat(Array.Empty<string>(), 2_001)])));
        Assert.NotEqual("", await RefusedAsync("深.pdf", Pdf.OfContents("", "", ["/X0 Do"], deep)));
    }
}
