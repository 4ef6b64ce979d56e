namespace CoBuilding.Places;

/// <summary>Reads a place's kind and its everyday name from the official one. The words are in <c>place-words.tsv</c>.</summary>
public static class PlaceNames
{
    private sealed record Ending(string Official, string Everyday, PlaceLevel Level, PlaceKind Kind);

    private static readonly Ending[] Endings = Read();

    public static (string Name, PlaceKind Kind) Derive(string officialName, PlaceLevel level)
    {
        var ending = Endings.FirstOrDefault(e => e.Level == level && officialName.EndsWith(e.Official, StringComparison.Ordinal));
        if (ending is null)
            return (officialName, PlaceKind.Other);
        var stem = officialName[..^ending.Official.Length];
        // Some official names already contain the everyday ending in the stem.
        return (stem.EndsWith(ending.Everyday, StringComparison.Ordinal) ? stem : stem + ending.Everyday, ending.Kind);
    }

    private static Ending[] Read()
    {
        using var words = typeof(PlaceNames).Assembly.GetManifestResourceStream("CoBuilding.Places.place-words.tsv")!;
        using var reader = new StreamReader(words);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(l => l[0] != '#')
                .Select(l => l.Split('\t'))
                .Select(c => new Ending(c[0], c[1], Enum.Parse<PlaceLevel>(c[2]), Enum.Parse<PlaceKind>(c[3]))),
        ];
    }
}
