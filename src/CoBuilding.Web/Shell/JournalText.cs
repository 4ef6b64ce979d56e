using System.Globalization;
using System.Text.Json;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Web.Shell;

/// <summary>Texts for the columns of the journal.</summary>
public static class JournalText
{
    public sealed record Column(string Name, string Label, string Value);

    /// <summary>The tables shown in the journal: those that have a text.</summary>
    public static IReadOnlyList<string> Subjects { get; } =
    [
        .. Wording
            .NamesInAnyRoom.Where(k => k.StartsWith("Table_", StringComparison.Ordinal))
            .Select(k => k["Table_".Length..])
            .Order(StringComparer.Ordinal),
    ];

    private static readonly ILookup<string, Type> Choices = RoomAssemblies
        .Types.Where(t => t.IsSubclassOf(typeof(Tenanted)))
        .SelectMany(t => t.GetProperties())
        .Select(p => (p.Name, Type: Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))
        .Where(p => p.Type.IsEnum)
        .Distinct()
        .ToLookup(p => p.Name, p => p.Type);

    public static string Subject(string table) => Wording.FindInAnyRoom("Table_" + table) ?? table;

    /// <summary>A login, or the kind of an actor that has none.</summary>
    public static string Actor(string actor) => Wording.Find("Journal.Actor_" + actor) ?? actor;

    public static string Action(string action) => Wording.FindInAnyRoom("Action_" + action) ?? action;

    public static string Right(string right) => Wording.Find("Journal.Right_" + right) ?? right;

    public static IReadOnlyList<Column> Columns(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return [];
        try
        {
            using var columns = JsonDocument.Parse(json);
            return columns.RootElement.ValueKind is JsonValueKind.Object
                ?
                [
                    .. columns
                        .RootElement.EnumerateObject()
                        .Select(c => new Column(c.Name, Wording.Label(c.Name), Words(c.Name, c.Value) ?? Read(c.Value))),
                ]
                : [new Column("", "", columns.RootElement.ToString())];
        }
        catch (JsonException)
        {
            return [new Column("", "", json)];
        }
    }

    /// <summary>The text of an enum value, by the type of its column.</summary>
    private static string? Words(string column, JsonElement value) =>
        value.ValueKind is JsonValueKind.String
        && value.GetString() is { } name
        && Choices[column].FirstOrDefault(type => Enum.IsDefined(type, name)) is { } type
            ? Wording.Find(Wording.KeyOf(type, name))
            : null;

    private static string Read(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Wording.T("Shell.Nothing"),
            JsonValueKind.True => Wording.T("Shell.Yes"),
            JsonValueKind.False => Wording.T("Shell.No"),
            JsonValueKind.String
                when value.GetString() is { Length: > 18 } text
                    && text[10] == 'T'
                    && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant) => instant.Exact(),
            _ => value.ToString(),
        };
}
