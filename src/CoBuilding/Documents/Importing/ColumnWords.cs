using System.Globalization;
using System.Text.RegularExpressions;
using CoBuilding.Texts;

namespace CoBuilding.Documents.Importing;

/// <summary>The columns of one kind of list and the headers by which people know them.</summary>
internal sealed partial class ColumnWords<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> columns = [];
    private readonly Dictionary<T, string[]> words = [];

    public ColumnWords(string resource)
    {
        foreach (var (value, known) in SynonymFile.Read(resource))
        {
            var column = Enum.Parse<T>(value);
            words.Add(column, known);
            foreach (var word in known)
                columns.Add(SynonymFile.Key(word), column);
        }
    }

    /// <summary>A header, optionally followed by a remark in brackets, a star or a colon.</summary>
    public T? Find(string header)
    {
        var key = SynonymFile.Key(header);
        return columns.TryGetValue(key, out var column) || columns.TryGetValue(Behind().Replace(key, ""), out column) ? column : null;
    }

    /// <summary>Its name in the current language: the first word, or the last, which is English.</summary>
    public string Label(T column) => words[column][CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? ^1 : 0];

    [GeneratedRegex(@"\([^()]*\)$|[*:]+$")]
    private static partial Regex Behind();
}
