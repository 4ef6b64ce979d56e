using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>The words for a unit's kinds, and its Party organization's. They are in <c>unit-kind-words.tsv</c>.</summary>
internal static class UnitKindWords
{
    private static readonly string[] Endings =
    [
        .. SynonymFile.Read("Units.unit-endings.tsv").Select(l => l.Value).OrderByDescending(e => e.Length),
    ];
    private static readonly IReadOnlyList<(string Value, string[] Words)> Lines = SynonymFile.Read("Units.unit-kind-words.tsv");
    private static readonly Dictionary<string, PartyOrganizationKind> PartyOrganizations = Lines
        .Where(l => Enum.TryParse<PartyOrganizationKind>(l.Value, out _))
        .SelectMany(l => l.Words.Select(w => (Key: SynonymFile.Key(w), Value: Enum.Parse<PartyOrganizationKind>(l.Value))))
        .ToDictionary(x => x.Key, x => x.Value);

    /// <summary>How people write a standard kind. A district's own words are <see cref="UnitKinds.UnitKindList"/>.</summary>
    public static IReadOnlyList<string> Of(UnitKind kind) => Lines.First(l => l.Value == kind.ToString()).Words;

    /// <summary>By the word, or by a name that ends with it: the branch of a school.</summary>
    public static PartyOrganizationKind? PartyOrganization(string text)
    {
        var key = SynonymFile.Key(text);
        var ending = PartyOrganizations
            .Keys.Where(k => key == k || (k.Length > 1 && key.EndsWith(k, StringComparison.Ordinal)))
            .MaxBy(k => k.Length);
        return ending is null ? null : PartyOrganizations[ending];
    }

    /// <summary>
    /// Normalizes a unit's name: ignores width, case, blanks, dots, brackets and the legal form. Units with equal results are
    /// likely the same.
    /// </summary>
    public static string Alike(string name)
    {
        var key = string.Concat(Pinyin.Needle(name).Where(char.IsLetterOrDigit));
        var ending = Endings.FirstOrDefault(e => key.Length > e.Length && key.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? key : key[..^ending.Length];
    }
}
