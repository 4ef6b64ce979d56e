using System.Text;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader;

/// <summary>Decodes text in the encodings common in offices.</summary>
internal static class PlainText
{
    /// <summary>By byte order mark; otherwise UTF-8 if valid, otherwise GB 18030. Null if it is not text.</summary>
    /// <exception cref="FileRefused">A line is longer than allowed.</exception>
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
                // Text files do not contain these bytes; such a file is a renamed picture or program.
                if (text.Any(c => c is < ' ' and not ('\t' or '\r' or '\n' or '\f')))
                    return null;
                CheckLines(text);
                return text;
            }
            catch (DecoderFallbackException)
            {
                // Not this encoding.
            }
        }
        return null;
    }

    /// <exception cref="FileRefused">A line is longer than allowed.</exception>
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
