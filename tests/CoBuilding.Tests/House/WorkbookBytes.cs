using System.IO.Compression;
using System.Text;

namespace CoBuilding.Tests.House;

/// <summary>A workbook made by hand, part by part, so that it can be wrong in any way.</summary>
internal static class WorkbookBytes
{
    public const string Plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <param name="sheetData">What stands within sheetData.</param>
    /// <param name="more">Further parts, or others in place of the usual ones.</param>
    public static byte[] Of(string sheetData, params (string Path, string Content)[] more)
    {
        var parts = Parts(sheetData);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in parts.Where(p => !more.Any(m => m.Path == p.Path)).Concat(more))
            {
                using var entry = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
                entry.Write(content);
            }
        return file.ToArray();
    }

    /// <summary>The usual parts.</summary>
    public static IReadOnlyList<(string Path, string Content)> Parts(string sheetData)
    {
        const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return
        [
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Plain}\"/></Types>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relationships}\"><sheets>"
                    + "<sheet name=\"1\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                    + $"Id=\"rId7\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>{sheetData}</sheetData></worksheet>"),
        ];
    }

    /// <summary>Rows of texts; what begins with an angle bracket is a cell's own inside.</summary>
    public static byte[] OfRows(params string[][] rows) =>
        Of(string.Concat(rows.Select(r => "<row>" + string.Concat(r.Select(Cell)) + "</row>")));

    private static string Cell(string text) =>
        text.StartsWith("<c", StringComparison.Ordinal) ? text
        : text.Length == 0 ? "<c/>"
        : $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>";
}
