using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Documents;

/// <summary>
/// The page of an official paper by GB/T 9704-2012: A4, 37 mm above and 28 mm at the binding side of a text area of 156 by 225 mm,
/// which holds 22 lines of 28 characters in the third size (16 points). Lengths are twentieths of a point.
/// </summary>
internal static class PaperLayout
{
    /// <summary>
    /// The reduction of each character of the third size so that 28 fit in a line. Set on the characters, not on the page's
    /// grid: LibreOffice gives a character that is wider than its place in a grid two places.
    /// </summary>
    public const int Narrowing = -5;

    /// <summary>One of 22 lines.</summary>
    public const int LinePitch = 579;

    /// <summary>A character of the third size.</summary>
    public const int Character = 320;

    public const int ShortSide = 11_906,
        LongSide = 16_838;
    private const int Top = 2_098,
        Bottom = 1_984,
        Binding = 1_587,
        Edge = 1_474;

    public static int TextWidth(bool isAcross) => isAcross ? LongSide - Top - Bottom : ShortSide - Binding - Edge;

    /// <summary>In landscape, the portrait page is rotated: its head is at the binding.</summary>
    public static SectionProperties Section(bool isAcross, IEnumerable<HeaderFooterReferenceType> parts)
    {
        var section = new SectionProperties(parts);
        section.Append(
            isAcross
                ? new PageSize
                {
                    Width = LongSide,
                    Height = ShortSide,
                    Orient = PageOrientationValues.Landscape,
                }
                : new PageSize { Width = ShortSide, Height = LongSide },
            // The number's dash lies 7 mm below the text area.
            isAcross
                ? new PageMargin
                {
                    Top = Binding,
                    Bottom = Edge,
                    Left = Bottom,
                    Right = Top,
                    Header = 567,
                    Footer = 797,
                    Gutter = 0,
                }
                : new PageMargin
                {
                    Top = Top,
                    Bottom = Bottom,
                    Left = Binding,
                    Right = Edge,
                    Header = 850,
                    Footer = 1_307,
                    Gutter = 0,
                },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch }
        );
        return section;
    }

    /// <summary>Odd pages and even ones differ by the side of their number; upright ones by that of their binding as well.</summary>
    public static Settings Settings(bool isAcross)
    {
        var settings = new Settings();
        if (!isAcross)
            settings.Append(new MirrorMargins());
        settings.Append(
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" }
        );
        return settings;
    }

    /// <summary>A number of the fourth size between dashes, one character from the outer edge.</summary>
    public static Footer PageNumber(bool isEven)
    {
        var side = isEven ? new Indentation { Left = "280" } : new Indentation { Right = "280" };
        return new Footer(
            new Paragraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = "PageNumber" },
                    side,
                    new Justification { Val = isEven ? JustificationValues.Left : JustificationValues.Right }
                ),
                new Run(new Text("\u2014 ") { Space = SpaceProcessingModeValues.Preserve }),
                new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
                new Run(new Text(" \u2014") { Space = SpaceProcessingModeValues.Preserve })
            )
        );
    }
}
