using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Reader.Protocol;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Documents.Files;

/// <summary>What an attachment may consist of: nothing in it runs, fetches or sends, and a refusal names what it found.</summary>
public class ForbiddenPartsTests
{
    private const string Custom = "customXml/item1.xml",
        Settings = "word/settings.xml";

    public static TheoryData<string, ForbiddenPart, byte[]> Papers =>
        new()
        {
            {
                "a template elsewhere",
                ForbiddenPart.AttachedTemplate,
                Docx.WithRelation("attachedTemplate", "https://example.org/a.dotm", true)
            },
            { "a template on a server", ForbiddenPart.AttachedTemplate, Docx.WithRelation("attachedTemplate", @"\\server\a.dotm", true) },
            { "a picture elsewhere", ForbiddenPart.LinkedPicture, Docx.WithRelation("image", "https://example.org/a.png", true) },
            { "a film elsewhere", ForbiddenPart.LinkedMedia, Docx.WithRelation("video", "https://example.org/a.mp4", true) },
            { "an object elsewhere", ForbiddenPart.LinkedObject, Docx.WithRelation("oleObject", "https://example.org/a.xls", true) },
            { "an object inside", ForbiddenPart.EmbeddedObject, Docx.WithRelation("oleObject", "embeddings/a.dat", false) },
            { "an object's bytes", ForbiddenPart.EmbeddedObject, Docx.Of("<w:p/>", ("word/embeddings/oleObject1.bin", "x")) },
            { "a control", ForbiddenPart.ActiveX, Docx.WithRelation("control", "activeX/activeX1.xml", false) },
            { "a control's bytes", ForbiddenPart.ActiveX, Docx.Of("<w:p/>", ("word/activeX/activeX1.bin", "x")) },
            {
                "a control's part",
                ForbiddenPart.ActiveX,
                Docx.Of("<w:p/>", ("word/activeX/activeX1.xml", "<ax:ocx xmlns:ax=\"urn:ax\"/>"))
            },
            { "a frame", ForbiddenPart.Frame, Docx.WithRelation("frame", "https://example.org/", true) },
            { "another format", ForbiddenPart.AlternativeFormat, Docx.WithRelation("aFChunk", "a.htm", false) },
            { "another format in the text", ForbiddenPart.AlternativeFormat, Docx.Of("<w:altChunk/>") },
            { "a subdocument", ForbiddenPart.Subdocument, Docx.WithRelation("subDocument", "a.docx", true) },
            { "a subdocument in the text", ForbiddenPart.Subdocument, Docx.Of("<w:subDoc/>") },
            {
                "a schema elsewhere",
                ForbiddenPart.SchemaLocation,
                Docx.Of(
                    "<w:p/>",
                    (Custom, "<a xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\" x:schemaLocation=\"u http://example.org/a.xsd\"/>")
                )
            },
            {
                "a schema of the settings",
                ForbiddenPart.SchemaLocation,
                Docx.Of("<w:p/>", (Settings, "<w:settings xmlns:w=\"urn:w\"><w:attachedSchema w:val=\"urn:a\"/></w:settings>"))
            },
            {
                "a schema's place",
                ForbiddenPart.SchemaLocation,
                Docx.Of("<w:p/>", (Settings, "<s:schemaLibrary xmlns:s=\"urn:s\"><s:schema s:schemaLocation=\"a.xsd\"/></s:schemaLibrary>"))
            },
            {
                "a field that starts a program",
                ForbiddenPart.FetchingField,
                Docx.Of("<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe \"/k\"</w:instrText></w:r></w:p>")
            },
            {
                "a field in pieces",
                ForbiddenPart.FetchingField,
                Docx.Of(
                    "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r>"
                        + "<w:r><w:instrText>PICTURE \"https://example.org/a.png\"</w:instrText></w:r></w:p>"
                )
            },
            {
                "a simple field",
                ForbiddenPart.FetchingField,
                Docx.Of("<w:p><w:fldSimple w:instr=\" INCLUDETEXT &quot;https://example.org/a.docx&quot; \"/></w:p>")
            },
            { "a link to a server's file", ForbiddenPart.FileLink, Docx.WithRelation("hyperlink", @"\\server\share\a.docx", true) },
            { "a link to a file", ForbiddenPart.FileLink, Docx.WithRelation("hyperlink", "file:///C:/a.docx", true) },
            { "a link to a path", ForbiddenPart.FileLink, Docx.WithRelation("hyperlink", @"D:\a.docx", true) },
            {
                "a link of another kind",
                ForbiddenPart.ExternalRelation,
                Docx.WithRelation("hyperlink", "ms-word:ofe|u|https://example.org/a.docx", true)
            },
            {
                "a relation that nobody knows",
                ForbiddenPart.ExternalRelation,
                Docx.WithRelation("somethingNew", "https://example.org/", true)
            },
            { "a part that nobody knows", ForbiddenPart.UnknownPart, Docx.Of("<w:p/>", ("word/media/a.hta", "x")) },
        };

    public static TheoryData<string, ForbiddenPart, byte[]> Workbooks =>
        new()
        {
            {
                "another workbook",
                ForbiddenPart.LinkedWorkbook,
                WorkbookBytes.Of("", ("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>"))
            },
            {
                "a program's data",
                ForbiddenPart.LinkedWorkbook,
                WorkbookBytes.Of(
                    "",
                    ("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/k\"/></externalLink>")
                )
            },
            {
                "another workbook's place",
                ForbiddenPart.LinkedWorkbook,
                WorkbookBytes.Of(
                    "",
                    (
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"x/externalLinkPath\" Target=\"https://example.org/a.xlsx\" "
                            + "TargetMode=\"External\"/></Relationships>"
                    )
                )
            },
        };

    public static TheoryData<string, ForbiddenPart, string> Actions =>
        new()
        {
            { "a script", ForbiddenPart.Script, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>" },
            { "a program", ForbiddenPart.LaunchAction, "/AA << /WC << /S /Launch /F (cmd.exe) >> >>" },
            { "sending a form", ForbiddenPart.SubmitFormAction, "/OpenAction << /S /SubmitForm /F (http://example.org) >>" },
            { "importing", ForbiddenPart.ImportDataAction, "/OpenAction << /S /ImportData /F (a.fdf) >>" },
            { "another file", ForbiddenPart.OtherFileAction, "/OpenAction << /S /GoToR /F (a.pdf) /D [0 /Fit] >>" },
            { "an embedded file", ForbiddenPart.OtherFileAction, "/OpenAction << /S /GoToE /T << /R /C >> >>" },
            { "a dynamic form", ForbiddenPart.XfaForm, "/AcroForm << /XFA 4 0 R >>" },
            { "multimedia", ForbiddenPart.RichMedia, "/Some << /Type /Annot /Subtype /RichMedia >>" },
            {
                "an attached file",
                ForbiddenPart.EmbeddedFile,
                "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << /F 4 0 R >> >>] >> >>"
            },
            { "a link to a file", ForbiddenPart.FileLink, "/OpenAction << /S /URI /URI (file:///etc/passwd) >>" },
        };

    [Theory]
    [MemberData(nameof(Papers))]
    public Task A_paper_that_runs_fetches_or_sends_is_refused_by_what_it_holds(string what, ForbiddenPart part, byte[] file) =>
        RefusedAsync(what, part, "a.docx", file);

    [Theory]
    [MemberData(nameof(Workbooks))]
    public Task A_workbook_is_refused_likewise(string what, ForbiddenPart part, byte[] file) => RefusedAsync(what, part, "a.xlsx", file);

    [Theory]
    [MemberData(nameof(Actions))]
    public Task A_printed_paper_is_refused_likewise(string what, ForbiddenPart part, string catalog) =>
        RefusedAsync(what, part, "a.pdf", Pdf.Of(catalog, ["文"]));

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("mailto:a@example.org")]
    public async Task A_hyperlink_that_a_person_clicks_is_kept(string target) =>
        Assert.Equal("a.docx", (await TestReader.FileAsync("a.docx", Docx.WithRelation("hyperlink", target, true))).Name);

    [Fact]
    public async Task What_offices_put_into_papers_is_kept()
    {
        var paper = Docx.Of(
            "<w:p><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>"
                + "<w:r><w:instrText>HYPERLINK \"https://example.org\"</w:instrText></w:r></w:p>",
            ("word/media/image1.png", new byte[20]),
            ("word/fonts/font1.odttf", "x"),
            ("xl/printerSettings/printerSettings1.bin", "x"),
            ("word/media/film.mp4", "x"),
            (Custom, "<b:Sources xmlns:b=\"urn:b\"/>"),
            (
                "customXml/itemProps1.xml",
                "<ds:datastoreItem xmlns:ds=\"urn:ds\">"
                    + "<ds:schemaRefs><ds:schemaRef ds:uri=\"urn:b\"/></ds:schemaRefs></ds:datastoreItem>"
            ),
            ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", WorkbookBytes.OfRows(["甲"]))
        );
        Assert.True((await TestReader.FileAsync("a.docx", paper)).HasText);
    }

    [Fact]
    public void Each_part_has_words_of_its_own_in_both_languages()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Assert.Equal([], Enum.GetValues<ForbiddenPart>().Where(p => Wording.Find("Files.HoldsForbiddenPart_" + p) is null));
        }
    }

    private static async Task RefusedAsync(string what, ForbiddenPart part, string name, byte[] file)
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => TestReader.FileAsync(name, file));
        Assert.Equal((what, "Files.HoldsForbiddenPart_" + part), (what, refusal.Key));
    }
}
