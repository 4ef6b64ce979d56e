namespace CoBuilding.Reader.Protocol;

/// <summary>As what a file is to be read.</summary>
public enum ReadingKind : byte
{
    /// <summary>A worksheet, or text with commas, semicolons or tabs, whatever its bytes are: rows come back, sheet by sheet.</summary>
    List,

    /// <summary>Cells as a spreadsheet puts them on the clipboard, in UTF-8: rows come back, each with its text as it was.</summary>
    Pasted,

    // The rest are attachments: their lines come back.
    Pdf,
    Word,
    Workbook,
    Slides,
    Text,

    /// <summary>Something that is called a picture and is none: it comes back as what it is instead.</summary>
    Picture,
}
