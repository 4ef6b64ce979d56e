using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Attachments;

/// <summary>
/// The text of a .docx, .xlsx or .pptx: every part is read forward once, since a marking may be in a header, a text box, a note, a
/// comment, a deleted passage, a field, a property, a sheet's name, alternative text, or an embedded workbook.
/// </summary>
internal static partial class OpenXmlText
{
    // A chart's workbook inside a slide inside a paper; deeper nesting is refused.
    private const int Deepest = 3;

    private static readonly HashSet<string> Headers = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
    private static readonly HashSet<string> Texts = ["t", "delText", "v", "text", "instrText", "delInstrText", .. Headers];
    private static readonly HashSet<string> Lines = ["p", "si", "is", "c", "br", "cr", "pt", "text", "tc", "comment"];

    /// <summary>Attributes whose text is shown or read aloud.</summary>
    private static readonly HashSet<string> Shown =
    [
        "descr",
        "title",
        "alt",
        "instr",
        "displayText",
        "string",
        "prompt",
        "promptTitle",
        "error",
        "errorTitle",
        "tooltip",
    ];

    /// <summary>Elements whose name or value is shown or can be chosen: sheets, properties, form fields.</summary>
    private static readonly HashSet<string> Named =
    [
        "sheet",
        "definedName",
        "property",
        "ddList",
        "listEntry",
        "default",
        "tag",
        "alias",
        "docPart",
    ];

    /// <exception cref="FileRefused">
    /// The file exceeds the unpacking limit, cannot be read, or contains a part that runs, loads or sends something.
    /// </exception>
    public static void Read(Package package, AttachmentLines lines) => Read(package, lines, 1);

    private static void Read(Package package, AttachmentLines lines, int depth)
    {
        if (depth > Deepest)
            throw new FileRefused(RefusalReason.HoldsOtherFiles);
        package.CheckWhole();
        foreach (var part in package.Parts.Where(e => e.Length > 0))
        {
            if (OfficeParts.IsRelations(part))
                OfficeParts.CheckRelations(part, package.UnpackBudget);
            else if (OfficeParts.IsXml(part))
                ReadPart(part, package.UnpackBudget, lines);
            else
                ReadInner(part, package.UnpackBudget, lines, depth);
        }
    }

    private static void ReadPart(ZipArchiveEntry part, UnpackBudget unpackBudget, AttachmentLines lines)
    {
        var page = SlidePath().Match(part.FullName) is { Success: true } slide
            ? int.Parse(slide.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;
        var isProperties = part.FullName.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase);
        var (line, field) = (new StringBuilder(), new StringBuilder());
        using var xml = PartXml.Open(part, unpackBudget);
        string? within = null;
        while (xml.Next())
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                OfficeParts.CheckElement(part, xml);
                if (Lines.Contains(xml.LocalName) || isProperties)
                    Break();
                if (xml.LocalName is "tab")
                    line.Append('\t');
                else if (xml.LocalName is "sym")
                    line.Append(SymbolFont.Character(xml));
                else if (xml.LocalName is "fldChar")
                    EndField(xml.GetAttribute("fldCharType", xml.NamespaceURI));
                if ((Texts.Contains(xml.LocalName) || isProperties) && !xml.IsEmptyElement)
                    within = xml.LocalName;
                TakeAttributes();
            }
            else if (xml.NodeType is XmlNodeType.EndElement)
            {
                if (Lines.Contains(xml.LocalName))
                    Break();
                else if (xml.LocalName == within)
                {
                    if (Headers.Contains(within) || isProperties)
                        Break();
                    within = null;
                }
            }
            else if (
                within is not null
                && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
            )
            {
                Take(within is "instrText" or "delInstrText" ? field : line, isHeader: Headers.Contains(within!));
            }
        }
        Break();
        EndField(null);

        void Take(StringBuilder into, bool isHeader)
        {
            var piece = new char[1024];
            while (xml.ReadValueChunk(piece, 0, piece.Length) is > 0 and var read)
            {
                into.Append(isHeader ? HeaderCode().Replace(new string(piece, 0, read), "\t") : new string(piece, 0, read));
                if (line.Length > ReadingLimits.LongestLine)
                    Break();
                if (field.Length > ReadingLimits.LongestLine)
                    EndField(null);
            }
        }

        void TakeAttributes()
        {
            var element = xml.LocalName;
            while (xml.MoveToNextAttribute())
            {
                var isNamed = Named.Contains(element) && xml.LocalName is "name" or "val";
                if (isNamed || Shown.Contains(xml.LocalName))
                    lines.Take(xml.Value, page);
                if (xml.LocalName is "instr")
                    TakeField(xml.Value);
                // A custom property: its name is the label of the text that follows.
                if (element is "property" && xml.LocalName is "name")
                    line.Append(xml.Value).Append(':');
            }
            xml.MoveToElement();
        }

        void EndField(string? type)
        {
            if (type is "begin" || field.Length == 0)
                return;
            TakeField(field.ToString());
            field.Clear();
        }

        void TakeField(string code)
        {
            OfficeParts.CheckField(code);
            // The text of a field is in quotation marks by syntax, not as a quotation.
            foreach (var words in code.Split('"', '\u201C', '\u201D'))
                lines.Take(words, page);
        }

        void Break()
        {
            if (line.Length > 0)
                lines.Take(line.ToString(), page);
            line.Clear();
        }
    }

    /// <summary>Pictures and fonts are skipped, embedded documents are read, and parts that may contain a program are refused.</summary>
    private static void ReadInner(ZipArchiveEntry part, UnpackBudget unpackBudget, AttachmentLines lines, int depth)
    {
        var start = new byte[4];
        int read;
        using (var content = unpackBudget.Open(part))
            read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var head = start.AsSpan(0, read);
        if (head.StartsWith("MZ"u8) || head.StartsWith("\u007FELF"u8))
            throw new FileRefused(RefusalReason.IsProgram);
        OfficeParts.CheckInner(part);
        if (!head.StartsWith("PK"u8))
            return;
        if (!OfficeParts.IsPaper(part))
            throw new FileRefused(RefusalReason.HoldsOtherFiles);
        using var inner = new MemoryStream();
        using (var content = unpackBudget.Open(part))
            content.CopyTo(inner);
        inner.Position = 0;
        using var package = Package.Open(inner, unpackBudget);
        Read(package, lines, depth + 1);
    }

    [GeneratedRegex(@"^ppt/slides/slide(\d{1,6})\.xml$")]
    private static partial Regex SlidePath();

    /// <summary>The codes in a sheet's header for left, middle, right, font and size.</summary>
    [GeneratedRegex("""&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z])""")]
    private static partial Regex HeaderCode();
}
