using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CoBuilding.Reader.Packages;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Lists;

/// <summary>
/// The sheets of an .xlsx, each read forward once. Of the package only the few parts that hold them are opened, so pictures,
/// links to other files and other contents are not unpacked.
/// </summary>
internal static partial class XlsxList
{
    private const string Workbook = "xl/workbook.xml";

    public static IEnumerable<IReadOnlyList<ReaderMessage.Row>> Read(byte[] file, CharacterCount characters)
    {
        var unpackBudget = new UnpackBudget();
        using var package = Package.Open(new MemoryStream(file, writable: false), unpackBudget);
        if (package.Find(Workbook) is null)
            throw new FileRefused(RefusalReason.Unreadable);
        package.CheckWhole();
        var (sheets, since1904) = Sheets(package);
        if (sheets.Count == 0)
            throw new FileRefused(RefusalReason.Unreadable);
        var texts = Texts(package.Find("xl/sharedStrings.xml"), unpackBudget);
        var styles = DateStyles(package.Find("xl/styles.xml"), unpackBudget);
        foreach (var sheet in sheets)
            yield return Rows(
                package.Find(sheet) ?? throw new FileRefused(RefusalReason.Unreadable),
                unpackBudget,
                texts,
                styles,
                since1904,
                characters
            );
    }

    /// <summary>The visible sheets, in order.</summary>
    private static (IReadOnlyList<string> Paths, bool Since1904) Sheets(Package package)
    {
        List<string> ids = [];
        var since1904 = false;
        using (var book = PartXml.Open(package.Find(Workbook)!, package.UnpackBudget))
            while (book.Next())
            {
                if (book.LocalName == "workbookPr")
                    since1904 = book.GetAttribute("date1904") is "1" or "true";
                if (
                    book is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                    || book.GetAttribute("state") is "hidden" or "veryHidden"
                )
                    continue;
                // The relationship's namespace differs between the two dialects of the format.
                while (book.MoveToNextAttribute())
                    if (book.LocalName == "id")
                        ids.Add(book.Value);
            }
        Dictionary<string, string> paths = [];
        using var relations = PartXml.Open(
            package.Find("xl/_rels/workbook.xml.rels") ?? throw new FileRefused(RefusalReason.Unreadable),
            package.UnpackBudget
        );
        while (relations.Next())
            if (
                relations.LocalName == "Relationship"
                && relations.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) is not false
                && relations.GetAttribute("TargetMode") != "External"
            )
                paths.TryAdd(relations.GetAttribute("Id") ?? "", Package.Resolve(Workbook, relations.GetAttribute("Target") ?? ""));
        return ([.. ids.Where(paths.ContainsKey).Select(id => paths[id])], since1904);
    }

    private static List<string> Texts(ZipArchiveEntry? part, UnpackBudget unpackBudget)
    {
        List<string> texts = [];
        if (part is null)
            return texts;
        using var xml = PartXml.Open(part, unpackBudget);
        while (xml.Next())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(TextWithin(xml));
        return texts;
    }

    /// <summary>Which cell formats show a day.</summary>
    private static List<bool> DateStyles(ZipArchiveEntry? part, UnpackBudget unpackBudget)
    {
        List<bool> styles = [];
        if (part is null)
            return styles;
        HashSet<int> own = [];
        var within = false;
        using var xml = PartXml.Open(part, unpackBudget);
        while (xml.Next())
        {
            if (xml.LocalName == "cellXfs")
                within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && ShowsDay().IsMatch(Quoted().Replace(xml.GetAttribute("formatCode") ?? "", "")))
                own.Add(Number(xml.GetAttribute("numFmtId")));
            else if (xml.LocalName == "xf" && within)
            {
                var format = Number(xml.GetAttribute("numFmtId"));
                styles.Add(
                    own.Contains(format)
                        || format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or (>= 57 and <= 58)
                );
            }
        }
        return styles;
    }

    private static IReadOnlyList<ReaderMessage.Row> Rows(
        ZipArchiveEntry part,
        UnpackBudget unpackBudget,
        List<string> texts,
        List<bool> dates,
        bool since1904,
        CharacterCount characters
    )
    {
        var rows = new SheetRows(characters);
        List<string> cells = [];
        var (number, column, hasError) = (0, -1, false);
        using var xml = PartXml.Open(part, unpackBudget);
        while (xml.Next())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                rows.Add(new(number, [.. cells], hasError));
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "mergeCell")
                Repeat(rows, xml.GetAttribute("ref") ?? "");
            if (xml.LocalName == "row")
            {
                number = xml.GetAttribute("r") is { } said ? Number(said) : number + 1;
                (column, hasError) = (-1, false);
                cells.Clear();
            }
            else if (xml.LocalName == "c")
            {
                column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                var (type, style) = (xml.GetAttribute("t"), Number(xml.GetAttribute("s")));
                var value =
                    type is null or "n" ? OfNumber(ValueWithin(xml), style < dates.Count && dates[style], since1904)
                    : type == "s"
                        ? ValueWithin(xml) is { Length: > 0 } index ? texts[CheckedIndex(index, texts)]
                            : ""
                    : type == "inlineStr" ? TextWithin(xml)
                    : Unescape(ValueWithin(xml));
                if (string.IsNullOrWhiteSpace(value))
                    continue;
                if (column >= ReadingLimits.MostColumns)
                    throw SheetRows.TooManyColumns();
                if (type == "e")
                    hasError = true;
                while (cells.Count <= column)
                    cells.Add("");
                cells[column] = value;
            }
        }
        return rows.Rows;
    }

    private static void Repeat(SheetRows rows, string range)
    {
        if (range.Split(':') is [var from, var until])
            rows.Repeat(ColumnOf(from), RowOf(from), RowOf(until));
    }

    private static int RowOf(string reference) => Number(reference.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]));

    private static int CheckedIndex(string index, List<string> texts) =>
        Number(index) is var n && n >= 0 && n < texts.Count ? n : throw new InvalidDataException();

    /// <summary>A day as 2024-03-01.</summary>
    private static string OfNumber(string value, bool isDay, bool since1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        if (isDay && SpreadsheetDay.Of(number + (since1904 ? 1462 : 0)) is { } day)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return CellNumber.Text(number, value);
    }

    private static int Number(string? text) => text is null ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + (c - 'A' + 1);
        return column - 1;
    }

    private static string ValueWithin(XmlReader cell) => Within(cell, "v");

    /// <summary>The text of all runs, without phonetic guides.</summary>
    private static string TextWithin(XmlReader element) => Unescape(Within(element, "t"));

    private static string Within(XmlReader element, string name)
    {
        if (element.IsEmptyElement)
            return "";
        var (depth, text, hushed) = (element.Depth, new StringBuilder(), false);
        var wanted = false;
        while (element.Next() && !(element.NodeType == XmlNodeType.EndElement && element.Depth == depth))
        {
            if (element.LocalName == "rPh")
                hushed = element.NodeType == XmlNodeType.Element && !element.IsEmptyElement;
            if (element.LocalName == name)
                wanted = element.NodeType == XmlNodeType.Element && !element.IsEmptyElement;
            else if (
                wanted
                && !hushed
                && element.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
            )
                Take(element, text);
        }
        return text.ToString();
    }

    /// <summary>As much as a cell can hold. Read in pieces, so that an unlimited text is not held in memory.</summary>
    private static void Take(XmlReader node, StringBuilder text)
    {
        var piece = new char[1024];
        while (
            text.Length < ReadingLimits.LongestCell
            && node.ReadValueChunk(piece, 0, Math.Min(piece.Length, ReadingLimits.LongestCell - text.Length)) is > 0 and var read
        )
            text.Append(piece, 0, read);
    }

    /// <summary>The format writes a character that XML cannot hold as _x000A_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString())
            : text;

    [GeneratedRegex(@"[yYdD]")]
    private static partial Regex ShowsDay();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
