using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CoBuilding.Documents.Files;

/// <summary>
/// The text of a .docx, .xlsx or .pptx: every part is read forward once, since a marking may stand in a header, a text box, a note, a comment,
/// a deleted passage or a workbook inside the paper.
/// </summary>
internal static partial class OpenXmlText
{
    // A chart's workbook inside a slide inside a paper; deeper nests only what is to be hidden.
    private const int Deepest = 3;

    private static readonly HashSet<string> Texts = ["t", "delText", "v", .. Headers];
    private static string[] Headers => ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
    private static readonly HashSet<string> Lines = ["p", "si", "is", "c", "br", "cr"];

    public static void Read(byte[] file, FileText text)
    {
        try
        {
            Read(new MemoryStream(file, writable: false), new Budget(Packed.MostUnpacked, FilesRules.UnpacksTooLarge), text, 1);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or NotSupportedException)
        {
            throw FilesRules.Unreadable();
        }
    }

    private static void Read(Stream file, Budget budget, FileText text, int depth)
    {
        if (depth > Deepest) throw FilesRules.HoldsOtherFiles();
        using var package = new ZipArchive(file, ZipArchiveMode.Read);
        if (Packed.Bursts(package)) throw budget.Blown();
        if (package.Entries.Any(e => e.IsEncrypted)) throw FilesRules.Encrypted();
        if (Packed.HasMacros(package, budget)) throw FilesRules.HasMacros();
        foreach (var part in package.Entries.Where(e => e.Length > 0))
        {
            if (part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) ReadPart(part, budget, text);
            else if (part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) CheckRelations(part, budget);
            else ReadInner(part, budget, text, depth);
        }
    }

    private static void ReadPart(ZipArchiveEntry part, Budget budget, FileText text)
    {
        var page = SlidePath().Match(part.FullName) is { Success: true } slide ? int.Parse(slide.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
        var line = new StringBuilder();
        using var xml = Packed.Read(part, budget);
        string? within = null;
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                if (Lines.Contains(xml.LocalName)) Break();
                else if (xml.LocalName is "tab") line.Append('\t');
                else if (Texts.Contains(xml.LocalName) && !xml.IsEmptyElement) within = xml.LocalName;
                // The watermark that Word itself offers.
                else if (xml.LocalName is "textpath" && xml.GetAttribute("string") is { Length: > 0 } art) text.Take(Cut(art), page);
            }
            else if (xml.NodeType is XmlNodeType.EndElement)
            {
                if (Lines.Contains(xml.LocalName)) Break();
                else if (xml.LocalName == within)
                {
                    if (Headers.Contains(within)) Break();
                    within = null;
                }
            }
            else if (within is not null && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                Take(isHeader: Headers.Contains(within));
            }
        }
        Break();

        void Take(bool isHeader)
        {
            var piece = new char[1024];
            while (xml.ReadValueChunk(piece, 0, piece.Length) is > 0 and var read)
            {
                line.Append(isHeader ? HeaderCode().Replace(new string(piece, 0, read), "\t") : new string(piece, 0, read));
                if (line.Length > FileText.LongestLine) Break();
            }
        }

        void Break()
        {
            if (line.Length > 0) text.Take(line.ToString(), page);
            line.Clear();
        }
    }

    /// <summary>A template that is fetched from elsewhere brings its macros with it.</summary>
    private static void CheckRelations(ZipArchiveEntry part, Budget budget)
    {
        using var xml = Packed.Read(part, budget);
        while (xml.Read())
            if (xml.LocalName is "Relationship" && xml.GetAttribute("TargetMode") is "External" && xml.GetAttribute("Type")?.EndsWith("/attachedTemplate", StringComparison.Ordinal) is true
                && Uri.TryCreate(xml.GetAttribute("Target"), UriKind.Absolute, out var target) && target is not { IsFile: true, IsUnc: false })
                throw FilesRules.HasMacros();
    }

    /// <summary>Pictures and fonts are passed over, papers within the paper are read, and what may hold a program is not taken.</summary>
    private static void ReadInner(ZipArchiveEntry part, Budget budget, FileText text, int depth)
    {
        if (part.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && !part.FullName.Contains("printerSettings", StringComparison.OrdinalIgnoreCase)) throw FilesRules.HoldsOtherFiles();
        var start = new byte[2];
        using (var content = budget.Open(part))
            if (content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("MZ"u8)) throw FilesRules.IsProgram();
        if (!start.AsSpan().SequenceEqual("PK"u8)) return;
        if (FileKinds.ByName(part.Name) is null) throw FilesRules.HoldsOtherFiles();
        using var inner = new MemoryStream();
        using (var content = budget.Open(part)) content.CopyTo(inner);
        inner.Position = 0;
        Read(inner, budget, text, depth + 1);
    }

    private static string Cut(string art) => art.Length > FileText.LongestLine ? art[..FileText.LongestLine] : art;

    [GeneratedRegex(@"^ppt/slides/slide(\d{1,6})\.xml$")]
    private static partial Regex SlidePath();

    /// <summary>Where a sheet's header says left, middle, right, the font and its size.</summary>
    [GeneratedRegex("""&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z])""")]
    private static partial Regex HeaderCode();
}
