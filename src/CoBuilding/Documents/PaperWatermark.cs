using System.Security;

namespace CoBuilding.Documents;

/// <summary>
/// The head of a paper with a watermark: the words small at the top, which every reader shows, and large across the page as Word
/// itself would put them there.
/// </summary>
internal static class PaperWatermark
{
    /// <summary>The header's XML. Watermarks are drawn in the older vector language, for which the library has no shorter way.</summary>
    public static string Header(string text, int textWidth)
    {
        var words = SecurityElement.Escape(OpenXmlFile.Storable(text.ReplaceLineEndings(" ")))!;
        var width = (int)(textWidth / 20 * 1.3);
        var height = width / 18;
        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
                xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"><w:p><w:pPr>
            <w:pStyle w:val="Mark"/></w:pPr><w:r><w:rPr><w:noProof/></w:rPr><w:pict>{ShapeType}
            <v:shape id="Watermark" o:spid="_x0000_s2049" type="#_x0000_t136"
                style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;
            mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;
            mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#a6a6a6" stroked="f"><v:fill opacity=".5"/>
            <v:textpath style="font-family:&quot;SimSun&quot;;font-size:1pt" string="{words}"/>
            <w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>
            </w:hdr>
            """;
    }

    /// <summary>Text along a straight path: shape 136 of the language.</summary>
    private const string ShapeType = """
        <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>
        <v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>
        <v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
        <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
        <v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
        <o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>
        """;
}
