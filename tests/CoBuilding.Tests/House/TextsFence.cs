using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>Both languages are complete, and the texts contain no orders to units.</summary>
public partial class TextsFence
{
    private static readonly string Folder = Path.Combine(Repository.Source, "CoBuilding", "Texts");

    /// <summary>Rooms shown only to office staff, where texts may state requirements.</summary>
    private static readonly string[] OfficeRooms = ["Access", "Fields", "Journal", "Mud"];

    private static readonly Dictionary<string, Pair> Rooms = Directory
        .EnumerateFiles(Folder, "*.resx")
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Where(n => !n.EndsWith(".en", StringComparison.Ordinal))
        .ToDictionary(n => n, n => new Pair(Read(n), Read(n + ".en")));

    private sealed record Pair(IReadOnlyDictionary<string, string> Chinese, IReadOnlyDictionary<string, string> English);

    [Fact]
    public void Both_languages_say_the_same_things() => Assert.Empty(Rooms.SelectMany(r => PairFaults(r.Key, r.Value)));

    [Fact]
    public void Nobody_is_ordered() => Assert.Empty(Rooms.SelectMany(r => Orders(r.Key, r.Value)));

    [Fact]
    public void The_compiled_portal_finds_each_text_in_its_language()
    {
        foreach (var (room, pair) in Rooms)
        foreach (var key in pair.Chinese.Keys)
        {
            Assert.Equal(pair.Chinese[key], Wording.Of(room).GetString(key, CultureInfo.GetCultureInfo("zh-CN")));
            Assert.Equal(pair.English[key], Wording.Of(room).GetString(key, CultureInfo.GetCultureInfo("en")));
        }
    }

    [Fact]
    public void Every_key_that_the_code_names_has_a_text()
    {
        var missing = Repository
            .Files("", "*.cs", "*.razor")
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(f => MissingKeys(File.ReadAllText(f)).Select(k => $"{Path.GetRelativePath(Repository.Source, f)}: {k}"));
        Assert.Empty(missing);
    }

    [Fact]
    public void A_text_that_is_missing_ends_the_test_that_shows_it() =>
        Assert.Throws<KeyNotFoundException>(() => Wording.T("Shell." + "NoSuchText"));

    [Fact]
    public void Every_rule_has_a_text()
    {
        var rules = typeof(Portal)
            .Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Rules", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods().Where(m => m.IsStatic && m.ReturnType == typeof(RuleBroken)))
            .Select(m =>
                (RuleBroken)
                    m.Invoke(
                        null,
                        [.. m.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : "")]
                    )!
            )
            .ToList();
        Assert.True(rules.Count > 20);
        Assert.Empty(rules.SelectMany(r => RuleFaults(r.Key, r.Args.Count)));

        using var db = new PortalDb(PortalDatabase.Options(new NpgsqlConnection("Host=none")), Operation.None);
        var constraints = db
            .Model.GetAnnotations()
            .Where(a => a.Name.StartsWith(TableBuilding.RefusalPrefix, StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(constraints);
        // A constraint's refusal has no arguments, so its text has no placeholders.
        Assert.Empty(constraints.SelectMany(a => RuleFaults((string)a.Value!, 0)));
    }

    [Fact]
    public void Every_word_that_is_shown_for_a_value_has_a_text()
    {
        var shown = typeof(Portal).Assembly.GetExportedTypes().Where(t => t.IsEnum).Concat(EnumColumns()).Distinct().ToList();
        Assert.True(shown.Count > 50);
        Assert.Empty(shown.SelectMany(EnumFaults));
    }

    [Fact]
    public void Every_kind_of_to_do_has_its_texts_and_no_other_text_is_there()
    {
        var toDos = typeof(Portal)
            .Assembly.GetTypes()
            .Where(t => t.IsClass && t.IsAssignableTo(typeof(IToDos)))
            .Select(t => (IToDos)Activator.CreateInstance(t)!)
            .ToList();
        Assert.True(toDos.Count > 5);
        Assert.Equal(ToDoTexts(toDos), ToDoTexts(Rooms["Dashboards"].Chinese.Keys));
    }

    [Fact]
    public void Canary_a_to_do_without_a_text_is_seen()
    {
        var minutes = new CoBuilding.Meetings.Minutes.MinutesToDos();
        Assert.Equal(["Count_AnswerComments", "ToDo_AnswerComments", "ToDo_IssueMinutes", "ToDo_WriteMinutes"], ToDoTexts([minutes]));
        Assert.Equal(["Count_X", "ToDo_X"], ToDoTexts(["ToDo_X", "Count_X", "ToDos", "CountryRoads"]));
    }

    private static IEnumerable<string> ToDoTexts(IEnumerable<IToDos> toDos) =>
        toDos
            .SelectMany(t => t.Kinds.Select(k => "ToDo_" + k).Concat(t.CountedKinds.Select(k => "Count_" + k)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> ToDoTexts(IEnumerable<string> keys) =>
        keys.Where(k => k.StartsWith("ToDo_", StringComparison.Ordinal) || k.StartsWith("Count_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Canary_an_enum_without_texts_is_seen()
    {
        Assert.Equal(["GuiltyKind: does not say which room holds its texts"], EnumFaults(typeof(GuiltyKind)));
        Assert.Equal(["Units.GuiltyState_Gone"], EnumFaults(typeof(GuiltyState)));
        Assert.Throws<InvalidOperationException>(() => Wording.T(GuiltyKind.One));
    }

    private enum GuiltyKind
    {
        One,
    }

    [TextsIn("Units")]
    private enum GuiltyState
    {
        Gone,
    }

    [Fact]
    public void Every_field_and_table_that_a_message_or_the_journal_shows_has_a_text()
    {
        var typed = typeof(Portal)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsAbstract: false, BaseType.IsGenericType: true }
                && t.BaseType.GetGenericTypeDefinition() == typeof(AbstractValidator<>)
            )
            .SelectMany(t => ((IValidator)Activator.CreateInstance(t)!).CreateDescriptor().GetMembersWithValidators().Select(g => g.Key))
            .Where(name => name?.Contains('.', StringComparison.Ordinal) is false)
            .Select(name => "Fields." + name);
        using var db = new PortalDb(PortalDatabase.Options(new NpgsqlConnection("Host=none")), Operation.None);
        var tables = db
            .Model.GetEntityTypes()
            .Where(t => t.ClrType.IsAssignableTo(typeof(Tenanted)) && t.ClrType != typeof(JournalEntry))
            .ToList();
        var columns = tables
            .SelectMany(t => t.GetProperties())
            .Where(p => p.PropertyInfo?.IsDefined(typeof(DerivedAttribute), false) is not true)
            .Select(p => p.Name)
            .Except([nameof(Tenanted.TenantId), nameof(Tenanted.Id), nameof(Tenanted.RowVersion)])
            .Select(name => "Fields." + name);
        Assert.Empty(typed.Concat(columns).Concat(tables.Select(t => "Journal.Table_" + t.GetTableName())).Distinct().SelectMany(Missing));
    }

    [Fact]
    public void Code_holds_no_Chinese()
    {
        var faults = Repository
            .Files("", "*.cs", "*.razor", "*.js", "*.css")
            .Where(f =>
                !f.Contains("/CoBuilding/Texts/", StringComparison.Ordinal) && !f.Contains("/CoBuilding/Demo/", StringComparison.Ordinal)
            )
            .SelectMany(f =>
                File.ReadLines(f).Where(HoldsHan).Select(line => $"{Path.GetRelativePath(Repository.Source, f)}: {line.Trim()}")
            );
        Assert.Empty(faults);
    }

    [Fact]
    public void Canary_each_fault_of_a_pair_is_seen()
    {
        var chinese = new Dictionary<string, string>
        {
            ["Same"] = "好{0}",
            ["Lost"] = "好",
            ["Holes"] = "{0}请",
            ["Message_X"] = "{Name}",
            ["Broken"] = "{0",
            ["Han"] = "好",
            ["Blank"] = "好",
        };
        var english = new Dictionary<string, string>
        {
            ["Same"] = "Good {0}",
            ["Extra"] = "Good",
            ["Holes"] = "Please {1}",
            ["Message_X"] = "{Title}",
            ["Broken"] = "{0",
            ["Han"] = "𠮷",
            ["Blank"] = " ",
        };
        Assert.Equal(
            [
                "R.Lost: only in Chinese",
                "R.Extra: only in English",
                "R.Holes: other placeholders in English",
                "R.Message_X: other placeholders in English",
                "R.Broken: cannot be formatted",
                "R.Han: Han characters in English",
                "R.Blank: empty",
            ],
            PairFaults("R", new Pair(chinese, english))
        );
    }

    [Fact]
    public void Canary_a_missing_key_is_seen()
    {
        Assert.Equal(
            ["Units.NoSuchText"],
            MissingKeys("throw new RuleBroken(\"Units.NoSuchText\", \"Name\"); T(\"Units.NameIsTaken\"); // \"Units.NorThis\"")
        );
        Assert.Equal(["Units.NoSuchKind_"], MissingKeys("T(\"Units.NoSuchKind_\" + kind); T(\"Units.UnitKind_\" + kind);"));
        Assert.Equal(["Shell.NoSuchText"], MissingKeys("<Button Label=\"@T(\"Shell.NoSuchText\")\" />"));
        Assert.Equal(["NoSuchRoom.Text"], MissingKeys("var x = Wording.T(\"NoSuchRoom.Text\");"));
        Assert.NotEmpty(Missing("Units.UnitKind_Spaceship"));
        Assert.NotEmpty(RuleFaults("Importing.TooManyPasted", 0));
    }

    [Fact]
    public void Canary_an_order_is_seen()
    {
        var texts = new Dictionary<string, string> { ["A"] = "各单位必须参加", ["B"] = "恳请拨冗参加" };
        var english = new Dictionary<string, string> { ["A"] = "Please come", ["B"] = "You must come" };
        Assert.Equal(["R.A: 必须", "R.B: must"], Orders("R", new Pair(texts, english)));
        Assert.True(HoldsHan("// 社区"));
        Assert.True(HoldsHan("𠮷"));
        Assert.False(HoldsHan("// “quoted” – ✓"));
    }

    private static IEnumerable<string> PairFaults(string room, Pair pair)
    {
        foreach (var key in pair.Chinese.Keys.Except(pair.English.Keys))
            yield return $"{room}.{key}: only in Chinese";
        foreach (var key in pair.English.Keys.Except(pair.Chinese.Keys))
            yield return $"{room}.{key}: only in English";
        foreach (var key in pair.Chinese.Keys.Intersect(pair.English.Keys))
        {
            var (chinese, english) = (pair.Chinese[key], pair.English[key]);
            if (string.IsNullOrWhiteSpace(chinese) || string.IsNullOrWhiteSpace(english))
                yield return $"{room}.{key}: empty";
            if (key.StartsWith("Message_", StringComparison.Ordinal))
            {
                // A validator's own message: the validator fills its placeholders by name.
                if (!NamedHoles(chinese).SetEquals(NamedHoles(english)))
                    yield return $"{room}.{key}: other placeholders in English";
            }
            else if (!Formats(chinese) || !Formats(english))
                yield return $"{room}.{key}: cannot be formatted";
            else if (!Holes(chinese).SetEquals(Holes(english)))
                yield return $"{room}.{key}: other placeholders in English";
            if (HoldsHan(english))
                yield return $"{room}.{key}: Han characters in English";
        }
    }

    private static IEnumerable<string> Orders(string room, Pair pair)
    {
        foreach (var (key, text) in pair.Chinese)
            if (ChineseOrder().Match(text) is { Success: true } order)
                yield return $"{room}.{key}: {order.Value}";
        if (OfficeRooms.Contains(room))
            yield break;
        foreach (var (key, text) in pair.English)
            if (EnglishOrder().Match(text) is { Success: true } order)
                yield return $"{room}.{key}: {order.Value}";
    }

    /// <summary>Literals that look like a text key; one that ends in an underscore is a prefix.</summary>
    private static IEnumerable<string> MissingKeys(string source)
    {
        var code = Repository.WithoutComments(source);
        var asked = TextCall().Matches(code).Select(m => m.Groups["key"].Value);
        var named = KeyLiteral().Matches(code).Where(m => Rooms.ContainsKey(m.Groups["room"].Value)).Select(m => m.Groups["key"].Value);
        return asked.Union(named).Where(key => Missing(key).Any());
    }

    private static IEnumerable<string> Missing(string key)
    {
        var (room, name) = (key.Split('.')[0], key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var found =
            Rooms.TryGetValue(room, out var pair)
            && (
                name.EndsWith('_')
                    ? pair.Chinese.Keys.Any(k => k.StartsWith(name, StringComparison.Ordinal))
                    : name.Length == 0 || pair.Chinese.ContainsKey(name)
            );
        if (!found)
            yield return key;
    }

    /// <summary>The journal shows the values of every column.</summary>
    private static List<Type> EnumColumns()
    {
        using var db = new PortalDb(PortalDatabase.Options(new NpgsqlConnection("Host=none")), Operation.None);
        return
        [
            .. db
                .Model.GetEntityTypes()
                .SelectMany(t => t.GetProperties())
                .Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)
                .Where(t => t.IsEnum),
        ];
    }

    private static IEnumerable<string> EnumFaults(Type type) =>
        type.IsDefined(typeof(TextsInAttribute), false)
            ? Enum.GetNames(type).SelectMany(name => Missing(Wording.KeyOf(type, name)))
            : [$"{type.Name}: does not say which room holds its texts"];

    private static List<string> RuleFaults(string key, int arguments)
    {
        var missing = Missing(key).ToList();
        if (missing.Count > 0)
            return missing;
        var holes = Holes(Rooms[key.Split('.')[0]].Chinese[key.Split('.')[1]]);
        return holes.Count > 0 && holes.Max() >= arguments ? [$"{key}: has placeholders that the rule does not fill"] : [];
    }

    private static bool Formats(string text)
    {
        try
        {
            _ = string.Format(CultureInfo.InvariantCulture, text, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static HashSet<int> Holes(string text) =>
        [.. Hole().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    private static HashSet<string> NamedHoles(string text) => [.. NamedHole().Matches(text).Select(m => m.Value)];

    private static bool HoldsHan(string text) =>
        text.EnumerateRunes()
            .Any(r =>
                r.Value
                    is (>= 0x3007 and <= 0x3007)
                        or (>= 0x3400 and <= 0x9FFF)
                        or (>= 0xF900 and <= 0xFAFF)
                        or (>= 0x20000 and <= 0x3FFFF)
            );

    private static Dictionary<string, string> Read(string name) =>
        XDocument
            .Load(Path.Combine(Folder, name + ".resx"))
            .Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "");

    [GeneratedRegex("必须|责令|分派|勒令|务必|限期")]
    private static partial Regex ChineseOrder();

    [GeneratedRegex(@"\b(must|shall|ordered to|obliged)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishOrder();

    [GeneratedRegex("\"(?<key>(?<room>[A-Z]\\w+)\\.[A-Z]\\w*)\"")]
    private static partial Regex KeyLiteral();

    [GeneratedRegex("\\bT\\(\"(?<key>\\w+\\.\\w*)\"")]
    private static partial Regex TextCall();

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex NamedHole();

    [GeneratedRegex(@"(?<!\{)\{(\d+)[^}]*\}")]
    private static partial Regex Hole();
}
