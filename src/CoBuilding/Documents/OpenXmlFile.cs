using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace CoBuilding.Documents;

/// <summary>Common file handling of workbooks and papers: deterministic bytes, and texts that are valid in XML.</summary>
internal static class OpenXmlFile
{
    private static readonly DateTimeOffset FixedTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Custom document properties, since the library's would contain the current time.</summary>
    public static void Describe(CoreFilePropertiesPart core)
    {
        using var properties = new StreamWriter(core.GetStream(FileMode.Create), new UTF8Encoding(false));
        properties.Write(CoreProperties);
    }

    /// <summary>The zip again, its entries sorted and at one fixed time: a package carries the time at which it was written.</summary>
    public static byte[] Settle(MemoryStream package)
    {
        using var settled = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(settled, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = FixedTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return settled.ToArray();
    }

    /// <summary>XML does not allow control characters and unpaired surrogates.</summary>
    public static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var n = 0; n < text.Length; n++)
        {
            if (System.Xml.XmlConvert.IsXmlChar(text[n]))
                kept.Append(text[n]);
            else if (n + 1 < text.Length && char.IsSurrogatePair(text[n], text[n + 1]))
                kept.Append(text[n]).Append(text[++n]);
        }
        return kept.ToString();
    }

    private const string CoreProperties = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>CoBuilding</dc:creator></cp:coreProperties>
        """;
}
