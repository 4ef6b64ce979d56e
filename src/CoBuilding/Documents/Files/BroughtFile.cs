using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CoBuilding.Documents.Files;

/// <summary>
/// A file that somebody brings to be kept. There is no way to have one but <see cref="Read"/>, so whoever holds one holds a file whose content is what
/// its name says, in which nothing runs, and whose text bears no marking of a secret.
/// </summary>
public sealed class BroughtFile
{
    /// <summary>A paper with pictures has a few megabytes. It travels through the circuit and is read as a whole, so more would weigh on everybody.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private BroughtFile(string name, FileKind kind, byte[] bytes, bool hasText) =>
        (Name, Kind, Bytes, HasText, Sha256) = (name, kind, bytes, hasText, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>As computers of all makes take it, with the ending of its kind.</summary>
    public string Name { get; }
    public FileKind Kind { get; }
    public int Size => Bytes.Length;
    public string Sha256 { get; }

    /// <summary>False for pictures and scans: nobody but a person can look whether they bear a marking.</summary>
    public bool HasText { get; }
    internal byte[] Bytes { get; }

    /// <summary>Looks through a file; takes up to half a minute for one that is made to be read slowly.</summary>
    /// <param name="name">As its owner calls it.</param>
    /// <exception cref="Data.RuleBroken">It is not kept, and why.</exception>
    public static BroughtFile Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0) throw FilesRules.Empty();
        if (bytes.Length > MostBytes) throw FilesRules.TooLarge(MostBytes / 1024 / 1024);
        if (Starts(bytes, "MZ"u8) || Starts(bytes, [0x7F, (byte)'E', (byte)'L', (byte)'F'])) throw FilesRules.IsProgram();
        if (Starts(bytes, [0xD0, 0xCF, 0x11, 0xE0])) throw bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? FilesRules.Encrypted() : FilesRules.OldOffice();
        if (FileKinds.ByName(name) is not { } kind || KindOf(bytes) is not { } found) throw FilesRules.KindNotTaken(FileKinds.Accepted.Replace(",", " ", StringComparison.Ordinal));
        if (found != kind) throw FilesRules.OtherThanItsName(kind.Ending(), found.Ending());

        var stem = Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]);
        if (Markings.Find(stem) is { } mark) throw FilesRules.Marked(mark);
        var text = FileText.Read(kind, bytes);
        var kept = FileNames.Of(stem, kind.Ending());
        return new(kept.Length > kind.Ending().Length ? kept : "file" + kind.Ending(), kind, bytes, text.HasText);
    }

    /// <summary>What the bytes are, whatever they are called.</summary>
    private static FileKind? KindOf(byte[] bytes)
    {
        if (Starts(bytes, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (Starts(bytes, [0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (Starts(bytes, "PK"u8)) return PackageKind(bytes);
        // Some scanners write a few bytes before the header; readers look for it in the first kilobyte.
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        return PlainText.Read(bytes) is null ? null : FileKind.Text;
    }

    private static FileKind? PackageKind(byte[] bytes)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return package.GetEntry("word/document.xml") is not null ? FileKind.Word
                : package.GetEntry("xl/workbook.xml") is not null ? FileKind.Workbook
                : package.GetEntry("ppt/presentation.xml") is not null ? FileKind.Slides : null;
        }
        catch (InvalidDataException)
        {
            throw FilesRules.Unreadable();
        }
    }

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);
}
