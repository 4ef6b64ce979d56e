using System.Security.Cryptography;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents.Files;

/// <summary>
/// An uploaded and checked file. It can only be created by <see cref="ReadAsync"/>, which guarantees that its content matches its name,
/// contains nothing that runs, and has no secrecy marking in its text.
/// </summary>
public sealed class CheckedUpload : ISentFile
{
    /// <summary>
    /// Documents with pictures have a few megabytes. Files go through the circuit and are read as a whole, so larger ones would load the
    /// server.
    /// </summary>
    public const int MostBytes = ReadingLimits.MostBytes;

    private const int StartLength = 8;

    private CheckedUpload(string name, FileKind kind, byte[] bytes, bool hasText) =>
        (Name, Kind, Bytes, HasText, Sha256) = (name, kind, bytes, hasText, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>A portable file name with the extension of its kind.</summary>
    public string Name { get; }
    public FileKind Kind { get; }
    public int Size => Bytes.Length;
    public string Sha256 { get; }

    /// <summary>False for pictures and scans, which cannot be checked for markings.</summary>
    public bool HasText { get; }
    internal byte[] Bytes { get; }

    /// <summary>Checks the known size before the file is read.</summary>
    public static RuleBroken TooLarge() => FilesRules.TooLarge(MostBytes / 1024 / 1024);

    /// <summary>Checks a file; formats that have to be parsed are opened by a separate process.</summary>
    /// <param name="name">The original file name.</param>
    /// <exception cref="RuleBroken">The file is refused, or could not be checked.</exception>
    public static async Task<CheckedUpload> ReadAsync(ReaderPool reader, Scope scope, string name, byte[] bytes, CancellationToken ct)
    {
        var (kept, kind, hasText) = await LookThroughAsync(reader, scope, name, new MemoryStream(bytes, writable: false), ct);
        return new(kept, kind, bytes, hasText);
    }

    /// <param name="content">
    /// Is read twice, the second time when it is to be kept: a refused file is never held in memory as a whole.
    /// </param>
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
        ReaderPool reader,
        Scope scope,
        string name,
        Stream content,
        CancellationToken ct
    )
    {
        if (content.Length == 0)
            throw FilesRules.Empty();
        if (content.Length > MostBytes)
            throw TooLarge();
        var start = new byte[StartLength];
        start = start[..await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct)];
        content.Position = 0;
        if (Starts(start, "MZ"u8) || Starts(start, [0x7F, (byte)'E', (byte)'L', (byte)'F']))
            throw FilesRules.IsProgram();
        var (named, picture) = (FileKinds.ByName(name), PictureOf(start));
        if (named is null && !IsOldOffice(start))
            throw FilesRules.KindNotTaken();
        // Old formats with another extension are also detected, to give a specific message.
        var kind = named ?? FileKind.Word;
        // Pictures are kept as they are: they are not decoded here.
        if (picture is { } found && found != kind)
            throw FilesRules.OtherThanItsName(kind.Ending(), found.Ending());
        var stem = Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]);
        if (SecrecyMarkings.Find(stem) is { } mark)
            throw FilesRules.Marked(mark);
        var hasText = picture is null && await HasTextAsync(reader, scope, kind, content, ct);
        var kept = FileNames.Of(stem, kind.Ending());
        return (kept.Length > kind.Ending().Length ? kept : "file" + kind.Ending(), kind, hasText);
    }

    /// <summary>Checks each line as it is read without storing it, so that memory is bounded.</summary>
    private static async Task<bool> HasTextAsync(ReaderPool reader, Scope scope, FileKind kind, Stream content, CancellationToken ct)
    {
        RuleBroken? marked = null;
        var hasText = false;
        var refused = await reader.ReadAsync(scope, kind.Reading(), content, Hear, ct);
        if (marked is not null)
            throw marked;
        return refused is null ? hasText : throw FileRefusals.Of(refused, kind);

        ReaderMessage? Hear(ReaderMessage said)
        {
            if (said is not ReaderMessage.Line line)
                return null;
            hasText = true;
            if (marked is null && SecrecyMarkings.Find(line.Text) is { } mark)
                marked = line.Page == 0 ? FilesRules.Marked(mark) : FilesRules.MarkedOnPage(mark, line.Page);
            return null;
        }
    }

    private static bool IsOldOffice(byte[] start) => Starts(start, [0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The picture format detected from the bytes; null: none.</summary>
    private static FileKind? PictureOf(byte[] bytes) =>
        Starts(bytes, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : Starts(bytes, [0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : null;

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);
}
