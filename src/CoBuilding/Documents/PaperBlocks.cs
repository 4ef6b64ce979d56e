using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Documents;

/// <summary>
/// Writes the numbered blocks of one paper.
/// </summary>
internal sealed class PaperBlocks(OpenXmlWriter writer, int textWidth)
{
    private const string Red = "C00000";

    /// <summary>Of a red mark, in half points.</summary>
    private const int LargestMark = 84,
        SmallestMark = 44;

    private int cards;

    public void Write(Block block)
    {
        switch (block)
        {
            case Block.Title title:
                Write(title.IsGrand ? "GrandTitle" : "Title", [Words(title.Text)], title.OnNewPage ? [new PageBreakBefore()] : []);
                break;
            case Block.RedMark mark:
                Mark(mark.Text);
                break;
            case Block.RedLine line:
                Write(
                    "Text",
                    [Words(line.Left), new Run(new TabChar()), Words(line.Right)],
                    [
                        new ParagraphBorders(
                            new BottomBorder
                            {
                                Val = BorderValues.Single,
                                Size = 12,
                                Color = Red,
                                Space = 4,
                            }
                        ),
                        new Tabs(new TabStop { Val = TabStopValues.Right, Position = textWidth }),
                        new SpacingBetweenLines
                        {
                            Before = "0",
                            After = Number(PaperLayout.LinePitch),
                            Line = Number(PaperLayout.LinePitch),
                            LineRule = LineSpacingRuleValues.Exact,
                        },
                    ],
                    new Indentation { FirstLine = "0", FirstLineChars = 0 }
                );
                break;
            case Block.People people:
                Write("Text", [Words(people.Label, "Heading"), Words(people.Names)], [], Hanging(people.Label));
                break;
            case Block.Addressees addressees:
                Write("Addressees", [Words(addressees.Text)]);
                break;
            case Block.Paragraph paragraph:
                Write("Text", paragraph.Lead is { } lead ? [Words(lead, "Heading"), Words(paragraph.Text)] : [Words(paragraph.Text)]);
                break;
            case Block.Heading heading:
                Write(heading.Level == 1 ? "Heading1" : "Heading2", [Words(heading.Text)]);
                break;
            case Block.Numbered numbered:
                foreach (var item in numbered.Items)
                    Write("Text", [Words(item)]);
                break;
            case Block.Line line:
                Write("Line", [Words(line.Text)], [], new Justification { Val = Side(line.Side) });
                break;
            case Block.Signature signature:
                Sign(signature);
                break;
            case Block.Card card:
                // Two adjacent tables would be merged without a paragraph between them; it also starts the page.
                Write("Line", [], [new PageBreakBefore { Val = cards++ > 0 }]);
                PaperCard.Write(writer, card, textWidth);
                break;
            case Block.Table table:
                PaperTable.Write(writer, table, textWidth);
                // Two adjacent tables would be merged without a paragraph between them.
                Write("Line", []);
                break;
        }
    }

    private void Mark(string text)
    {
        const int top = 1_984;
        var size = Math.Clamp((int)(textWidth / 10 / CharacterWidth.Of(text)), SmallestMark, LargestMark);
        // A line of exactly so much holds the letters in its middle.
        var line = size * 12;
        var space = new SpacingBetweenLines
        {
            Before = Number(top - ((line - (size * 10)) / 2)),
            After = Number(PaperLayout.LinePitch),
            Line = Number(line),
            LineRule = LineSpacingRuleValues.Exact,
        };
        var run = Words(text);
        run.PrependChild(
            new RunProperties(
                PaperStyles.Fonts("Title"),
                new Color { Val = Red },
                new FontSize { Val = Number(size) },
                new FontSizeComplexScript { Val = Number(size) }
            )
        );
        Write("Title", [run], [space], new Justification { Val = JustificationValues.Center });
    }

    /// <summary>Indented by two characters; further lines aligned after the label.</summary>
    private static Indentation Hanging(string label)
    {
        var width = CharacterWidth.Of(label);
        return new Indentation
        {
            Left = Number((int)((2 + width) * PaperLayout.Character)),
            LeftChars = (int)((2 + width) * 100),
            Hanging = Number((int)(width * PaperLayout.Character)),
            HangingChars = (int)(width * 100),
        };
    }

    /// <summary>
    /// The date is four characters from the right with the issuer centered above it, or vice versa if the issuer is longer.
    /// </summary>
    private void Sign(Block.Signature signature)
    {
        const double fromRight = 4;
        var (issuer, day) = (CharacterWidth.Of(signature.Issuer), CharacterWidth.Of(signature.Day));
        var middle = Math.Max(fromRight + (day / 2), 2 + (issuer / 2));
        Write("Signature", []);
        Write("Signature", [Words(signature.Issuer)], [], FromRight(middle - (issuer / 2)));
        Write("Signature", [Words(signature.Day)], [new KeepNext { Val = false }], FromRight(middle - (day / 2)));
    }

    /// <param name="early">Properties that the format puts before the indentation.</param>
    private void Write(string style, IReadOnlyList<Run> runs, IReadOnlyList<OpenXmlElement>? early = null, OpenXmlElement? late = null)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        properties.Append(early ?? []);
        if (late is not null)
            properties.Append(late);
        var paragraph = new Paragraph(properties);
        paragraph.Append(runs);
        writer.WriteElement(paragraph);
    }

    /// <param name="font">A use of the paper's fonts, when it is not the paragraph's own.</param>
    public static Run Words(string text, string? font = null)
    {
        var run = new Run();
        if (font is not null)
            run.Append(new RunProperties(PaperStyles.Fonts(font)));
        var lines = OpenXmlFile.Storable(text.ReplaceLineEndings("\n")).Split('\n');
        for (var n = 0; n < lines.Length; n++)
        {
            if (n > 0)
                run.Append(new Break());
            if (lines[n].Length > 0)
                run.Append(new Text(lines[n]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    private static Indentation FromRight(double characters) =>
        new()
        {
            Right = ((int)(characters * PaperLayout.Character)).ToString(CultureInfo.InvariantCulture),
            RightChars = (int)(characters * 100),
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static JustificationValues Side(LineSide side) =>
        side switch
        {
            LineSide.Middle => JustificationValues.Center,
            LineSide.Right => JustificationValues.Right,
            _ => JustificationValues.Left,
        };
}
