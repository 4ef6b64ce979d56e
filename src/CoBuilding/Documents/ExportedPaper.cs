using System.Globalization;
using CoBuilding.Texts;

namespace CoBuilding.Documents;

/// <summary>A paper that was handed out, which is journaled: to be downloaded as a Word file, or shown as a page to be printed.</summary>
/// <param name="Title">Its name without a day.</param>
/// <param name="FileName">Of the Word file.</param>
/// <param name="Language">The reader's, in which the paper was composed.</param>
public sealed record ExportedPaper(string Title, string FileName, CultureInfo Language, Paper Paper)
{
    /// <summary>Written anew at each call.</summary>
    public DocumentFile Word() => new(FileName, WordPaper.ContentType, CultureScope.In(Language, () => WordPaper.Write(Paper)));
}
