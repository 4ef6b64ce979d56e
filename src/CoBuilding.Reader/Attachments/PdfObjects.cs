using System.Xml;
using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace CoBuilding.Reader.Attachments;

/// <summary>
/// Checks every object of a PDF, since an action may belong to a page, a field, a bookmark or the document itself, and text may be in a
/// title, a comment or a field.
/// </summary>
internal sealed class PdfObjects(PdfDocument pdf, PdfLimits limits, AttachmentLines lines)
{
    private const int DeepestToken = 64;

    private static readonly Dictionary<string, ForbiddenPart> Actions = new()
    {
        ["JavaScript"] = ForbiddenPart.Script,
        ["Launch"] = ForbiddenPart.LaunchAction,
        ["SubmitForm"] = ForbiddenPart.SubmitFormAction,
        ["ImportData"] = ForbiddenPart.ImportDataAction,
        ["GoToR"] = ForbiddenPart.OtherFileAction,
        ["GoToE"] = ForbiddenPart.OtherFileAction,
        ["RichMediaExecute"] = ForbiddenPart.RichMedia,
    };

    private static readonly Dictionary<string, ForbiddenPart> Keys = new()
    {
        ["JS"] = ForbiddenPart.Script,
        ["EF"] = ForbiddenPart.EmbeddedFile,
        ["XFA"] = ForbiddenPart.XfaForm,
        ["RichMediaContent"] = ForbiddenPart.RichMedia,
        ["RichMediaSettings"] = ForbiddenPart.RichMedia,
    };

    private static readonly Dictionary<string, ForbiddenPart> Types = new()
    {
        ["EmbeddedFile"] = ForbiddenPart.EmbeddedFile,
        ["RichMedia"] = ForbiddenPart.RichMedia,
        ["FileAttachment"] = ForbiddenPart.EmbeddedFile,
        ["3D"] = ForbiddenPart.RichMedia,
        ["Movie"] = ForbiddenPart.RichMedia,
        ["Screen"] = ForbiddenPart.RichMedia,
    };

    public void Read()
    {
        foreach (var reference in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.ToList())
        {
            limits.Check();
            if (Resolve(reference) is { } token)
                Read(token, 0);
        }
        CheckPageTree();
    }

    /// <summary>An object may be a reference to another one.</summary>
    private IToken? Resolve(IndirectReference reference)
    {
        for (var steps = 0; steps < ReadingLimits.DeepestObject; steps++)
        {
            var token = pdf.Structure.GetObject(reference)?.Data;
            if (token is not IndirectReferenceToken other)
                return token;
            reference = other.Data;
        }
        throw new FileRefused(RefusalReason.TooMuchToRead);
    }

    /// <summary>Level by level; a page group that occurs twice or contains itself is refused.</summary>
    private void CheckPageTree()
    {
        HashSet<IndirectReference> seen = [];
        var level = References(pdf.Structure.Catalog.CatalogDictionary, "Pages");
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth > ReadingLimits.DeepestObject || !level.All(seen.Add))
                throw new FileRefused(RefusalReason.TooMuchToRead);
            level = [.. level.Select(Resolve).OfType<DictionaryToken>().SelectMany(pages => References(pages, "Kids"))];
        }
    }

    private List<IndirectReference> References(DictionaryToken dictionary, string key) =>
        !dictionary.Data.TryGetValue(key, out var value) ? []
        : value is ArrayToken kids ? [.. kids.Data.OfType<IndirectReferenceToken>().Select(k => k.Data)]
        : value is not IndirectReferenceToken { Data: var reference } ? []
        : Resolve(reference) is ArrayToken others ? [.. others.Data.OfType<IndirectReferenceToken>().Select(k => k.Data)]
        : [reference];

    private void Read(IToken token, int depth)
    {
        if (depth > DeepestToken)
            throw new FileRefused(RefusalReason.TooMuchToRead);
        switch (token)
        {
            case StreamToken stream:
                Read(stream.StreamDictionary, depth + 1);
                if (Name(stream.StreamDictionary, "Type") == "Metadata")
                    ReadMetadata(stream);
                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    Read(item, depth + 1);
                break;
            case DictionaryToken dictionary:
                Check(dictionary);
                foreach (var item in dictionary.Data.Values)
                    Read(item, depth + 1);
                break;
            default:
                if (PdfString.Of(token) is { } text)
                    lines.Take(text);
                break;
        }
    }

    private static void Check(DictionaryToken dictionary)
    {
        foreach (var key in dictionary.Data.Keys)
            if (Keys.TryGetValue(key, out var part))
                throw new FileRefused(part);
        if (Actions.TryGetValue(Name(dictionary, "S"), out var action))
            throw new FileRefused(action);
        if (Types.TryGetValue(Name(dictionary, "Type"), out var type) || Types.TryGetValue(Name(dictionary, "Subtype"), out type))
            throw new FileRefused(type);
        if (
            dictionary.Data.TryGetValue("URI", out var address)
            && address is StringToken { Data: var target }
            && target.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        )
            throw new FileRefused(ForbiddenPart.FileLink);
    }

    /// <summary>Titles and keywords in XML metadata.</summary>
    private void ReadMetadata(StreamToken stream)
    {
        try
        {
            using var xml = PartXml.Open(new MemoryStream(stream.Decode(new PdfFilters(limits)).ToArray(), writable: false));
            while (xml.Next())
            {
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                    lines.Take(xml.Value);
                while (xml.MoveToNextAttribute())
                    lines.Take(xml.Value);
                xml.MoveToElement();
            }
        }
        catch (XmlException)
        {
            // Not readable as metadata; ignored.
        }
    }

    private static string Name(DictionaryToken dictionary, string key) =>
        dictionary.Data.TryGetValue(key, out var value) && value is NameToken name ? name.Data : "";
}
