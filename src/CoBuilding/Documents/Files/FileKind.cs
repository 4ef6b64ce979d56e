using CoBuilding.Texts;

namespace CoBuilding.Documents.Files;

/// <summary>
/// The accepted kinds of files. The old binary Office formats are not accepted: they may contain macros, and their text cannot be read
/// reliably.
/// </summary>
[TextsIn("Files")]
public enum FileKind
{
    Pdf,
    Word,
    Workbook,
    Slides,
    Text,
    Png,
    Jpeg,
}
