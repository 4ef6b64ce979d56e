using System.Text.Json;

namespace CoBuilding.Jobs.Channels;

/// <summary>
/// The part of a gateway's response named by a setting. It is compared as a whole and never shown, so that a setting cannot be used to
/// read other parts of the response.
/// </summary>
internal static class GatewayAnswerField
{
    /// <param name="field">A name or dotted path in JSON, or an element's name in XML; null: the first word of the response.</param>
    /// <returns>Null: there is no such part.</returns>
    public static string? Of(string answer, string? field)
    {
        answer = answer.Trim();
        if (field is null)
            return FirstWord(answer);
        return answer.StartsWith('<') ? Element(answer, field) : Field(answer, field);
    }

    /// <summary>Letters and digits of ASCII, with what numbers and codes hold.</summary>
    public static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private static string? FirstWord(string answer) =>
        answer.TakeWhile(IsOfWord).ToArray() is { Length: > 0 } word ? new string(word) : null;

    private static string? Field(string answer, string field)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var part = json.RootElement;
            foreach (var name in field.Split('.'))
                if (part.ValueKind != JsonValueKind.Object || !part.TryGetProperty(name, out part))
                    return null;
            return part.ValueKind switch
            {
                JsonValueKind.String => part.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => part.GetRawText(),
                _ => null,
            };
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Without an XML parser: the text after the first tag of that name.</summary>
    private static string? Element(string answer, string name)
    {
        var tag = $"<{name}>";
        var begin = answer.IndexOf(tag, StringComparison.Ordinal);
        if (begin < 0)
            return null;
        var end = answer.IndexOf('<', begin + tag.Length);
        return end < 0 ? null : answer[(begin + tag.Length)..end].Trim();
    }
}
