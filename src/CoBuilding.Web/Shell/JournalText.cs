using System.Collections;
using System.Globalization;
using System.Text.Json;
using CoBuilding.Texts;

namespace CoBuilding.Web.Shell;

/// <summary>The journal's columns as people read them.</summary>
public static class JournalText
{
    public sealed record Column(string Name, string Label, string Value);

    /// <summary>The tables that the journal speaks of: those that have a text.</summary>
    public static IReadOnlyList<string> Subjects { get; } =
    [
        .. Wording.Of("Journal").GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .Select(e => (string)e.Key).Where(k => k.StartsWith("Table_", StringComparison.Ordinal)).Select(k => k["Table_".Length..]).Order(StringComparer.Ordinal),
    ];

    public static string Subject(string table) => Wording.Find("Journal.Table_" + table) ?? table;

    /// <summary>A login, or the kind of an actor that has none.</summary>
    public static string Actor(string actor) => Wording.Find("Journal.Actor_" + actor) ?? actor;

    public static string Deed(string deed) => Wording.Find("Journal.Deed_" + deed) ?? deed;

    public static string Right(string right) => Wording.Find("Journal.Right_" + right) ?? right;

    public static IReadOnlyList<Column> Columns(string? json)
    {
        if (string.IsNullOrEmpty(json)) return [];
        try
        {
            using var columns = JsonDocument.Parse(json);
            return columns.RootElement.ValueKind is JsonValueKind.Object
                ? [.. columns.RootElement.EnumerateObject().Select(c => new Column(c.Name, Wording.Label(c.Name), Read(c.Value)))]
                : [new Column("", "", columns.RootElement.ToString())];
        }
        catch (JsonException)
        {
            return [new Column("", "", json)];
        }
    }

    private static string Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Wording.T("Shell.Nothing"),
        JsonValueKind.True => Wording.T("Shell.Yes"),
        JsonValueKind.False => Wording.T("Shell.No"),
        JsonValueKind.String when value.GetString() is { Length: > 18 } text && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant) => instant.Exact(),
        _ => value.ToString(),
    };
}
