using CoBuilding.Reader.Protocol;

namespace CoBuilding.Documents.Files;

public static class FileKinds
{
    private static readonly (FileKind Kind, string Ending, string ContentType)[] Known =
    [
        (FileKind.Pdf, ".pdf", "application/pdf"),
        (FileKind.Word, ".docx", WordPaper.ContentType),
        (FileKind.Workbook, ".xlsx", Workbook.ContentType),
        (FileKind.Slides, ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        (FileKind.Text, ".txt", "text/plain"),
        (FileKind.Png, ".png", "image/png"),
        (FileKind.Jpeg, ".jpg", "image/jpeg"),
        (FileKind.Jpeg, ".jpeg", "image/jpeg"),
    ];

    /// <summary>For the browser's file dialog.</summary>
    public static string Accepted { get; } = string.Join(',', Known.Select(k => k.Ending));

    internal static string ContentType(this FileKind kind) => Known.First(k => k.Kind == kind).ContentType;

    internal static string Ending(this FileKind kind) => Known.First(k => k.Kind == kind).Ending;

    /// <summary>The kind as which the reader reads it. For a picture only the format is checked.</summary>
    internal static ReadingKind Reading(this FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => ReadingKind.Pdf,
            FileKind.Word => ReadingKind.Word,
            FileKind.Workbook => ReadingKind.Workbook,
            FileKind.Slides => ReadingKind.Slides,
            FileKind.Text => ReadingKind.Text,
            _ => ReadingKind.Picture,
        };

    internal static FileKind Of(ReadingKind kind) => Known.Select(k => k.Kind).First(k => k.Reading() == kind);

    internal static FileKind? ByName(string name) =>
        Known.Where(k => name.EndsWith(k.Ending, StringComparison.OrdinalIgnoreCase)).Select(k => (FileKind?)k.Kind).FirstOrDefault();
}
