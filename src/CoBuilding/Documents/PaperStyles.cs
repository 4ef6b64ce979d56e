using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Documents;

/// <summary>
/// The letters of an official paper. The licensed fonts may be missing where a paper is opened: the file names others for each, in
/// <c>paper-fonts.tsv</c>.
/// </summary>
internal static class PaperStyles
{
    private const string Latin = "Times New Roman";

    // Sizes are half points: the second size is 22 points, the third 16, the fourth 14.
    private const int Second = 44,
        Third = 32,
        Fourth = 28;

    private static readonly Dictionary<string, string[]> Names = Read();

    public static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Fonts("Body"),
                        new FontSize { Val = Size(Third) },
                        new FontSizeComplexScript { Val = Size(Third) },
                        new Languages { Val = "en-US", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            new Style(
                new StyleName { Val = "Normal" },
                new PrimaryStyle(),
                new StyleParagraphProperties(
                    new WidowControl { Val = false },
                    new AutoSpaceDE { Val = false },
                    new AutoSpaceDN { Val = false },
                    new SnapToGrid { Val = false },
                    new SpacingBetweenLines
                    {
                        Before = "0",
                        After = "0",
                        Line = Number(PaperLayout.LinePitch),
                        LineRule = LineSpacingRuleValues.Exact,
                    }
                )
            )
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            Of("Title", "Title", "Title", Second, Alone(JustificationValues.Center, 660, after: PaperLayout.LinePitch)),
            Of(
                "GrandTitle",
                "Grand Title",
                "Title",
                84,
                Alone(JustificationValues.Center, 1_200, before: 1_800, after: PaperLayout.LinePitch)
            ),
            Of("Addressees", "Addressees", "Body", Third),
            Of("Text", "Body Text", "Body", Third, Begins(JustificationValues.Both)),
            Of("Heading1", "heading 1", "Heading", Third, Leads(0)),
            Of("Heading2", "heading 2", "Subheading", Third, Leads(1)),
            Of("Line", "Line", "Body", Fourth, Alone(null, 420, after: 60)),
            Of(
                "Signature",
                "Signature",
                "Body",
                Third,
                new KeepNext(),
                new KeepLines(),
                new Justification { Val = JustificationValues.Right }
            ),
            Of("TableHead", "Table Head", "Heading", 24, Alone(JustificationValues.Center, 320)),
            Of("TableText", "Table Text", "Body", 24, Alone(null, 320)),
            Of("DenseHead", "Dense Table Head", "Heading", 21, Alone(JustificationValues.Center, 280)),
            Of("DenseText", "Dense Table Text", "Body", 21, Alone(null, 280)),
            Of("PageNumber", "page number", "Number", Fourth, Alone(null, 280)),
            Of("Mark", "header", "Body", 21, Alone(JustificationValues.Center, 280))
        );

    public static Fonts Table() =>
        new(
            Names.Values.Select(names => new Font(
                new AltName { Val = string.Join(',', names[1..]) },
                new FontCharSet { Val = "86" },
                new FontFamily { Val = FontFamilyValues.Auto },
                new Pitch { Val = FontPitchValues.Default }
            )
            {
                Name = names[0],
            })
        );

    /// <summary>For words set unlike the paragraph around them.</summary>
    public static RunFonts Fonts(string use) =>
        new()
        {
            Ascii = Latin,
            HighAnsi = Latin,
            EastAsia = Names[use][0],
            ComplexScript = Latin,
        };

    private static Style Of(string id, string name, string font, int size, params OpenXmlElement[] paragraph)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle())
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
        if (paragraph.Length > 0)
            style.Append(new StyleParagraphProperties(paragraph));
        var letters = new StyleRunProperties(Fonts(font));
        if (size == Third)
            letters.Append(new Spacing { Val = PaperLayout.Narrowing });
        letters.Append(new FontSize { Val = Size(size) }, new FontSizeComplexScript { Val = Size(size) });
        style.Append(letters);
        return style;
    }

    /// <summary>Its letters have another size than the body's.</summary>
    private static OpenXmlElement[] Alone(JustificationValues? side, int line, int before = 0, int after = 0)
    {
        List<OpenXmlElement> properties =
        [
            new SpacingBetweenLines
            {
                Before = Number(before),
                After = Number(after),
                Line = Number(line),
                LineRule = LineSpacingRuleValues.Exact,
            },
        ];
        if (side is not null)
            properties.Add(new Justification { Val = side });
        return [.. properties];
    }

    private static OpenXmlElement[] Begins(JustificationValues side) => [TwoCharacters(), new Justification { Val = side }];

    private static OpenXmlElement[] Leads(int level) => [new KeepNext(), TwoCharacters(), new OutlineLevel { Val = level }];

    private static Indentation TwoCharacters() => new() { FirstLine = Number(2 * PaperLayout.Character), FirstLineChars = 200 };

    private static string Size(int halfPoints) => Number(halfPoints);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string[]> Read()
    {
        using var lines = typeof(PaperStyles).Assembly.GetManifestResourceStream("CoBuilding.Documents.paper-fonts.tsv")!;
        using var reader = new StreamReader(lines);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l[0] != '#')
            .Select(l => l.TrimEnd('\r').Split('\t'))
            .ToDictionary(c => c[0], c => c[1..]);
    }
}
