using System.Reflection;
using System.Text.RegularExpressions;

namespace CoBuilding.Tests.House;

/// <summary>A test is found by the name and the folder of what it tests.</summary>
public class TestNamesFence
{
    /// <summary>
    /// The reader of foreign files is a program of its own, tested through the pool of the portal: these are named after what it is given.
    /// </summary>
    private static readonly string[] NamedAfterFiles =
    [
        "Documents/Files/ForbiddenPartsTests",
        "Documents/Files/HiddenMarkingsTests",
        "Documents/Reading/HostileFilesTests",
        "Documents/Reading/LargestFilesTests",
        "Documents/Reading/MutationTests",
        "Documents/Reading/RealFilesTests",
    ];

    /// <summary>Use cases that are tested by what another room does with them.</summary>
    private static readonly string[] TestedInAnotherRoom =
    [
        "ActAs",
        "CloseFeed",
        "EndPost",
        "ListComingInvitations",
        "ListMeetingMessages",
        "OpenFeed",
        "SeeFeed",
        "SeePlaces",
    ];

    private static readonly string Tests = Path.Combine(Repository.Root, "tests", "CoBuilding.Tests");

    [Fact]
    public void Each_test_class_is_named_after_a_type_or_the_folder_in_which_it_lies() =>
        Assert.Equal(
            NamedAfterFiles,
            TestClasses().Where(c => !IsNamedAfterWhatItTests(c.Folder, c.Name)).Select(c => $"{c.Folder}/{c.Name}")
        );

    [Fact]
    public void Each_test_class_lies_where_its_namespace_says() =>
        Assert.All(TestClasses(), c => Assert.True(File.Exists(Path.Combine(Tests, c.Folder, c.Name + ".cs")), $"{c.Folder}/{c.Name}"));

    [Fact]
    public void Each_use_case_and_each_list_that_can_be_imported_is_named_by_a_test_of_its_room()
    {
        var rooms = Portal
            .UseCases.Concat(Portal.ImportableLists.Select(l => l.GetType()))
            .GroupBy(t => RoomOf(t.Namespace!))
            .Select(room => (Types: room, Code: string.Concat(Repository.Files(Path.Combine(Tests, room.Key), "*.cs").Select(Read))));
        var untold = rooms.SelectMany(r => r.Types.Where(t => !Names(r.Code, t.Name)).Select(t => t.Name));
        Assert.Equal(TestedInAnotherRoom, untold.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Nominations/Renewals", "OpenRenewalTests", true)]
    [InlineData("Nominations/Renewals", "OpenRenewalPropertyTests", true)]
    [InlineData("Nominations/Renewals", "RenewalsTests", true)]
    [InlineData("Tool", "CommandsTests", true)]
    [InlineData("Committees", "OpenRenewalTests", false)]
    [InlineData("Nominations", "RenewalsTests", false)]
    [InlineData("Nominations/Renewals", "RenewingTests", false)]
    [InlineData("Nominations/Renewals", "OpenRenewal", false)]
    [InlineData("Committees/Renewals", "RenewalsTests", false)]
    public void Canary_a_test_under_another_name_or_in_another_folder_is_seen(string folder, string name, bool isFound) =>
        Assert.Equal(isFound, IsNamedAfterWhatItTests(folder, name));

    [Theory]
    [InlineData("await district.Use<EndPost>().RunAsync();", true)]
    [InlineData("await district.EndPostAsync();", true)]
    [InlineData("public class EndPostTests;", true)]
    [InlineData("await district.Use<EndPosts>().RunAsync();", false)]
    [InlineData("await district.Use<NeverEndPost>().RunAsync();", false)]
    public void Canary_a_use_case_that_nobody_names_is_seen(string code, bool isNamed) => Assert.Equal(isNamed, Names(code, "EndPost"));

    private static IEnumerable<(string Folder, string Name)> TestClasses() =>
        typeof(TestNamesFence)
            .Assembly.GetTypes()
            .Where(t => t.GetMethods().Any(m => m.GetCustomAttributes<FactAttribute>().Any()))
            .Select(t => (Folder: string.Join('/', t.Namespace!.Split('.').Skip(2)), t.Name))
            .Where(c => RoomOf("CoBuilding." + c.Folder) != "House")
            .OrderBy(c => $"{c.Folder}/{c.Name}", StringComparer.Ordinal);

    private static bool IsNamedAfterWhatItTests(string folder, string name)
    {
        if (Regex.Match(name, "^(.+?)(?:Property)?Tests$") is not { Success: true, Groups: var parts })
            return false;
        var source = Path.Combine(Repository.Source, folder == "Tool" ? "CoBuilding.Tool" : $"CoBuilding/{folder}");
        var subject = parts[1].Value;
        return File.Exists(Path.Combine(source, subject + ".cs")) || (Path.GetFileName(folder) == subject && Directory.Exists(source));
    }

    private static string RoomOf(string space) => space.Split('.', '/')[1];

    private static string Read(string file) => Repository.WithoutComments(File.ReadAllText(file));

    private static bool Names(string code, string useCase) => Regex.IsMatch(code, $@"\b{useCase}(?:Async|Tests)?\b");
}
