using System.IO.Compression;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Packages;

/// <summary>A zipped Office file. Only requested parts are unpacked, within a budget.</summary>
internal sealed class Package : IDisposable
{
    // Repetitive sheets reach a ratio of about 60; zip bombs about 1,000.
    private const int MostRatio = 200;
    private const int AlwaysFine = 1024 * 1024;
    private const int MostParts = 5_000;

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private Package(Stream file, UnpackBudget unpackBudget)
    {
        (zip, UnpackBudget) = (new ZipArchive(file, ZipArchiveMode.Read), unpackBudget);
        foreach (var part in zip.Entries.Take(MostParts))
            parts.TryAdd(part.FullName.Replace('\\', '/'), part);
    }

    public UnpackBudget UnpackBudget { get; }
    public IReadOnlyList<ZipArchiveEntry> Parts => zip.Entries;

    /// <summary>The kind of attachment, by its main part; null if none.</summary>
    public ReadingKind? Kind =>
        Find("word/document.xml") is not null ? ReadingKind.Word
        : Find("xl/workbook.xml") is not null ? ReadingKind.Workbook
        : Find("ppt/presentation.xml") is not null ? ReadingKind.Slides
        : null;

    /// <exception cref="InvalidDataException">It is no package.</exception>
    public static Package Open(Stream file, UnpackBudget unpackBudget) => new(file, unpackBudget);

    /// <summary>Part names are case-insensitive.</summary>
    public ZipArchiveEntry? Find(string path) => parts.GetValueOrDefault(path);

    /// <exception cref="FileRefused">It exceeds the unpacking limit, or has a password or macros.</exception>
    public void CheckWhole()
    {
        if (
            zip.Entries.Count > MostParts
            || zip.Entries.Sum(e => e.Length) > ReadingLimits.MostUnpacked
            || zip.Entries.Any(e => e.Length > AlwaysFine && e.Length / Math.Max(1, e.CompressedLength) > MostRatio)
        )
            throw UnpackBudget.Blown();
        if (zip.Entries.Any(e => e.IsEncrypted))
            throw new FileRefused(RefusalReason.Encrypted);
        if (HasMacros())
            throw new FileRefused(RefusalReason.HasMacros);
    }

    private bool HasMacros()
    {
        if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return true;
        if (Find("[Content_Types].xml") is not { } part)
            return false;
        using var types = PartXml.Open(part, UnpackBudget);
        while (types.Next())
            if (types.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) is true)
                return true;
        return false;
    }

    /// <summary>The path of a relation's target, relative to the part that has the relation.</summary>
    public static string Resolve(string from, string target)
    {
        List<string> path = target.StartsWith('/') ? [] : [.. from.Split('/')[..^1]];
        foreach (var step in target.Split('/', '\\'))
        {
            if (step is "..")
                path = path.Count > 0 ? path[..^1] : path;
            else if (step is not ("" or "."))
                path.Add(step);
        }
        return string.Join('/', path);
    }

    public void Dispose() => zip.Dispose();
}
