using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CoBuilding.Documents;

/// <summary>
/// A worksheet of an .xlsx, read forward once. Of the package only the few parts that hold it are opened, so pictures,
/// links to other files and whatever else somebody put in stay packed.
/// </summary>
internal static partial class Xlsx
{
    // Cells that stand for a merged range are as many as its rows; a sheet that claims to be merged all over is not believed.
    private const int MostMerged = 200_000;

    public static List<SheetRow> Read(byte[] file, Func<SheetRow, bool> isHeader)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var budget = new Budget(Packed.MostUnpacked, SheetRules.UnpacksTooLarge);
            Check(package, budget);
            var (sheets, since1904) = Sheets(package, budget);
            var texts = Texts(package.GetEntry("xl/sharedStrings.xml"), budget);
            var styles = DateStyles(package.GetEntry("xl/styles.xml"), budget);
            List<SheetRow>? first = null;
            foreach (var sheet in sheets)
            {
                var rows = Rows(package.GetEntry(sheet) ?? throw SheetRules.NotAWorkbook(), budget, texts, styles, since1904);
                if (rows.Take(SheetFile.SampleLines).Any(isHeader)) return rows;
                first ??= rows;
            }
            return first ?? throw SheetRules.NotAWorkbook();
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw SheetRules.NotAWorkbook();
        }
    }

    private static void Check(ZipArchive package, Budget budget)
    {
        if (package.GetEntry("xl/workbook.xml") is null) throw SheetRules.NotAWorkbook();
        if (Packed.Bursts(package)) throw budget.Blown();
        if (package.Entries.Any(e => e.IsEncrypted)) throw SheetRules.Encrypted();
        if (Packed.HasMacros(package, budget)) throw SheetRules.HasMacros();
    }

    /// <summary>The sheets that somebody who opens the workbook sees, in their order.</summary>
    private static (IReadOnlyList<string> Paths, bool Since1904) Sheets(ZipArchive package, Budget budget)
    {
        List<string> ids = [];
        var since1904 = false;
        using (var book = Open(package.GetEntry("xl/workbook.xml"), budget))
            while (book.Read())
            {
                if (book.LocalName == "workbookPr") since1904 = book.GetAttribute("date1904") is "1" or "true";
                if (book is not { NodeType: XmlNodeType.Element, LocalName: "sheet" } || book.GetAttribute("state") is "hidden" or "veryHidden") continue;
                // The relationship's namespace differs between the two dialects of the format.
                while (book.MoveToNextAttribute())
                    if (book.LocalName == "id") ids.Add(book.Value);
            }
        Dictionary<string, string> paths = [];
        using var relations = Open(package.GetEntry("xl/_rels/workbook.xml.rels"), budget);
        while (relations.Read())
            if (relations.LocalName == "Relationship" && relations.GetAttribute("Type")?.EndsWith("/worksheet", StringComparison.Ordinal) is not false
                && relations.GetAttribute("TargetMode") != "External")
            {
                var target = relations.GetAttribute("Target") ?? "";
                paths.TryAdd(relations.GetAttribute("Id") ?? "", target.StartsWith('/') ? target[1..] : "xl/" + target);
            }
        return ([.. ids.Where(paths.ContainsKey).Select(id => paths[id])], since1904);
    }

    private static List<string> Texts(ZipArchiveEntry? part, Budget budget)
    {
        List<string> texts = [];
        if (part is null) return texts;
        using var xml = Open(part, budget);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(TextWithin(xml));
        return texts;
    }

    /// <summary>Which cell formats show a day.</summary>
    private static List<bool> DateStyles(ZipArchiveEntry? part, Budget budget)
    {
        List<bool> styles = [];
        if (part is null) return styles;
        HashSet<int> own = [];
        var within = false;
        using var xml = Open(part, budget);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && ShowsDay().IsMatch(Quoted().Replace(xml.GetAttribute("formatCode") ?? "", ""))) own.Add(Number(xml.GetAttribute("numFmtId")));
            else if (xml.LocalName == "xf" && within)
            {
                var format = Number(xml.GetAttribute("numFmtId"));
                styles.Add(own.Contains(format) || format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or (>= 57 and <= 58));
            }
        }
        return styles;
    }

    private static List<SheetRow> Rows(ZipArchiveEntry part, Budget budget, List<string> texts, List<bool> dates, bool since1904)
    {
        List<SheetRow> rows = [];
        List<string> cells = [];
        var (number, column, hasError, merged) = (0, -1, false, 0);
        using var xml = Open(part, budget);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" }) SheetFile.Add(rows, new SheetRow(number, [.. cells], hasError));
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "mergeCell") merged += Repeat(rows, xml.GetAttribute("ref") ?? "");
            if (merged > MostMerged) throw budget.Blown();
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
                var value = SheetFile.Fold(type is null or "n" ? OfNumber(ValueWithin(xml), style < dates.Count && dates[style], since1904)
                    : type == "s" ? ValueWithin(xml) is { Length: > 0 } index ? texts[CheckedIndex(index, texts)] : ""
                    : type == "inlineStr" ? TextWithin(xml) : Unescape(ValueWithin(xml)));
                if (value.Length == 0) continue;
                if (column >= SheetFile.MostColumns) throw SheetRules.TooManyColumns(SheetFile.MostColumns);
                if (type == "e") hasError = true;
                while (cells.Count <= column) cells.Add("");
                cells[column] = value;
            }
        }
        return rows;
    }

    /// <summary>What stands in cells merged downwards is said of each of their rows.</summary>
    /// <returns>How many rows that are.</returns>
    private static int Repeat(List<SheetRow> rows, string range)
    {
        var ends = range.Split(':');
        if (ends.Length != 2 || RowOf(ends[0]) is var from && RowOf(ends[1]) <= from) return 0;
        var (column, until) = (ColumnOf(ends[0]), RowOf(ends[1]));
        var first = rows.BinarySearch(new SheetRow(from, []), Comparer<SheetRow>.Create((a, b) => a.Number.CompareTo(b.Number)));
        if (first < 0 || column < 0 || column >= rows[first].Cells.Length) return 0;
        var n = first + 1;
        for (; n < rows.Count && rows[n].Number <= until; n++)
        {
            var cells = rows[n].Cells;
            if (column >= cells.Length) Array.Resize(ref cells, column + 1);
            for (var gap = rows[n].Cells.Length; gap < cells.Length; gap++) cells[gap] = "";
            if (cells[column].Length == 0) cells[column] = rows[first].Cells[column];
            rows[n] = rows[n] with { Cells = cells };
        }
        return n - first;
    }

    private static int RowOf(string reference) => Number(reference.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]));

    private static int CheckedIndex(string index, List<string> texts) => Number(index) is var n && n >= 0 && n < texts.Count ? n : throw new InvalidDataException();

    /// <summary>All digits of a number, however the sheet shows it; a day as 2024-03-01.</summary>
    private static string OfNumber(string value, bool isDay, bool since1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (isDay && SheetDays.OfSerial(number + (since1904 ? 1462 : 0)) is { } day) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture) : value;
    }

    private static int Number(string? text) => text is null ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4)) column = (column * 26) + (c - 'A' + 1);
        return column - 1;
    }

    private static string ValueWithin(XmlReader cell) => Within(cell, "v");

    /// <summary>The text of all runs, without the small letters that tell how it is read aloud.</summary>
    private static string TextWithin(XmlReader element) => Unescape(Within(element, "t"));

    private static string Within(XmlReader element, string name)
    {
        if (element.IsEmptyElement) return "";
        var (depth, text, hushed) = (element.Depth, new StringBuilder(), false);
        var wanted = false;
        while (element.Read() && !(element.NodeType == XmlNodeType.EndElement && element.Depth == depth))
        {
            if (element.LocalName == "rPh") hushed = element.NodeType == XmlNodeType.Element && !element.IsEmptyElement;
            if (element.LocalName == name) wanted = element.NodeType == XmlNodeType.Element && !element.IsEmptyElement;
            else if (wanted && !hushed && element.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                Take(element, text);
        }
        return text.ToString();
    }

    /// <summary>As much as a cell can hold. In pieces, since a text without end would be held whole otherwise.</summary>
    private static void Take(XmlReader node, StringBuilder text)
    {
        var piece = new char[1024];
        while (text.Length < SheetFile.LongestCell && node.ReadValueChunk(piece, 0, Math.Min(piece.Length, SheetFile.LongestCell - text.Length)) is > 0 and var read)
            text.Append(piece, 0, read);
    }

    /// <summary>The format writes a character that XML cannot hold as _x000A_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, m => ((char)Convert.ToUInt16(m.Groups[1].Value, 16)).ToString()) : text;

    private static XmlReader Open(ZipArchiveEntry? part, Budget budget) => Packed.Read(part ?? throw SheetRules.NotAWorkbook(), budget);

    [GeneratedRegex(@"[yYdD]")]
    private static partial Regex ShowsDay();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
