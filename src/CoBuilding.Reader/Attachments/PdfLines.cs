using System.Text;

namespace CoBuilding.Reader.Attachments;

/// <summary>Groups the letters of one page into lines by their position.</summary>
/// <param name="spoken">The replacement text of the page for screen readers.</param>
internal sealed class PdfLines(IReadOnlyList<PdfLines.Glyph> letters, IReadOnlyList<string> spoken)
{
    /// <param name="Left">
    /// Its left edge, <paramref name="Right"/> where the next letter would follow, <paramref name="Base"/> its base line, in points.
    /// </param>
    internal readonly record struct Glyph(string Text, double Left, double Right, double Base, double Size);

    public IEnumerable<string> Read()
    {
        List<Glyph> line = [];
        foreach (var glyph in letters.OrderByDescending(l => l.Base))
        {
            if (line.Count > 0 && line[^1].Base - glyph.Base > Math.Max(1, line[^1].Size / 2))
            {
                yield return Written(line);
                line.Clear();
            }
            line.Add(glyph);
        }
        if (line.Count > 0)
            yield return Written(line);
        foreach (var text in spoken)
            yield return text;
    }

    /// <summary>A gap wider than a letter becomes as many blanks as fit into it.</summary>
    private static string Written(List<Glyph> line)
    {
        var text = new StringBuilder();
        var end = double.NaN;
        foreach (var glyph in line.OrderBy(l => l.Left))
        {
            var gap = (glyph.Left - end) / Math.Max(1, glyph.Size);
            if (gap > 0.5)
                text.Append(' ', (int)Math.Min(gap + 0.5, 20));
            text.Append(glyph.Text);
            end = glyph.Right;
        }
        return text.ToString();
    }
}
