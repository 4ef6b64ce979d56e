using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Attachments;

/// <summary>Passes on the lines of an attachment as they are read; none is stored.</summary>
internal sealed class AttachmentLines(Action<ReaderMessage.Line> hand)
{
    private readonly CharacterCount characters = new();
    private int lines;

    /// <param name="line">A line as a person would see it.</param>
    /// <param name="page">The page of a PDF or the number of a slide; 0 if not known.</param>
    public void Take(string line, int page = 0)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        if (++lines > ReadingLimits.MostLines)
            throw new FileRefused(RefusalReason.TooMuchToRead);
        characters.Add(line.Length);
        for (var begin = 0; begin < line.Length; begin += ReadingLimits.LongestLine)
            hand(new(line[begin..Math.Min(line.Length, begin + ReadingLimits.LongestLine)], page));
    }
}
