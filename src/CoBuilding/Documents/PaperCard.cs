using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Documents;

/// <summary>Writes a page with one name twice.</summary>
internal static class PaperCard
{
    /// <summary>Two of them and a line fill the text area.</summary>
    private const int Height = 5_900;

    /// <summary>In half points: the largest letters, and what a line of them may take in all.</summary>
    private const int Largest = 220,
        Line = 820;

    public static void Write(OpenXmlWriter writer, Block.Card card, int textWidth)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Number(textWidth), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Dashed(new TopBorder()),
                    Dashed(new LeftBorder()),
                    Dashed(new BottomBorder()),
                    Dashed(new RightBorder()),
                    Dashed(new InsideHorizontalBorder())
                ),
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(new GridColumn { Width = Number(textWidth) })
        );
        for (var side = 0; side < 2; side++)
            table.Append(Half(card, textWidth));
        writer.WriteElement(table);
    }

    private static TableRow Half(Block.Card card, int width)
    {
        var cell = new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            ),
            Centered(card.Spaced, Math.Min(Largest, Line / Math.Max(1, card.Spaced.Length)), "Heading")
        );
        if (card.Below is { } below)
            cell.Append(Centered(below, Math.Min(48, Line / Math.Max(1, below.Length)), "Body"));
        return new TableRow(
            new TableRowProperties(new CantSplit(), new TableRowHeight { Val = Height, HeightType = HeightRuleValues.Exact }),
            cell
        );
    }

    private static Paragraph Centered(string text, int halfPoints, string font)
    {
        var run = PaperBlocks.Words(text, font);
        run.RunProperties!.Append(new FontSize { Val = Number(halfPoints) }, new FontSizeComplexScript { Val = Number(halfPoints) });
        return new Paragraph(
            new ParagraphProperties(
                new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto },
                new Justification { Val = JustificationValues.Center }
            ),
            run
        );
    }

    private static T Dashed<T>(T border)
        where T : BorderType
    {
        (border.Val, border.Size) = (BorderValues.Dashed, 4);
        return border;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
