using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CoBuilding.Tests.House;

/// <summary>Small hostile files that crash, exhaust or delay a parser.</summary>
internal static class HostileFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A page whose content is an object that refers to itself.</summary>
    public static byte[] ContentOfItself() =>
        Pdf.OfObjects(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            "4 0 R"
        );

    /// <summary>Each object refers to the next one, the first from the page's content.</summary>
    public static byte[] ChainOfReferences(int length) =>
        Pdf.OfObjects([
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            .. Enumerable.Range(5, length).Select(n => $"{n} 0 R"),
            "<< /Length 0 >>\nstream\n\nendstream",
        ]);

    /// <summary>Each group of pages holds one more group.</summary>
    public static byte[] DeepPageTree(int depth) =>
        Pdf.OfObjects([
            "<< /Type /Catalog /Pages 2 0 R >>",
            .. Enumerable
                .Range(2, depth)
                .Select(n => $"<< /Type /Pages /Count 1 {(n > 2 ? $"/Parent {n - 1} 0 R " : "")}/Kids [{n + 1} 0 R] >>"),
            $"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 9 9] >>",
        ]);

    /// <summary>Drawings that are drawn again and again, each of them long.</summary>
    public static byte[] DrawsForMinutes() =>
        Pdf.OfContents(
            "",
            "",
            [string.Concat(Enumerable.Repeat("/X0 Do\n", 40_000))],
            Pdf.Stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9]",
                Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("q 1 0 0 1 1 1 cm Q\n", 20_000)))
            )
        );

    /// <summary>Ninety megabytes of elements within elements, of one part of a package.</summary>
    public static byte[] NestedElements(string path, string root)
    {
        const int Count = 15_000_000;
        return Zipped(
            path,
            part =>
            {
                part.Write(root);
                for (var n = 0; n < Count; n++)
                    part.Write(n % 7 == 0 ? "<b>\n  " : "<b>");
            }
        );
    }

    /// <summary>One element with a million attributes of different names.</summary>
    public static byte[] Attributes(string path, string root) =>
        Zipped(
            path,
            part =>
            {
                part.Write(root + "<b");
                for (var n = 0; n < 1_000_000; n++)
                    part.Write(string.Create(CultureInfo.InvariantCulture, $" a{n}=''"));
                part.Write("/>");
            }
        );

    /// <summary>A text as long as a cell can hold, written once and used in each of 200,000 cells.</summary>
    public static byte[] OneTextInManyCells() =>
        WorkbookBytes.Of(
            string.Concat(
                Enumerable
                    .Range(0, 2_000)
                    .Select(_ => "<row>" + string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 100)) + "</row>")
            ),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>{new string('x', 32_000)}</t></si></sst>")
        );

    public static byte[] Commas() => [.. Enumerable.Repeat((byte)',', 19 * 1024 * 1024)];

    /// <summary>Nineteen megabytes of text in orderly lines.</summary>
    public static byte[] Lines()
    {
        var line = Encoding.ASCII.GetBytes(new string('x', 4_000) + "\n");
        return [.. Enumerable.Repeat(line, 5_200).SelectMany(l => l)];
    }

    /// <summary>A package of a paper or a workbook with one more part, or another in place of its own.</summary>
    private static byte[] Zipped(string path, Action<StreamWriter> write)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (path.StartsWith("xl/", StringComparison.Ordinal))
                foreach (var (name, content) in WorkbookBytes.Parts(""))
                    Write(zip, name, part => part.Write(content), path);
            else
                Write(zip, "word/document.xml", part => part.Write("<a/>"), path);
            Write(zip, path, write, "");
        }
        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, Action<StreamWriter> write, string except)
    {
        if (name == except)
            return;
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);
        write(part);
    }
}
