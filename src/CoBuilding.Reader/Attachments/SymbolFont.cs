using System.Globalization;
using System.Xml;

namespace CoBuilding.Reader.Attachments;

/// <summary>Maps characters of symbol fonts to the characters they look like.</summary>
internal static class SymbolFont
{
    private const char Star = '\u2605';

    /// <summary>Stars of Wingdings and of Wingdings 2, by the last byte of their code.</summary>
    private static bool IsStar(string font, int code) => font.EndsWith('2') ? code is >= 0xDC and <= 0xF2 : code is >= 0xA9 and <= 0xB6;

    /// <summary>What an element such as <c>w:sym</c> shows; a character of an ordinary font is written so, too.</summary>
    public static string Character(XmlReader symbol)
    {
        var font = symbol.GetAttribute("font", symbol.NamespaceURI) ?? "";
        if (
            !int.TryParse(
                symbol.GetAttribute("char", symbol.NamespaceURI),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
            return "";
        if (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) && IsStar(font, code & 0xFF))
            return Star.ToString();
        return code is > 0x1F and <= 0xFFFF && !char.IsSurrogate((char)code) ? ((char)code).ToString() : "";
    }
}
