using System.Text;
using UglyToad.PdfPig.Tokens;

namespace CoBuilding.Reader.Attachments;

/// <summary>The text of a string in a PDF.</summary>
internal static class PdfString
{
    /// <returns>Null if it is not a string.</returns>
    public static string? Of(IToken token) =>
        token switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Bytes switch
            {
                [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text.ToArray()),
                [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text.ToArray()),
                _ => hex.Data,
            },
            _ => null,
        };
}
