using System.IO.Compression;
using System.Xml;

namespace CoBuilding.Documents;

/// <summary>What is asked of a zipped Office file before any part of it is opened, and how its parts are read.</summary>
internal static class Packed
{
    public const int MostUnpacked = 100 * 1024 * 1024;

    // Repetitive sheets reach about 60; files made to burst, 1,000.
    private const int MostRatio = 200;
    private const int AlwaysFine = 1024 * 1024;
    private const int MostEntries = 5_000;

    public static bool Bursts(ZipArchive package) =>
        package.Entries.Count > MostEntries || package.Entries.Sum(e => e.Length) > MostUnpacked
        || package.Entries.Any(e => e.Length > AlwaysFine && e.Length / Math.Max(1, e.CompressedLength) > MostRatio);

    public static bool HasMacros(ZipArchive package, Budget budget)
    {
        if (package.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return true;
        if (package.GetEntry("[Content_Types].xml") is not { } part) return false;
        using var types = Read(part, budget);
        while (types.Read())
            if (types.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) is true) return true;
        return false;
    }

    public static XmlReader Read(ZipArchiveEntry part, Budget budget) =>
        XmlReader.Create(budget.Open(part), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
        });
}
