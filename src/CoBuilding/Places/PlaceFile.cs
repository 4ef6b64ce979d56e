using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

namespace CoBuilding.Places;

/// <summary>
/// A list of places by national statistical division code: columns <c>code,name,level,parent_code</c>, UTF-8, parents before
/// children. Lists of any city can be used; Dalian's is included.
/// </summary>
public sealed class PlaceFile
{
    public sealed class Row
    {
        [Name("code")]
        public string Code { get; set; } = "";

        [Name("name")]
        public string Name { get; set; } = "";

        [Name("level")]
        public string Level { get; set; } = "";

        [Name("parent_code")]
        public string ParentCode { get; set; } = "";
    }

    private readonly List<Row> rows;

    private PlaceFile(List<Row> rows) => this.rows = rows;

    private const int LongestName = 120;

    /// <exception cref="InvalidDataException">A column is missing, a level is unknown, a code or name has the wrong shape, or a parent does
    /// not come first.</exception>
    public static PlaceFile Read(TextReader text)
    {
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        List<Row> rows;
        try
        {
            rows = [.. csv.GetRecords<Row>()];
        }
        catch (CsvHelperException broken)
        {
            throw new InvalidDataException($"The list of places cannot be read: {broken.Message.Split('\n')[0]}", broken);
        }
        Dictionary<string, PlaceLevel> seen = [];
        foreach (var row in rows)
        {
            if (!Enum.TryParse<PlaceLevel>(row.Level, ignoreCase: true, out var level) || !Enum.IsDefined(level))
                throw new InvalidDataException($"{row.Code}: unknown level '{row.Level}'.");
            if (row.Code.Length != 6 + (3 * (int)level) || !row.Code.All(char.IsAsciiDigit))
                throw new InvalidDataException($"'{row.Code}' is no code of a {row.Level}: it needs {6 + (3 * (int)level)} digits.");
            if (string.IsNullOrWhiteSpace(row.Name) || row.Name.Length > LongestName)
                throw new InvalidDataException($"{row.Code}: its name is empty or longer than {LongestName} characters.");
            if (level != PlaceLevel.District && (!seen.TryGetValue(row.ParentCode, out var parent) || parent != level - 1))
                throw new InvalidDataException($"{row.Code}: its parent {row.ParentCode} does not come before it, or is of another level.");
            if (!seen.TryAdd(row.Code, level))
                throw new InvalidDataException($"{row.Code} stands there twice.");
        }
        if (rows.Count == 0)
            throw new InvalidDataException("The list of places is empty.");
        return new PlaceFile(rows);
    }

    public static PlaceFile Read(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader);
    }

    public IEnumerable<string> DistrictCodes => rows.Where(r => LevelOf(r) == PlaceLevel.District).Select(r => r.Code);

    public string NameOf(string districtCode) =>
        rows.FirstOrDefault(r => r.Code == districtCode && LevelOf(r) == PlaceLevel.District)?.Name
        ?? throw new InvalidDataException($"The list of places has no district {districtCode}.");

    /// <summary>The district's places, parents first; each call makes new ones.</summary>
    /// <exception cref="InvalidDataException">There is no such district.</exception>
    public IReadOnlyList<Place> PlacesOf(string districtCode)
    {
        NameOf(districtCode);
        Dictionary<string, Place> made = [];
        foreach (var row in rows)
        {
            var level = LevelOf(row);
            var parent = made.GetValueOrDefault(row.ParentCode);
            if (level == PlaceLevel.District ? row.Code != districtCode : parent is null)
                continue;
            var (name, kind) = PlaceNames.Derive(row.Name, level);
            made.Add(
                row.Code,
                new Place
                {
                    ParentId = parent?.Id,
                    ParentName = parent?.Name,
                    Level = level,
                    Kind = kind,
                    Code = row.Code,
                    OfficialName = row.Name,
                    Name = name,
                }
            );
        }
        return [.. made.Values];
    }

    private static PlaceLevel LevelOf(Row row) => Enum.Parse<PlaceLevel>(row.Level, ignoreCase: true);
}
