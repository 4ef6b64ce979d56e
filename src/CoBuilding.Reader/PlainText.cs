using System.Text;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader;

/// <summary>Bytes that are text, in whatever encoding an office's computers write it.</summary>
internal static class PlainText
{
    /// <summary>
    /// By its mark where it has one; else UTF-8 if it can be that, else what Chinese Windows writes. Null: it is no text.
    /// </summary>
    /// <exception cref="FileRefused">A line is longer than anybody writes one.</exception>
    public static string? Read(byte[] file)
    {
        Encoding[] tried = file switch
        {
            [0xFF, 0xFE, ..] => [Strict(Encoding.Unicode)],
            [0xFE, 0xFF, ..] => [Strict(Encoding.BigEndianUnicode)],
            [not 0, 0, not 0, 0, ..] => [Strict(Encoding.Unicode)],
            _ => [Strict(Encoding.UTF8), Strict(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!)],
        };
        foreach (var encoding in tried)
        {
            try
            {
                var text = encoding.GetString(file).TrimStart('\uFEFF');
                // No text holds these; what does is a picture or a program by another name.
                if (text.Any(c => c is < ' ' and not ('\t' or '\r' or '\n' or '\f'))) return null;
                CheckLines(text);
                return text;
            }
            catch (DecoderFallbackException)
            {
                // Not that one.
            }
        }
        return null;
    }

    /// <exception cref="FileRefused">A line is longer than anybody writes one.</exception>
    public static void CheckLines(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Length > ReadingLimits.LongestTextLine)
                throw new FileRefused(RefusalReason.LineTooLong, ReadingLimits.LongestTextLine);
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }
}
