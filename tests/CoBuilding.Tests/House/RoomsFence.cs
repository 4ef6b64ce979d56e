using System.Reflection;
using CoBuilding.Jobs;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Tests.House;

/// <summary>
/// The one dependency rule: a subject looks only to its left, the service rooms know no subject but Places, and no folders know each other
/// in a circle.
/// </summary>
public class RoomsFence
{
    private static readonly string[] Subjects =
    [
        "Places",
        "Units",
        "Committees",
        "Nominations",
        "Meetings",
        "Resolutions",
        "Minutes",
        "Dashboards",
        "Demo",
    ];
    private static readonly string[] Portals = ["CoBuilding", "CoBuilding.Web", "CoBuilding.Tool"];
    private static readonly string[] Parsers =
    [
        "ZipArchive(new MemoryStream(",
        "ZipFile.",
        "XmlReader",
        "XDocument.Load",
        "XDocument.Parse",
        "Document.Open(",
    ];
    private static readonly string[] Services = ["Access", "Contracts", "Data", "Jobs", "Documents", "Texts"];
    private static readonly string[] KnownToContracts = ["Access", "Data", "Places", "Texts"];

    [Fact]
    public void Rooms_look_left()
    {
        Assert.Empty(Violations(typeof(Portal).Assembly, "CoBuilding"));
    }

    [Fact]
    public void Every_type_lives_in_a_known_room()
    {
        var strangers = typeof(Portal)
            .Assembly.GetTypes()
            .Where(t => RoomOf(t, "CoBuilding") is { } room && !Subjects.Contains(room) && !Services.Contains(room));
        Assert.Empty(strangers.Select(t => t.FullName));
    }

    [Fact]
    public void Folders_know_each_other_in_one_direction() => Assert.Empty(Circles(typeof(Portal).Assembly, "CoBuilding"));

    [Fact]
    public void A_folder_within_a_room_has_more_than_three_files() =>
        Assert.Empty(
            Repository
                .Files("CoBuilding", "*.cs")
                .GroupBy(f => Path.GetRelativePath(Repository.Source, Path.GetDirectoryName(f)!))
                .Where(folder => folder.Key.Count(c => c == '/') > 1 && folder.Count() <= 3)
                .Select(folder => folder.Key)
        );

    [Fact]
    public void Each_contract_by_which_rooms_extend_the_portal_is_decided_seen_by_all_and_implemented()
    {
        var decision = File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/0069-rooms-extend-the-portal-by-contracts.md"));
        Assert.Empty(Portal.Contracts.SelectMany(c => ContractFaults(c, decision)));
    }

    [Fact]
    public void The_contracts_are_those_of_the_decision_and_all_in_their_folder()
    {
        var decided = DecidedContracts().Where(c => !c.StartsWith("Web/", StringComparison.Ordinal)).Select(c => c.Split('/')[^1]);
        var known = Portal.Contracts.Select(c => c.Name);
        Assert.Equal(known.Order(StringComparer.Ordinal), decided.Order(StringComparer.Ordinal));
        Assert.Empty(
            typeof(Portal).Assembly.GetTypes().Where(t => t.IsInterface && RoomOf(t, "CoBuilding") == "Contracts").Except(Portal.Contracts)
        );
    }

    /// <summary>The rows of decision 69: folder and name of each contract.</summary>
    private static IEnumerable<string> DecidedContracts() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs/decisions/0069-rooms-extend-the-portal-by-contracts.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

    [Theory]
    [InlineData(typeof(IDailyJob), "no row", "not in decision 69")]
    [InlineData(typeof(IAsyncLifetime), "| `IAsyncLifetime`", "not in a room that all may see")]
    [InlineData(typeof(IRefusedContract), "| `IRefusedContract`", "implemented by nothing")]
    public void Canary_a_contract_that_nobody_may_use_is_seen(Type contract, string decision, string fault) =>
        Assert.Contains(fault, ContractFaults(contract, decision));

    private interface IRefusedContract;

    private static IEnumerable<string> ContractFaults(Type contract, string decision)
    {
        if (!decision.Contains($"{contract.Name}`", StringComparison.Ordinal))
            yield return "not in decision 69";
        if (RoomOf(contract, "CoBuilding") is not { } room || (room != "Places" && !Services.Contains(room)))
            yield return "not in a room that all may see";
        if (!typeof(Portal).Assembly.GetTypes().Any(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(contract)))
            yield return "implemented by nothing";
    }

    [Fact]
    public void The_portal_knows_neither_the_web_nor_the_tool()
    {
        Assert.Equal(["CoBuilding.Reader.Protocol"], OursKnownTo(typeof(Portal).Assembly));
        Assert.Empty(OursKnownTo(typeof(MessagePipe).Assembly));
    }

    [Fact]
    public void The_parsers_of_foreign_files_are_the_readers_alone()
    {
        Assert.Equal(["CoBuilding.Reader"], ProjectsWith("\"PdfPig\"").Union(ProjectsWith("\"ExcelDataReader\"")));
        Assert.Empty(
            Portals
                .SelectMany(p => Repository.Files(p, "*.cs", "*.razor"))
                .Where(f => ReadsForeignBytes(File.ReadAllText(f)))
                .Select(f => Path.GetRelativePath(Repository.Source, f))
        );
    }

    [Theory]
    [InlineData("using var package = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);")]
    [InlineData("using var xml = XmlReader.Create(stream);")]
    [InlineData("using var paper = WordprocessingDocument.Open(stream, false);")]
    public void Canary_a_parser_in_the_portal_is_seen(string code) => Assert.True(ReadsForeignBytes(code));

    [Theory]
    [InlineData("Access.LooksIntoABody", "Meetings")]
    [InlineData("Contracts.LooksIntoJobs", "Jobs")]
    [InlineData("Units.LooksRightInALambda", "Committees")]
    [InlineData("Units.LooksRightByAnAttribute", "Committees")]
    [InlineData("Committees.LooksRightByAGenericArgument", "Meetings")]
    public void Canary_a_glance_to_the_right_is_seen(string guilty, string room)
    {
        const string root = "CoBuilding.Tests.House.Guilty";
        Assert.Contains($"{root}.{guilty} knows {root}.{room}.Thing", Violations(typeof(RoomsFence).Assembly, root));
    }

    [Fact]
    public void Canary_a_glance_to_the_left_is_allowed()
    {
        Assert.DoesNotContain(
            Violations(typeof(RoomsFence).Assembly, "CoBuilding.Tests.House.Guilty"),
            v => v.Contains("LooksLeft", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Canary_a_circle_of_folders_is_seen() =>
        Assert.Contains(
            "Meetings (Meeting) → Meetings.Agendas (Topic) → Meetings",
            Circles(typeof(RoomsFence).Assembly, "CoBuilding.Tests.House.Guilty")
        );

    private static IEnumerable<string> OursKnownTo(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("CoBuilding", StringComparison.Ordinal));

    private static IEnumerable<string> ProjectsWith(string package) =>
        Repository
            .Files("", "*.csproj")
            .Where(f => File.ReadAllText(f).Contains(package, StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)!);

    private static bool ReadsForeignBytes(string code) => Parsers.Any(p => code.Contains(p, StringComparison.Ordinal));

    private static List<string> Violations(Assembly assembly, string root) =>
        [
            .. from type in assembly.GetTypes()
            let room = RoomOf(type, root)
            where room is not null
            from used in TypeReferences.TypesOf(type)
            where used.Assembly == assembly
            let other = RoomOf(used, root)
            where other is not null && other != room && !MayKnow(room, other)
            select $"{Outermost(type).FullName} knows {used.FullName}",
        ];

    /// <summary>The shortest circle through each folder that is in one, with a type of each that knows the next folder.</summary>
    private static IEnumerable<string> Circles(Assembly assembly, string root)
    {
        var known = (
            from type in assembly.GetTypes()
            let folder = FolderOf(type, root)
            where folder is not null
            from used in TypeReferences.TypesOf(type)
            where used.Assembly == assembly
            let other = FolderOf(used, root)
            where other is not null && other != folder
            group Outermost(type).Name by (folder, other)
        ).ToLookup(g => g.Key.folder, g => (Folder: g.Key.other, Type: g.Order(StringComparer.Ordinal).First()));
        foreach (var folder in known.Select(k => k.Key).Order(StringComparer.Ordinal))
            if (ShortestWay(folder, folder, known) is { } way && way.Min(StringComparer.Ordinal) == way[0])
                yield return string.Join(
                    " → ",
                    way.Select((f, n) => $"{f} ({known[f].First(k => k.Folder == way[(n + 1) % way.Count]).Type})")
                ) + $" → {folder}";
    }

    private static IReadOnlyList<string>? ShortestWay(string from, string to, ILookup<string, (string Folder, string Type)> known)
    {
        Queue<IReadOnlyList<string>> ways = new([
            [from],
        ]);
        HashSet<string> seen = [];
        while (ways.TryDequeue(out var way))
            foreach (var (next, _) in known[way[^1]])
            {
                if (next == to)
                    return way;
                if (seen.Add(next))
                    ways.Enqueue([.. way, next]);
            }
        return null;
    }

    private static bool MayKnow(string room, string other)
    {
        if (room == "Contracts")
            return KnownToContracts.Contains(other);
        if (Services.Contains(other) || other == "Places")
            return true;
        return Subjects.Contains(room) && Array.IndexOf(Subjects, other) < Array.IndexOf(Subjects, room);
    }

    /// <summary>
    /// The uppermost folder below <paramref name="root"/>; null for the root itself and for what the compiler makes without a namespace.
    /// </summary>
    private static string? RoomOf(Type type, string root) => FolderOf(type, root)?.Split('.')[0];

    private static string? FolderOf(Type type, string root) =>
        Outermost(type).Namespace is { } name && name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..] : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
