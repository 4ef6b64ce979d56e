using System.Text;

namespace CoBuilding.Benchmarks;

/// <summary>Test files: regular documents, and hostile files that crash, exhaust or delay a parser.</summary>
internal static class ForeignAttachments
{
    private const int Page = 4,
        Content = 5;
    private static readonly string[] Points =
    [
        .. Enumerable.Range(1, 40).Select(n => $"Parking by turns, point {n}: the yard is empty after five."),
    ];

    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<HandmadeFile> Innocent() =>
        [
            HandmadeFile.Docx(
                "innocent.docx",
                body => body.Write(string.Concat(Points.Select(p => $"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>")))
            ),
            HandmadeFile.Xlsx("innocent.xlsx", Points, Rows(count: 50, columns: 4, (row, column) => (row + column) % Points.Length)),
            Pdf(
                "innocent.pdf",
                "/Font << /F 5 0 R >>",
                6,
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                HandmadeFile.Stream("", string.Concat(Points.Select((p, n) => $"BT /F 12 Tf 60 {780 - (n * 18)} Td ({p}) Tj ET\n")))
            ),
            new("innocent.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", Points))),
        ];

    /// <summary>Takes minutes: a form of many operators, drawn repeatedly.</summary>
    public static HandmadeFile Lasting() =>
        Pdf(
            "lasting.pdf",
            "/XObject << /X 5 0 R >>",
            6,
            HandmadeFile.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", Repeated("1 0 0 1 0 0 cm\n", 20_000)),
            HandmadeFile.Stream("", Repeated("/X Do\n", 45_000))
        );

    /// <summary>The others.</summary>
    public static IReadOnlyList<HandmadeFile> Hostile() =>
        [
            Pdf("refers-to-itself.pdf", "", Content, "5 0 R"),
            Pdf(
                "chain.pdf",
                "",
                Content,
                [.. Enumerable.Range(Content, 100_000).Select(n => $"{n + 1} 0 R"), HandmadeFile.Stream("", "q Q")]
            ),
            HandmadeFile.Pdf("deep-pages.pdf", DeepPages(150_000)),
            HandmadeFile.Docx("deep-elements.docx", DeepElements),
            HandmadeFile.Docx(
                "many-names.docx",
                body =>
                {
                    body.Write("<w:p");
                    for (var n = 0; n < 1_000_000; n++)
                        body.Write($" a{n:x}=\"\"");
                    body.Write("/>");
                }
            ),
            HandmadeFile.Xlsx("one-text-everywhere.xlsx", [LongText(21_000_000)], Rows(count: 2_000, columns: 100, (_, _) => 0)),
            new("short-lines.txt", Encoding.ASCII.GetBytes(Repeated("a\n", 9_500_000))),
            new("one-line.txt", Encoding.ASCII.GetBytes(new string(',', 19 * 1024 * 1024))),
        ];

    /// <param name="resources">Of the one page.</param>
    /// <param name="content">The number of the object that is its content.</param>
    /// <param name="more">The objects from number 5 on.</param>
    private static HandmadeFile Pdf(string name, string resources, int content, params IEnumerable<string> more) =>
        HandmadeFile.Pdf(
            name,
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                $"<< /Type /Pages /Count 1 /Kids [{Page} 0 R] >>",
                "<< >>",
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << {resources} >> /Contents {content} 0 R >>",
                .. more,
            ]
        );

    private static IEnumerable<string> DeepPages(int depth)
    {
        yield return "<< /Type /Catalog /Pages 2 0 R >>";
        yield return "<</Type/Pages/Count 1/Kids[3 0 R]>>";
        for (var n = 3; n < depth + 2; n++)
            yield return $"<</Type/Pages/Count 1/Kids[{n + 1} 0 R]/Parent {n - 1} 0 R>>";
        yield return $"<</Type/Page/Parent {depth + 1} 0 R/MediaBox[0 0 595 842]>>";
    }

    /// <summary>Some 90 MB; now and then another name, since a file that packs too well is not opened at all.</summary>
    private static void DeepElements(TextWriter body)
    {
        const int Depth = 1_600_000;
        var dice = new Random(20261201);
        var names = Enumerable.Range(0, Depth).Select(n => n % 24 == 0 ? $"w:deep{dice.Next(1_000):000}" : "w:deepest").ToArray();
        foreach (var name in names)
            body.Write($"<{name} w:val=\"some value\">");
        foreach (var name in names.Reverse())
            body.Write($"</{name}>");
    }

    /// <param name="text">The number of the text in a row and a column.</param>
    private static IEnumerable<IEnumerable<(int Column, int Text)>> Rows(int count, int columns, Func<int, int, int> text) =>
        Enumerable.Range(0, count).Select(row => Enumerable.Range(0, columns).Select(column => (column, text(row, column))));

    /// <summary>Now and then another letter, for the same reason.</summary>
    private static string LongText(int length)
    {
        var dice = new Random(20261201);
        return string.Create(
            length,
            dice,
            (text, d) =>
            {
                for (var n = 0; n < text.Length; n++)
                    text[n] = n % 128 == 0 ? (char)('a' + d.Next(26)) : 'x';
            }
        );
    }

    private static string Repeated(string operators, int times) => new StringBuilder().Insert(0, operators, times).ToString();
}
