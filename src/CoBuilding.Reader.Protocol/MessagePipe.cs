using System.Buffers.Binary;
using System.Text;

namespace CoBuilding.Reader.Protocol;

/// <summary>
/// Messages over a pair of pipes: a byte for the kind, four for the length, then the content. Lengths are limited, so that neither end can
/// exhaust the memory of the other. Not thread-safe.
/// </summary>
/// <param name="most">The maximum length of the content of an incoming message, in bytes.</param>
public sealed class MessagePipe(Stream input, Stream output, int most) : IDisposable
{
    /// <summary>The protocol version; raised with every change of the messages.</summary>
    public const int Version = 1;

    /// <summary>The maximum size of a request: a file and the kind it is read as.</summary>
    public const int MostRequest = ReadingLimits.MostBytes + 1;

    /// <summary>The maximum size of an answer: one row.</summary>
    public const int MostAnswer = 8 * 1024 * 1024;

    private const int HeadLength = 5;
    private const int PieceLength = 64 * 1024;
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly byte[] head = new byte[HeadLength];
    private readonly MemoryStream written = new();
    private byte[] content = new byte[4096];

    private enum Kind : byte
    {
        Hello = 1,
        Request,
        Row,
        SheetEnd,
        NextSheet,
        Line,
        Refused,
        Done,
    }

    /// <returns>Null where the other end has closed its pipe.</returns>
    /// <exception cref="InvalidDataException">Not a message, or longer than allowed.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a message.</exception>
    public ReaderMessage? Read()
    {
        if (input.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) is var read && read == 0)
            return null;
        input.ReadExactly(Content(read));
        return Decoded();
    }

    /// <inheritdoc cref="Read"/>
    public async ValueTask<ReaderMessage?> ReadAsync(CancellationToken ct)
    {
        if (await input.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, ct) is var read && read == 0)
            return null;
        await input.ReadExactlyAsync(ContentMemory(read), ct);
        return Decoded();
    }

    /// <exception cref="InvalidDataException">It is longer than the other end accepts.</exception>
    public void Write(ReaderMessage message)
    {
        Encode(message);
        output.Write(written.GetBuffer(), 0, (int)written.Length);
    }

    /// <inheritdoc cref="Write"/>
    public async Task WriteAsync(ReaderMessage message, CancellationToken ct)
    {
        Encode(message);
        await output.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), ct);
        await output.FlushAsync(ct);
    }

    /// <summary>Requests the reading of a file, which is copied in pieces and not buffered on this side.</summary>
    /// <exception cref="InvalidDataException">It is longer than the other end accepts.</exception>
    /// <exception cref="EndOfStreamException">The file is shorter than its stated length.</exception>
    public async Task WriteRequestAsync(ReadingKind kind, Stream file, CancellationToken ct)
    {
        var left = file.Length;
        if (left > ReadingLimits.MostBytes)
            throw new InvalidDataException($"A file of {left} bytes.");
        var piece = new byte[PieceLength];
        (piece[0], piece[HeadLength]) = ((byte)Kind.Request, (byte)kind);
        BinaryPrimitives.WriteInt32LittleEndian(piece.AsSpan(1), (int)left + 1);
        await output.WriteAsync(piece.AsMemory(0, HeadLength + 1), ct);
        while (left > 0)
        {
            var read = await file.ReadAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), ct);
            if (read == 0)
                throw new EndOfStreamException();
            await output.WriteAsync(piece.AsMemory(0, read), ct);
            left -= read;
        }
        await output.FlushAsync(ct);
    }

    public void Flush() => output.Flush();

    public void Dispose()
    {
        written.Dispose();
        input.Dispose();
        output.Dispose();
    }

    private int ContentLength(int read)
    {
        if (read < HeadLength)
            throw new EndOfStreamException();
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        return length >= 0 && length <= most ? length : throw new InvalidDataException($"A message of {length} bytes.");
    }

    private Span<byte> Content(int read) => ContentMemory(read).Span;

    private Memory<byte> ContentMemory(int read)
    {
        var length = ContentLength(read);
        if (content.Length < length)
            content = new byte[length];
        return content.AsMemory(0, length);
    }

    private ReaderMessage Decoded()
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        using var reader = new BinaryReader(new MemoryStream(content, 0, length, writable: false), Plain);
        ReaderMessage message = (Kind)head[0] switch
        {
            Kind.Hello => new ReaderMessage.Hello(reader.ReadInt32(), [.. reader.ReadBytes(reader.ReadByte()).Select(b => (Protection)b)]),
            Kind.Request => new ReaderMessage.Request((ReadingKind)reader.ReadByte(), reader.ReadBytes(length - 1)),
            Kind.Row => new ReaderMessage.Row(
                reader.ReadInt32(),
                Strings(reader),
                reader.ReadBoolean(),
                reader.ReadString(),
                reader.ReadBoolean()
            ),
            Kind.SheetEnd => new ReaderMessage.SheetEnd(),
            Kind.NextSheet => new ReaderMessage.NextSheet(reader.ReadBoolean()),
            Kind.Line => new ReaderMessage.Line(reader.ReadString(), reader.ReadInt32()),
            Kind.Refused => new ReaderMessage.Refused(
                (RefusalReason)reader.ReadByte(),
                reader.ReadInt32(),
                reader.ReadBoolean() ? (ForbiddenPart)reader.ReadByte() : null
            ),
            Kind.Done => new ReaderMessage.Done(),
            _ => throw new InvalidDataException($"No message has the kind {head[0]}."),
        };
        // Only few files are large.
        if (content.Length > MostAnswer)
            content = new byte[4096];
        return message;
    }

    private static string[] Strings(BinaryReader reader)
    {
        var count = reader.ReadUInt16();
        var strings = new string[count];
        for (var n = 0; n < count; n++)
            strings[n] = reader.ReadString();
        return strings;
    }

    private void Encode(ReaderMessage message)
    {
        written.SetLength(HeadLength);
        written.Position = HeadLength;
        Kind kind;
        using (var writer = new BinaryWriter(written, Plain, leaveOpen: true))
            kind = Encode(message, writer);
        var length = (int)written.Length - HeadLength;
        if (length > MostAnswer)
            throw new InvalidDataException($"A message of {length} bytes.");
        written.GetBuffer()[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(written.GetBuffer().AsSpan(1), length);
    }

    private static Kind Encode(ReaderMessage message, BinaryWriter writer)
    {
        switch (message)
        {
            case ReaderMessage.Hello hello:
                writer.Write(hello.Version);
                writer.Write((byte)hello.Missing.Count);
                foreach (var protection in hello.Missing)
                    writer.Write((byte)protection);
                return Kind.Hello;
            case ReaderMessage.Row row:
                writer.Write(row.Number);
                writer.Write((ushort)row.Cells.Length);
                foreach (var cell in row.Cells)
                    writer.Write(cell);
                writer.Write(row.HasError);
                writer.Write(row.Text);
                writer.Write(row.QuoteNotClosed);
                return Kind.Row;
            case ReaderMessage.SheetEnd:
                return Kind.SheetEnd;
            case ReaderMessage.NextSheet next:
                writer.Write(next.IsWanted);
                return Kind.NextSheet;
            case ReaderMessage.Line line:
                writer.Write(line.Text);
                writer.Write(line.Page);
                return Kind.Line;
            case ReaderMessage.Refused refused:
                writer.Write((byte)refused.Reason);
                writer.Write(refused.Number);
                writer.Write(refused.Part is not null);
                if (refused.Part is { } part)
                    writer.Write((byte)part);
                return Kind.Refused;
            case ReaderMessage.Done:
                return Kind.Done;
            default:
                throw new ArgumentOutOfRangeException(nameof(message));
        }
    }
}
