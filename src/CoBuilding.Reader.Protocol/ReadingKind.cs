namespace CoBuilding.Reader.Protocol;

/// <summary>The kind of file as which the reader reads it.</summary>
public enum ReadingKind : byte
{
    /// <summary>A worksheet, or text with commas, semicolons or tabs, detected from the content: returns rows, sheet by sheet.</summary>
    List,

    /// <summary>Cells copied from a spreadsheet, in UTF-8: returns rows, each with its original text.</summary>
    Pasted,

    // The remaining kinds are attachments: returns lines.
    Pdf,
    Word,
    Workbook,
    Slides,
    Text,

    /// <summary>A file named as a picture; if it is not one, its actual kind is returned.</summary>
    Picture,
}
