using System.IO.Compression;
using System.Text;

namespace CoBuilding.Benchmarks;

/// <summary>A file made by hand, part by part, so that it can be wrong in any way.</summary>
/// <param name="Name">The original file name.</param>
internal sealed record HandmadeFile(string Name, byte[] Bytes)
{
    /// <param name="objects">A PDF's objects, numbered from 1; the first is its catalog.</param>
    public static HandmadeFile Pdf(string name, IEnumerable<string> objects)
    {
        using var file = new MemoryStream();
        using var text = new StreamWriter(file, Encoding.ASCII);
        List<long> offsets = [];
        text.Write("%PDF-1.7\n");
        foreach (var inside in objects)
        {
            text.Flush();
            offsets.Add(file.Position);
            text.Write($"{offsets.Count} 0 obj\n{inside}\nendobj\n");
        }
        text.Flush();
        var table = file.Position;
        text.Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Write($"{offset:D10} 00000 n \n");
        text.Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        text.Flush();
        return new(name, file.ToArray());
    }

    /// <summary>Of a PDF.</summary>
    public static string Stream(string dictionary, string content) =>
        $"<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream";

    /// <param name="parts">A package's; each is written into the zip as it is made, so that none is ever whole in memory.</param>
    public static HandmadeFile Zipped(string name, params (string Path, Action<TextWriter> Write)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, write) in parts)
            {
                using var entry = new StreamWriter(zip.CreateEntry(path).Open());
                write(entry);
            }
        return new(name, file.ToArray());
    }

    /// <param name="body">Writes what stands within the body.</param>
    public static HandmadeFile Docx(string name, Action<TextWriter> body) =>
        Zipped(
            name,
            ("[Content_Types].xml", part => part.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            (
                "word/document.xml",
                part =>
                {
                    part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
                    body(part);
                    part.Write("</w:body></w:document>");
                }
            )
        );

    /// <param name="texts">To which the cells refer by their number.</param>
    /// <param name="rows">Their cells that hold anything; columns are counted from 0.</param>
    public static HandmadeFile Xlsx(string name, IEnumerable<string> texts, IEnumerable<IEnumerable<(int Column, int Text)>> rows)
    {
        const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        return Zipped(
            name,
            ("[Content_Types].xml", part => part.Write($"<Types xmlns=\"{Package}/content-types\"/>")),
            (
                "xl/workbook.xml",
                part =>
                    part.Write(
                        $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relations}\">"
                            + "<sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                    )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                part =>
                    part.Write(
                        $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" "
                            + "Target=\"worksheets/sheet1.xml\"/></Relationships>"
                    )
            ),
            (
                "xl/sharedStrings.xml",
                part =>
                {
                    part.Write($"<sst xmlns=\"{Spreadsheet}\">");
                    foreach (var text in texts)
                        part.Write($"<si><t>{System.Security.SecurityElement.Escape(text)}</t></si>");
                    part.Write("</sst>");
                }
            ),
            (
                "xl/worksheets/sheet1.xml",
                part =>
                {
                    part.Write($"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>");
                    foreach (var (number, row) in rows.Index())
                        part.Write($"<row r=\"{number + 1}\">{string.Concat(row.Select(c => Cell(c.Column, number + 1, c.Text)))}</row>");
                    part.Write("</sheetData></worksheet>");
                }
            )
        );
    }

    private static string Cell(int column, int row, int text)
    {
        var letters = (column < 26 ? "" : ((char)('A' + (column / 26) - 1)).ToString()) + (char)('A' + (column % 26));
        return $"<c r=\"{letters}{row}\" t=\"s\"><v>{text}</v></c>";
    }
}
