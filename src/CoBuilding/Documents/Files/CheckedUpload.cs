using System.Security.Cryptography;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents.Files;

/// <summary>
/// A file that somebody brings to be kept. There is no way to have one but <see cref="ReadAsync"/>, so whoever holds one holds a file whose
/// content is what its name says, in which nothing runs, and whose text bears no marking of a secret.
/// </summary>
public sealed class CheckedUpload
{
    /// <summary>
    /// A paper with pictures has a few megabytes. It travels through the circuit and is read as a whole, so more would weigh on everybody.
    /// </summary>
    public const int MostBytes = ReadingLimits.MostBytes;

    private const int StartLength = 8;

    private CheckedUpload(string name, FileKind kind, byte[] bytes, bool hasText) =>
        (Name, Kind, Bytes, HasText, Sha256) = (name, kind, bytes, hasText, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>As computers of all makes take it, with the ending of its kind.</summary>
    public string Name { get; }
    public FileKind Kind { get; }
    public int Size => Bytes.Length;
    public string Sha256 { get; }

    /// <summary>False for pictures and scans: nobody but a person can look whether they bear a marking.</summary>
    public bool HasText { get; }
    internal byte[] Bytes { get; }

    /// <summary>Said before a file is fetched whose size is known.</summary>
    public static RuleBroken TooLarge() => FilesRules.TooLarge(MostBytes / 1024 / 1024);

    /// <summary>Looks through a file; what has to be opened for that is opened by a process of its own.</summary>
    /// <param name="name">As its owner calls it.</param>
    /// <exception cref="RuleBroken">It is not kept, and why; or nobody could look through it.</exception>
    public static async Task<CheckedUpload> ReadAsync(ReaderPool reader, Scope scope, string name, byte[] bytes, CancellationToken ct)
    {
        var (kept, kind, hasText) = await LookThroughAsync(reader, scope, name, new MemoryStream(bytes, writable: false), ct);
        return new(kept, kind, bytes, hasText);
    }

    /// <param name="content">Is read twice, the second time when it is to be kept: what is refused is never held as a whole.</param>
    /// <inheritdoc cref="ReadAsync(ReaderPool, Scope, string, byte[], CancellationToken)"/>
    public static async Task<CheckedUpload> ReadAsync(ReaderPool reader, Scope scope, string name, Stream content, CancellationToken ct)
    {
        var (kept, kind, hasText) = await LookThroughAsync(reader, scope, name, content, ct);
        var bytes = new byte[content.Length];
        content.Position = 0;
        await content.ReadExactlyAsync(bytes, ct);
        return new(kept, kind, bytes, hasText);
    }

    private static async Task<(string Name, FileKind Kind, bool HasText)> LookThroughAsync(
        ReaderPool reader, Scope scope, string name, Stream content, CancellationToken ct)
    {
        if (content.Length == 0) throw FilesRules.Empty();
        if (content.Length > MostBytes) throw TooLarge();
        var start = new byte[StartLength];
        start = start[..await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct)];
        content.Position = 0;
        if (Starts(start, "MZ"u8) || Starts(start, [0x7F, (byte)'E', (byte)'L', (byte)'F'])) throw FilesRules.IsProgram();
        var (named, picture) = (FileKinds.ByName(name), PictureOf(start));
        if (named is null && !IsOldOffice(start)) throw FilesRules.KindNotTaken();
        // An old file of another name is asked about all the same, to be told that it is old.
        var kind = named ?? FileKind.Word;
        // Pictures are kept as they are: nothing here decodes one.
        if (picture is { } found && found != kind) throw FilesRules.OtherThanItsName(kind.Ending(), found.Ending());
        var stem = Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]);
        if (SecrecyMarkings.Find(stem) is { } mark) throw FilesRules.Marked(mark);
        var hasText = picture is null && await HasTextAsync(reader, scope, kind, content, ct);
        var kept = FileNames.Of(stem, kind.Ending());
        return (kept.Length > kind.Ending().Length ? kept : "file" + kind.Ending(), kind, hasText);
    }

    /// <summary>Looks at each line as it is read; none is kept, so that memory is bounded whatever the file claims to be.</summary>
    private static async Task<bool> HasTextAsync(ReaderPool reader, Scope scope, FileKind kind, Stream content, CancellationToken ct)
    {
        RuleBroken? marked = null;
        var hasText = false;
        var refused = await reader.ReadAsync(scope, kind.Reading(), content, Hear, ct);
        if (marked is not null) throw marked;
        return refused is null ? hasText : throw FileRefusals.Of(refused, kind);

        ReaderMessage? Hear(ReaderMessage said)
        {
            if (said is not ReaderMessage.Line line) return null;
            hasText = true;
            if (marked is null && SecrecyMarkings.Find(line.Text) is { } mark)
                marked = line.Page == 0 ? FilesRules.Marked(mark) : FilesRules.MarkedOnPage(mark, line.Page);
            return null;
        }
    }

    private static bool IsOldOffice(byte[] start) => Starts(start, [0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Which picture the bytes are, whatever they are called; null: none.</summary>
    private static FileKind? PictureOf(byte[] bytes) =>
        Starts(bytes, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : Starts(bytes, [0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : null;

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);
}
