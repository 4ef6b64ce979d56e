namespace CoBuilding.Reader.Protocol;

/// <summary>The messages between the portal and the reader, in turn.</summary>
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

    /// <param name="Number">The row number in the spreadsheet, or within a pasted block from 1.</param>
    /// <param name="HasError">A cell shows an error such as <c>#REF!</c> instead of a value.</param>
    /// <param name="Text">For a pasted block, the original text; otherwise empty.</param>
    /// <param name="QuoteNotClosed">For a pasted block: the cell may contain the rows that follow.</param>
    public sealed record Row(int Number, string[] Cells, bool HasError, string Text = "", bool QuoteNotClosed = false) : ReaderMessage;

    /// <summary>Sent by the reader after the rows of each sheet; it then waits for the answer whether to read the next one.</summary>
    public sealed record SheetEnd : ReaderMessage;

    /// <summary>The portal's answer to <see cref="SheetEnd"/>.</summary>
    public sealed record NextSheet(bool IsWanted) : ReaderMessage;

    /// <param name="Page">The page of a PDF or the number of a slide; 0 if not known.</param>
    public sealed record Line(string Text, int Page) : ReaderMessage;

    public sealed record Refused(RefusalReason Reason, int Number = 0, ForbiddenPart? Part = null) : ReaderMessage;

    public sealed record Done : ReaderMessage;
}
