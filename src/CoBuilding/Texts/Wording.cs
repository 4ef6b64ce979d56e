using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace CoBuilding.Texts;

/// <summary>
/// The portal's texts: one resource pair per room beside this file, zh-CN neutral and en. A key is <c>Room.Name</c>. The language is the
/// current UI culture: a request's, a circuit's, or the one that a use case takes from its scope. A room in an assembly of its own has its
/// pair in that one's folder <c>Texts</c>, and adds there what it needs in a pair of the portal's: <c>Fields</c>, <c>Journal</c>,
/// <c>Dashboards</c>.
/// </summary>
public static partial class Wording
{
    private static readonly string[] PrefixesInAnyRoom = ["Table_", "Action_", "Field_"];

    /// <summary>The first of several that have a text gives it.</summary>
    private static readonly FrozenDictionary<string, ResourceManager[]> Rooms = (
        from assembly in RoomAssemblies.All
        from resource in assembly.GetManifestResourceNames()
        let pair = TextsOfRoom().Match(resource)
        where pair.Success
        group new ResourceManager(pair.Groups["pair"].Value, assembly) by pair.Groups["room"].Value
    ).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.ToArray());
    private static readonly ConcurrentDictionary<Type, string> EnumPrefixes = new();

    // The keys of words that rooms bring for what shows all rooms, by the part behind the room.
    private static readonly Lazy<FrozenDictionary<string, string>> KeysInAnyRoom = new(ReadKeysInAnyRoom);

    // Keys that end with an enum's value are put together, so no fence finds a missing text by reading the code.
    private static readonly bool MissingTextsThrow = AppContext.TryGetSwitch("CoBuilding.MissingTextsThrow", out var isOn) && isOn;

    /// <summary>The text of a key, its placeholders filled. A missing text shows as its key.</summary>
    /// <exception cref="KeyNotFoundException">In tests, which set a switch: there is no such text.</exception>
    public static string T(string key, params object?[] args)
    {
        var text = Find(key) ?? (MissingTextsThrow ? throw new KeyNotFoundException($"There is no text {key}.") : key);
        return args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);
    }

    /// <summary>The text of an enum's value.</summary>
    public static string T(Enum value) => T(KeyOf(value.GetType(), value.ToString()));

    /// <summary>The key of an enum value's text: <c>Room.Type_Value</c>, where <see cref="TextsInAttribute"/> names the room.</summary>
    public static string KeyOf(Type type, string value) => $"{EnumPrefixes.GetOrAdd(type, PrefixOf)}_{value}";

    private static string PrefixOf(Type type) =>
        type.GetCustomAttribute<TextsInAttribute>() is { } texts
            ? $"{texts.Room}.{type.Name}"
            : throw new InvalidOperationException($"{type} is to be shown and does not say which room holds its texts.");

    /// <summary>The number of a paper's point: in Chinese characters, from 21 on in digits.</summary>
    public static string Numeral(int number)
    {
        var numerals = T("Exports.Numerals").Split(' ');
        return number <= numerals.Length ? numerals[number - 1] : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The label of a form's field, as used in messages about it.</summary>
    public static string Label(string field) => Find("Fields." + field) ?? FindInAnyRoom("Field_" + field) ?? field;

    /// <summary>
    /// A word that some room brings for what shows the rows of all rooms: <c>Table_…</c> and <c>Action_…</c> for the journal,
    /// <c>Field_…</c> for a field that no other room has. Null when no room brings it.
    /// </summary>
    public static string? FindInAnyRoom(string name) => KeysInAnyRoom.Value.TryGetValue(name, out var key) ? Find(key) : null;

    /// <summary>The names of all words that rooms bring.</summary>
    public static IEnumerable<string> NamesInAnyRoom => KeysInAnyRoom.Value.Keys;

    /// <summary>Null when there is no such text.</summary>
    public static string? Find(string key) => FindIn(CultureInfo.CurrentUICulture, key);

    /// <summary>The same in another language than the current one.</summary>
    public static string? FindIn(CultureInfo language, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !Rooms.TryGetValue(key[..dot], out var pairs))
            return null;
        foreach (var pair in pairs)
            if (pair.GetString(key[(dot + 1)..], language) is { } text)
                return text;
        return null;
    }

    /// <summary>The names of all texts of a room.</summary>
    public static IEnumerable<string> NamesIn(string room) => NamesIn(Rooms[room]);

    private static FrozenDictionary<string, string> ReadKeysInAnyRoom() =>
        Rooms
            .OrderBy(room => room.Key, StringComparer.Ordinal)
            .SelectMany(room => NamesIn(room.Value).Select(name => (Room: room.Key, Name: name)))
            .Where(word => PrefixesInAnyRoom.Any(p => word.Name.StartsWith(p, StringComparison.Ordinal)))
            .DistinctBy(word => word.Name)
            .ToFrozenDictionary(word => word.Name, word => $"{word.Room}.{word.Name}");

    private static IEnumerable<string> NamesIn(IEnumerable<ResourceManager> pairs) =>
        pairs
            .SelectMany(pair =>
                pair.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            )
            .Select(text => (string)text.Key);

    [GeneratedRegex(@"^(?<pair>.+\.Texts\.(?<room>\w+))\.resources$")]
    private static partial Regex TextsOfRoom();
}
