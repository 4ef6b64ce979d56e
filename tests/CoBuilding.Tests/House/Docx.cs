using System.IO.Compression;
using System.Text;

namespace CoBuilding.Tests.House;

/// <summary>Papers and slides made by hand, part by part, so that they can be wrong in any way.</summary>
internal static class Docx
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="body">What stands within the body; the prefix is w.</param>
    /// <param name="more">Further parts; text or bytes.</param>
    public static byte[] Of(string body, params (string Path, object Content)[] more) =>
        Zip([
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\" xmlns:v=\"urn:v\"><w:body>{body}</w:body></w:document>"),
            .. more,
        ]);

    /// <summary>With all that a program needs to open it.</summary>
    public static byte[] Openable(string body) =>
        Zip(
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + $"<Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>")
        );

    /// <summary>With one relation of the paper to something.</summary>
    public static byte[] WithRelation(string type, string target, bool isExternal) =>
        Of(
            "<w:p/>",
            (
                "word/_rels/document.xml.rels",
                $"<Relationships><Relationship Id=\"r1\" Type=\"{Relations}/{type}\" Target=\"{target}\""
                    + $"{(isExternal ? " TargetMode=\"External\"" : "")}/></Relationships>"
            )
        );

    public static byte[] Pptx(params (string Path, object Content)[] more) => Zip([("ppt/presentation.xml", "<p/>"), .. more]);

    public static byte[] Zip(params (string Path, object Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in parts)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        return file.ToArray();
    }
}
