using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Documents;

/// <summary>Writes a table row by row, so that long tables are not held in memory.</summary>
internal static class PaperTable
{
    public static void Write(OpenXmlWriter writer, Block.Table table, int textWidth)
    {
        var all = table.Columns.Sum(c => c.Width);
        var widths = table.Columns.Select(c => (int)(textWidth * c.Width / all)).ToList();
        var kind = table.IsDense ? "Dense" : "Table";
        writer.WriteStartElement(new Table());
        writer.WriteElement(
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }
                )
            )
        );
        writer.WriteElement(new TableGrid(widths.Select(w => new GridColumn { Width = Number(w) })));
        if (!table.IsForm)
        {
            var header = Row(table.Columns.Select((c, n) => Cell(c.Header, widths[n], kind + "Head", isMiddle: true)), 0);
            header.TableRowProperties!.Append(new TableHeader());
            writer.WriteElement(header);
        }
        foreach (var row in table.Rows)
            writer.WriteElement(Row(row.Select((text, n) => Cell(text, widths[n], kind + "Text", table.IsNarrow(n))), table.RowHeight));
        writer.WriteEndElement();
    }

    private static TableRow Row(IEnumerable<TableCell> cells, int millimeters)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (millimeters > 0)
            properties.Append(new TableRowHeight { Val = (uint)(millimeters * 1_440 / 25.4), HeightType = HeightRuleValues.AtLeast });
        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(string text, int width, string style, bool isMiddle) =>
        new(
            new TableCellProperties(
                new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            ),
            new Paragraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = style },
                    new Justification { Val = isMiddle ? JustificationValues.Center : JustificationValues.Left }
                ),
                PaperBlocks.Words(text)
            )
        );

    private static TableBorders Borders() =>
        new(
            Line(new TopBorder()),
            Line(new LeftBorder()),
            Line(new BottomBorder()),
            Line(new RightBorder()),
            Line(new InsideHorizontalBorder()),
            Line(new InsideVerticalBorder())
        );

    private static T Line<T>(T border)
        where T : BorderType
    {
        (border.Val, border.Size) = (BorderValues.Single, 4);
        return border;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
