using System.IO.Compression;
using System.Xml;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Packages;

/// <summary>A part of a package as XML, read forward once: document types, deep nesting and too many names are refused.</summary>
internal static class PartXml
{
    public static XmlReader Open(ZipArchiveEntry part, UnpackBudget unpackBudget) => Open(unpackBudget.Open(part));

    public static XmlReader Open(Stream content) =>
        XmlReader.Create(
            content,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreWhitespace = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
                NameTable = new BoundedNames(),
            }
        );

    /// <summary>Moves to the next node.</summary>
    /// <exception cref="FileRefused">It is nested too deeply.</exception>
    public static bool Next(this XmlReader xml)
    {
        if (xml.Depth > ReadingLimits.DeepestElement)
            throw new FileRefused(RefusalReason.TooMuchToRead);
        return xml.Read();
    }

    private sealed class BoundedNames : NameTable
    {
        private int names;

        public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

        private string Counted(string name) =>
            ++names > ReadingLimits.MostNames ? throw new FileRefused(RefusalReason.TooMuchToRead) : name;
    }
}
