namespace CoBuilding.Web.Pages.Committees.Network;

/// <summary>
/// Breaks text into lines without a browser's help: a Han character is as wide as the type is high, others a little over half.
/// </summary>
internal static class PictureText
{
    private const double Narrow = 0.58;

    public static double WidthOf(string text, double size) => text.EnumerateRunes().Sum(r => r.Value < 0x2E80 ? Narrow : 1) * size;

    /// <summary>At most so many lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int most)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in WordsOf(text))
        {
            if (WidthOf(line + word.TrimEnd(), size) <= width)
            {
                line += word;
                continue;
            }
            if (line.Length > 0)
                lines.Add(line.TrimEnd());
            line = word;
        }
        lines.Add(line.TrimEnd());
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Cut(string.Concat(lines.Skip(most - 1)), width, size)];
    }

    /// <summary>One line.</summary>
    public static string Cut(string text, double width, double size)
    {
        if (WidthOf(text, size) <= width)
            return text;
        var kept = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (WidthOf(kept + rune + "…", size) > width)
                break;
            kept += rune;
        }
        return kept + "…";
    }

    /// <summary>Lines may break between Han characters, and otherwise after a blank; a word longer than a line is broken as well.</summary>
    private static IEnumerable<string> WordsOf(string text)
    {
        const int LongestWord = 16;
        var word = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x2E80)
            {
                if (word.Length > 0)
                    yield return word;
                word = "";
                yield return rune.ToString();
                continue;
            }
            word += rune;
            if (rune.Value != ' ' && word.Length < LongestWord)
                continue;
            yield return word;
            word = "";
        }
        if (word.Length > 0)
            yield return word;
    }
}
