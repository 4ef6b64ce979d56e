namespace CoBuilding.Reader.Protocol;

/// <summary>What the portal and the reader say to each other, one after the other.</summary>
public abstract record ReaderMessage
{
    /// <summary>The reader, once it is ready.</summary>
    /// <param name="Missing">Protections that the system did not allow.</param>
    public sealed record Hello(int Version, IReadOnlyList<Protection> Missing) : ReaderMessage;

    /// <summary>
    /// The portal, by <see cref="MessagePipe.WriteRequestAsync"/>. Answered by rows or lines, then by <see cref="Done"/> or
    /// <see cref="Refused"/>.
    /// </summary>
    public sealed record Request(ReadingKind Kind, byte[] File) : ReaderMessage;

    /// <param name="Number">As the spreadsheet numbers it, or within a pasted block, from 1.</param>
    /// <param name="HasError">A cell shows an error such as <c>#REF!</c> instead of a value.</param>
    /// <param name="Text">Of a pasted block, as it was; empty otherwise.</param>
    /// <param name="QuoteNotClosed">Of a pasted block: it may have swallowed rows that follow.</param>
    public sealed record Row(int Number, string[] Cells, bool HasError, string Text = "", bool QuoteNotClosed = false) : ReaderMessage;

    /// <summary>The reader, after the rows of each sheet; then it waits to be told whether the next one is wanted.</summary>
    public sealed record SheetEnd : ReaderMessage;

    /// <summary>The portal's answer to <see cref="SheetEnd"/>.</summary>
    public sealed record NextSheet(bool IsWanted) : ReaderMessage;

    /// <param name="Page">Of a PDF, or the number of a slide; 0: none is known.</param>
    public sealed record Line(string Text, int Page) : ReaderMessage;

    public sealed record Refused(RefusalReason Reason, int Number = 0, ForbiddenPart? Part = null) : ReaderMessage;

    public sealed record Done : ReaderMessage;
}
