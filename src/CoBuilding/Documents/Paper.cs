using CoBuilding.Texts;

namespace CoBuilding.Documents;

/// <summary>An official document as a sequence of blocks. Author and date are contained only if a block states them.</summary>
public sealed record Paper(params IReadOnlyList<Block> Blocks)
{
    /// <summary>For wide tables: A4 across.</summary>
    public bool IsAcross { get; init; }

    /// <summary>Printed across every page and at its top; null for none.</summary>
    public string? Watermark { get; init; }

    /// <summary>
    /// The blocks with the numbers of headings and items in their texts, in the current language: by level, restarting below each title.
    /// Numbers are text, so that they survive copying into another document and look alike in every program.
    /// </summary>
    public IEnumerable<Block> Numbered()
    {
        var (first, second) = (0, 0);
        foreach (var block in Blocks)
            switch (block)
            {
                case Block.Title:
                    (first, second) = (0, 0);
                    yield return block;
                    break;
                case Block.Heading { Level: 1 } heading:
                    (first, second) = (first + 1, 0);
                    yield return heading with
                    {
                        Text = Wording.T("Exports.Heading1", Wording.Numeral(first), heading.Text),
                    };
                    break;
                case Block.Heading heading:
                    yield return heading with
                    {
                        Text = Wording.T("Exports.Heading2", Wording.Numeral(++second), heading.Text),
                    };
                    break;
                case Block.Numbered numbered:
                    yield return new Block.Numbered([.. numbered.Items.Select((item, n) => Wording.T("Exports.Numbered", n + 1, item))]);
                    break;
                default:
                    yield return block;
                    break;
            }
    }
}
