using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Attachments;

/// <summary>
/// The parts and references allowed in an Office file: pictures and documents inside it, and hyperlinks that a person clicks.
/// </summary>
internal static partial class OfficeParts
{
    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".emf",
        ".wmf",
        ".svg",
        ".wdp",
        ".jfif",
    };

    private static readonly HashSet<string> Sounds = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp3",
        ".mp4",
        ".m4a",
        ".m4v",
        ".wav",
        ".wmv",
        ".wma",
        ".mov",
        ".avi",
    };

    private static readonly HashSet<string> Fonts = new(StringComparer.OrdinalIgnoreCase) { ".odttf", ".fntdata", ".ttf" };
    private static readonly HashSet<string> Papers = new(StringComparer.OrdinalIgnoreCase) { ".docx", ".xlsx", ".pptx" };

    private static readonly string[] Hyperlinks = ["http", "https", "mailto"];

    /// <summary>By the last word of a relation's type.</summary>
    private static readonly Dictionary<string, ForbiddenPart> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["oleObject"] = ForbiddenPart.EmbeddedObject,
        ["control"] = ForbiddenPart.ActiveX,
        ["activeXControlBinary"] = ForbiddenPart.ActiveX,
        ["frame"] = ForbiddenPart.Frame,
        ["aFChunk"] = ForbiddenPart.AlternativeFormat,
        ["subDocument"] = ForbiddenPart.Subdocument,
        ["attachedTemplate"] = ForbiddenPart.AttachedTemplate,
        ["externalLink"] = ForbiddenPart.LinkedWorkbook,
        ["externalLinkPath"] = ForbiddenPart.LinkedWorkbook,
    };

    private static readonly Dictionary<string, ForbiddenPart> ExternalRelations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["oleObject"] = ForbiddenPart.LinkedObject,
        ["package"] = ForbiddenPart.LinkedObject,
        ["image"] = ForbiddenPart.LinkedPicture,
        ["video"] = ForbiddenPart.LinkedMedia,
        ["audio"] = ForbiddenPart.LinkedMedia,
        ["media"] = ForbiddenPart.LinkedMedia,
    };

    public static bool IsXml(ZipArchiveEntry part) => Ends(part, ".xml") || Ends(part, ".vml");

    public static bool IsRelations(ZipArchiveEntry part) => Ends(part, ".rels");

    public static bool IsPaper(ZipArchiveEntry part) => Papers.Contains(Path.GetExtension(part.Name));

    /// <summary>A template, picture or frame loaded from elsewhere reveals who reads the document, or may bring macros.</summary>
    public static void CheckRelations(ZipArchiveEntry part, UnpackBudget unpackBudget)
    {
        using var xml = PartXml.Open(part, unpackBudget);
        while (xml.Next())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                continue;
            var type = (xml.GetAttribute("Type") ?? "").Split('/')[^1];
            var isExternal = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var target = xml.GetAttribute("Target") ?? "";
            if (isExternal && ExternalRelations.TryGetValue(type, out var external))
                throw new FileRefused(external);
            if (Relations.TryGetValue(type, out var forbidden))
                throw new FileRefused(forbidden);
            if (IsFile(target))
                throw new FileRefused(ForbiddenPart.FileLink);
            if (isExternal && !IsHyperlink(type, target))
                throw new FileRefused(ForbiddenPart.ExternalRelation);
        }
    }

    /// <summary>Checks the content of a part itself.</summary>
    public static void CheckElement(ZipArchiveEntry part, XmlReader element)
    {
        if (element.LocalName is "altChunk")
            throw new FileRefused(ForbiddenPart.AlternativeFormat);
        if (element.LocalName is "subDoc")
            throw new FileRefused(ForbiddenPart.Subdocument);
        if (element.LocalName is "ddeLink" or "oleLink" or "externalBook")
            throw new FileRefused(ForbiddenPart.LinkedWorkbook);
        if (element.LocalName is "ocx")
            throw new FileRefused(ForbiddenPart.ActiveX);
        if (element.LocalName is "attachedSchema" || (IsCustomXml(part) && HasSchemaLocation(element)))
            throw new FileRefused(ForbiddenPart.SchemaLocation);
        if (element.LocalName is "schema" && element.GetAttribute("schemaLocation", element.NamespaceURI) is not null)
            throw new FileRefused(ForbiddenPart.SchemaLocation);
    }

    /// <summary>A field that loads something or starts a program.</summary>
    public static void CheckField(string code)
    {
        if (Fetching().IsMatch(code))
            throw new FileRefused(ForbiddenPart.FetchingField);
    }

    /// <summary>A part that is not XML.</summary>
    public static void CheckInner(ZipArchiveEntry part)
    {
        var ending = Path.GetExtension(part.Name);
        var isPrinter = part.FullName.Contains("printerSettings", StringComparison.OrdinalIgnoreCase);
        if (Ends(part, ".bin") && part.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase))
            throw new FileRefused(ForbiddenPart.ActiveX);
        if (Ends(part, ".bin") && !isPrinter)
            throw new FileRefused(ForbiddenPart.EmbeddedObject);
        if (!isPrinter && !Pictures.Contains(ending) && !Sounds.Contains(ending) && !Fonts.Contains(ending) && !IsPaper(part))
            throw new FileRefused(ForbiddenPart.UnknownPart);
    }

    private static bool IsHyperlink(string type, string target) =>
        type.Equals("hyperlink", StringComparison.OrdinalIgnoreCase)
        && Scheme().Match(target) is { Success: true } scheme
        && Hyperlinks.Contains(scheme.Groups[1].Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>A path on a computer or server: opening it may send the user's name and password hash there.</summary>
    private static bool IsFile(string target) =>
        target.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith(@"\\", StringComparison.Ordinal)
        || target.StartsWith("//", StringComparison.Ordinal)
        || Drive().IsMatch(target);

    private static bool IsCustomXml(ZipArchiveEntry part) => part.FullName.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase);

    private static bool HasSchemaLocation(XmlReader element)
    {
        var found = false;
        while (element.MoveToNextAttribute())
            found |= element.LocalName is "schemaLocation" or "noNamespaceSchemaLocation";
        element.MoveToElement();
        return found;
    }

    private static bool Ends(ZipArchiveEntry part, string ending) => part.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*([A-Za-z][A-Za-z0-9+.-]+):")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[A-Za-z]:[\\/]")]
    private static partial Regex Drive();

    [GeneratedRegex(@"(?:^|[\s{])(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|RD)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();
}
