using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CoBuilding.Tests.House;

/// <summary>
/// A PDF made by hand, object by object, so that it can be wrong in any way. Its single font can write any text: each character is encoded
/// as a byte.
/// </summary>
internal static class Pdf
{
    /// <param name="catalog">What else stands in the catalog.</param>
    /// <param name="pages">Each page's lines; a line's pieces, parted by a tab, stand far from each other.</param>
    public static byte[] Of(string catalog, params string[][] pages)
    {
        var letters = string.Concat(pages.SelectMany(p => p)).Distinct().Where(c => c != '\t').ToList();
        var map = string.Concat(letters.Select((c, n) => $"<{n + 1:X2}> <{(int)c:X4}>\n"));
        return OfContents(
            catalog,
            "/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<00> <FF>"
                + $"\nendcodespacerange\n{letters.Count} beginbfchar\n{map}endbfchar\nendcmap\nend\n",
            [
                .. pages.Select(lines =>
                    string.Concat(
                        lines.Select(
                            (line, n) => string.Concat(line.Split('\t').Select((piece, m) => Piece(piece, 60 + (m * 250), 780 - (n * 30))))
                        )
                    )
                ),
            ]
        );

        string Piece(string text, int x, int y) =>
            $"BT /F1 16 Tf {x} {y} Td "
            + $"<{string.Concat(text.Select(c => (letters.IndexOf(c) + 1).ToString("X2", CultureInfo.InvariantCulture)))}> Tj ET\n";
    }

    /// <param name="contents">What each page draws.</param>
    /// <param name="more">Further objects from number 100 on, in place of the drawing X0.</param>
    public static byte[] OfContents(string catalog, string unicode, IReadOnlyList<string> contents, params byte[][] more)
    {
        SortedDictionary<int, byte[]> objects = new()
        {
            [1] = Ascii($"<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
            [2] = Ascii(
                $"<< /Type /Pages /Count {contents.Count} /Kids [{string.Join(' ', contents.Select((_, n) => $"{10 + (n * 2)} 0 R"))}] >>"
            ),
            [3] = Ascii(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Some /FirstChar 0 /LastChar 255 /Widths "
                    + $"[{string.Join(' ', Enumerable.Repeat(1000, 256))}] /FontDescriptor 5 0 R /ToUnicode 4 0 R >>"
            ),
            [4] = Stream("", Ascii(unicode)),
            [5] = Ascii(
                "<< /Type /FontDescriptor /FontName /Some /Flags 4 /FontBBox [0 0 1000 "
                    + "1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
            ),
        };
        for (var n = 0; n < contents.Count; n++)
        {
            objects[10 + (n * 2)] = Ascii(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << "
                    + $"/F1 3 0 R >> /XObject << /X0 100 0 R >> >> /Contents {11 + (n * 2)} 0 R >>"
            );
            objects[11 + (n * 2)] = Stream("", Ascii(contents[n]));
        }
        for (var n = 0; n < more.Length; n++)
            objects[100 + n] = more[n];

        return OfObjects(objects);
    }

    /// <summary>Objects by their place, the first of which is the catalog; nothing is added to them.</summary>
    public static byte[] OfObjects(params IReadOnlyList<string> objects) =>
        OfObjects(new SortedDictionary<int, byte[]>(objects.Index().ToDictionary(o => o.Index + 1, o => Ascii(o.Item))));

    private static byte[] OfObjects(SortedDictionary<int, byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        Dictionary<int, long> offsets = [];
        foreach (var (number, body) in objects)
        {
            offsets[number] = file.Position;
            file.Write([.. Ascii($"{number} 0 obj\n"), .. body, .. "\nendobj\n"u8]);
        }
        var start = file.Position;
        file.Write(
            Ascii(
                $"xref\n0 {objects.Keys.Max() + 1}\n"
                    + string.Concat(
                        Enumerable
                            .Range(0, objects.Keys.Max() + 1)
                            .Select(n => offsets.TryGetValue(n, out var at) ? $"{at:D10} 00000 n \n" : "0000000000 65535 f \n")
                    )
            )
        );
        file.Write(Ascii($"trailer\n<< /Size {objects.Keys.Max() + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"));
        return file.ToArray();
    }

    public static byte[] Stream(string dictionary, byte[] content) =>
        [.. Ascii($"<< {dictionary} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    public static byte[] Deflated(long zeros)
    {
        using var packed = new MemoryStream();
        using (var flat = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var piece = new byte[1024 * 1024]; zeros > 0; zeros -= piece.Length)
                flat.Write(piece, 0, (int)Math.Min(zeros, piece.Length));
        return packed.ToArray();
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
