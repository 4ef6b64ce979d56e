using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoBuilding.Documents;

/// <summary>
/// Writes a real .xlsx, A4 landscape, its header frozen and repeated on every printed page. The same sheets always give the same
/// bytes. Texts are stored as text, whatever they begin with: none becomes a formula, a number or a date.
/// </summary>
internal static partial class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestText = 32_767;
    private const double HighestRow = 409;
    private const uint TitleStyle = 1,
        SubtitleStyle = 2,
        HeaderStyle = 3,
        TextStyle = 4,
        NumberStyle = 5;

    /// <param name="footer">Printed at the foot of every page, beside the page number.</param>
    /// <param name="pages">How a page's number is written; {0} is the number and {1} how many there are.</param>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, string footer, string pages)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            var core = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(core, "rId2");
            OpenXmlFile.Describe(core);
            book.AddNewPart<WorkbookStylesPart>("rId1000").Stylesheet = Styles();

            var names = NamesOf(sheets);
            for (var n = 0; n < sheets.Count; n++)
                WriteSheet(book.AddNewPart<WorksheetPart>($"rId{n + 1}"), sheets[n], n == 0, FooterOf(footer, pages));
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(
                    names.Select(
                        (name, n) =>
                            new DocumentFormat.OpenXml.Spreadsheet.Sheet
                            {
                                Name = name,
                                SheetId = (uint)n + 1,
                                Id = $"rId{n + 1}",
                            }
                    )
                ),
                new DefinedNames(
                    names.Select(
                        (name, n) => new DefinedName(RepeatedRows(name, sheets[n])) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)n }
                    )
                )
            );
        }
        return OpenXmlFile.Settle(package);
    }

    private static string RepeatedRows(string name, Sheet sheet) =>
        $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${HeaderRow(sheet)}:${HeaderRow(sheet)}";

    private static int HeaderRow(Sheet sheet) => sheet.Subtitles.Count + 2;

    private static void WriteSheet(WorksheetPart part, Sheet sheet, bool isFirst, string footer)
    {
        var header = HeaderRow(sheet);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = header,
                        TopLeftCell = $"A{header + 1}",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                    TabSelected = isFirst ? true : null,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                sheet.Columns.Select(
                    (c, n) =>
                        new Column
                        {
                            Min = (uint)n + 1,
                            Max = (uint)n + 1,
                            Width = c.Width,
                            CustomWidth = true,
                            Hidden = c.Hidden ? true : null,
                        }
                )
            )
        );

        writer.WriteStartElement(new SheetData());
        List<string> merged = [];
        var row = 1;
        WriteLine(sheet.Title, TitleStyle, 1.6);
        foreach (var line in sheet.Subtitles)
            WriteLine(line, SubtitleStyle, 1);
        WriteCells([.. sheet.Columns.Select(c => (object?)c.Header)], HeaderStyle);
        foreach (var cells in sheet.Rows)
            WriteCells(cells, TextStyle);
        foreach (var line in sheet.Endnotes)
            WriteLine(line, SubtitleStyle, 1);
        writer.WriteEndElement();

        if (merged.Count > 0)
            writer.WriteElement(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
        if (sheet.Choices.Count > 0)
            writer.WriteElement(
                new DataValidations(sheet.Choices.Select(c => ChoiceOf(c.Column, c.Words, header + 1, header + sheet.Rows.Count)))
            );
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.7,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.WriteElement(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        writer.WriteElement(new HeaderFooter(new OddFooter(footer)));
        writer.WriteEndElement();

        // Rows of merged cells are not resized automatically, so the height is set.
        void WriteLine(string text, uint style, double size)
        {
            var visible = sheet.Columns.Where(c => !c.Hidden).ToList();
            var lines = Math.Max(1, Math.Ceiling(WidthOf(text) * size / visible.Sum(c => c.Width)));
            writer.WriteStartElement(
                new Row
                {
                    RowIndex = (uint)row,
                    Height = 16 * size * lines + 4,
                    CustomHeight = true,
                }
            );
            writer.WriteElement(CellOf(row, 0, text, style));
            writer.WriteEndElement();
            if (visible.Count > 1)
                merged.Add($"A{row}:{Letters(sheet.Columns.Count(c => !c.Hidden) - 1)}{row}");
            row++;
        }

        void WriteCells(object?[] values, uint style)
        {
            // Not every program adjusts row heights to wrapped text; without "custom" those that do still can.
            var lines = values
                .Zip(sheet.Columns, (value, column) => column.Hidden ? 1 : LinesOf(value as string, column.Width))
                .DefaultIfEmpty(1)
                .Max();
            writer.WriteStartElement(new Row { RowIndex = (uint)row, Height = Math.Min(HighestRow, 15 * lines) });
            for (var n = 0; n < values.Length; n++)
                writer.WriteElement(CellOf(row, n, values[n], style));
            writer.WriteEndElement();
            row++;
        }
    }

    private static DataValidation ChoiceOf(int column, IReadOnlyList<string> words, int from, int until) =>
        new(new Formula1($"\"{string.Join(',', words)}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(column)}{from}:{Letters(column)}{until}" },
        };

    private static Cell CellOf(int row, int column, object? value, uint style)
    {
        var cell = new Cell { CellReference = $"{Letters(column)}{row}", StyleIndex = style };
        switch (value)
        {
            case null or "":
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(Storable(text)) { Space = SpaceProcessingModeValues.Preserve });
                break;
            case int or long or decimal or double:
                cell.CellValue = new CellValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                cell.StyleIndex = NumberStyle;
                break;
            default:
                throw new ArgumentException($"A cell takes text or a number, not {value.GetType().Name}.", nameof(value));
        }
        return cell;
    }

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    /// <summary>A spreadsheet would read <c>_x000A_</c> as a line break.</summary>
    private static string Storable(string text)
    {
        var storable = Escape().Replace(OpenXmlFile.Storable(text), "_x005F_");
        if (storable.Length <= LongestText)
            return storable;
        return char.IsHighSurrogate(storable[LongestText - 1]) ? storable[..(LongestText - 1)] : storable[..LongestText];
    }

    /// <summary>How many lines a text takes in a column, some room at its edges.</summary>
    private static double LinesOf(string? text, double width) =>
        text?.Split('\n').Sum(line => Math.Max(1, Math.Ceiling((WidthOf(line) + 1) / width))) ?? 1;

    private static double WidthOf(string text) => text.EnumerateRunes().Sum(r => r.Value < 0x1100 ? 1 : 2);

    private static string FooterOf(string footer, string pages)
    {
        // An ampersand begins a code there; a footer holds at most 255 characters in all.
        var mark = Storable(footer).Replace("&", "&&", StringComparison.Ordinal);
        return $"&L{(mark.Length > 180 ? mark[..180] : mark)}&R{string.Format(CultureInfo.InvariantCulture, pages, "&P", "&N")}";
    }

    private static List<string> NamesOf(IReadOnlyList<Sheet> sheets)
    {
        List<string> names = [];
        foreach (var sheet in sheets)
        {
            var name = RefusedInNames().Replace(Storable(sheet.Name), " ").Trim(' ', '\'');
            name =
                name.Length > 28 ? name[..28].TrimEnd()
                : name.Length == 0 ? "1"
                : name;
            var unique = name;
            for (var n = 2; names.Contains(unique, StringComparer.OrdinalIgnoreCase); n++)
                unique = $"{name} {n}";
            names.Add(unique);
        }
        return names;
    }

    private static Stylesheet Styles()
    {
        var thin = new Func<Border>(() =>
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin },
                new RightBorder { Style = BorderStyleValues.Thin },
                new TopBorder { Style = BorderStyleValues.Thin },
                new BottomBorder { Style = BorderStyleValues.Thin },
                new DiagonalBorder()
            )
        );
        return new Stylesheet(
            new Fonts(Font(11, false), Font(16, true), Font(11, true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FFEDEDED" }, new BackgroundColor { Indexed = 64 })
                    {
                        PatternType = PatternValues.Solid,
                    }
                )
            ),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), thin()),
            new CellStyleFormats(
                new CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            ),
            new CellFormats(
                new CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                    FormatId = 0,
                },
                Format(AsText, 1, 0, 0, HorizontalAlignmentValues.Center),
                Format(AsText, 0, 0, 0, HorizontalAlignmentValues.Left),
                Format(AsText, 2, 2, 1, HorizontalAlignmentValues.Center),
                Format(AsText, 0, 0, 1, HorizontalAlignmentValues.Left),
                Format(0, 0, 0, 1, HorizontalAlignmentValues.Right)
            ),
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

        static Font Font(double size, bool bold)
        {
            var font = new Font(
                new FontSize { Val = size },
                new FontName { Val = "SimSun" },
                new FontFamilyNumbering { Val = 3 },
                new FontCharSet { Val = 134 }
            );
            if (bold)
                font.PrependChild(new Bold());
            return font;
        }

        static CellFormat Format(uint number, uint font, uint fill, uint border, HorizontalAlignmentValues align) =>
            new(
                new Alignment
                {
                    Horizontal = align,
                    Vertical = VerticalAlignmentValues.Center,
                    WrapText = true,
                }
            )
            {
                NumberFormatId = number,
                FontId = font,
                FillId = fill,
                BorderId = border,
                FormatId = 0,
                ApplyNumberFormat = true,
                ApplyFont = true,
                ApplyFill = true,
                ApplyBorder = true,
                ApplyAlignment = true,
            };
    }

    /// <summary>The built-in format that keeps what is typed into a cell later as it is typed: a phone number stays one.</summary>
    private const uint AsText = 49;

    [GeneratedRegex(@"_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\[\]:*?/\\\r\n\t]")]
    private static partial Regex RefusedInNames();
}
