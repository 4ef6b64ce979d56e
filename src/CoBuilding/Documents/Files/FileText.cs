using CoBuilding.Data;

namespace CoBuilding.Documents.Files;

/// <summary>Looks through a file's lines as they are read; none is kept, so that memory is bounded whatever the file claims to be.</summary>
internal sealed class FileText
{
    /// <summary>What a line holds at most; a paragraph without end comes in pieces.</summary>
    public const int LongestLine = 10_000;

    /// <summary>Something that people can read was found.</summary>
    public bool HasText { get; private set; }

    /// <exception cref="RuleBroken">It bears a marking, cannot be read, holds what may run, or is made to be too much.</exception>
    public static FileText Read(FileKind kind, byte[] bytes)
    {
        var text = new FileText();
        if (kind is FileKind.Pdf) PdfText.Read(bytes, text);
        else if (kind is FileKind.Word or FileKind.Workbook or FileKind.Slides) OpenXmlText.Read(bytes, text);
        else if (kind is FileKind.Text) text.Take(PlainText.Read(bytes)!.Split('\n', '\r', '\f'));
        return text;
    }

    /// <param name="line">A line as a reader would see it.</param>
    /// <param name="page">Of a PDF, or the number of a slide.</param>
    /// <exception cref="RuleBroken">It bears a marking.</exception>
    public void Take(string line, int? page = null)
    {
        if (Markings.Find(line) is { } mark) throw page is null ? FilesRules.Marked(mark) : FilesRules.MarkedOnPage(mark, page.Value);
        HasText |= !string.IsNullOrWhiteSpace(line);
    }

    private void Take(IEnumerable<string> lines)
    {
        foreach (var line in lines) Take(line);
    }
}
