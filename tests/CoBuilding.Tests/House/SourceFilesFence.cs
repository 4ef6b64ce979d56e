using System.Text.RegularExpressions;

namespace CoBuilding.Tests.House;

/// <summary>A type is found by the name of its file, and each line fits on a screen.</summary>
public partial class SourceFilesFence
{
    private const int LongestLine = 140;

    private static readonly string[] Folders = ["src", "tests", "deploy"];

    [Fact]
    public void Each_type_has_a_file_of_its_own_name() =>
        Assert.Empty(Sources("*.cs").SelectMany(f => StrayTypes(Path.GetFileName(f), File.ReadAllText(f)).Select(t => $"{Shown(f)}: {t}")));

    [Fact]
    public void Each_line_has_at_most_140_characters() =>
        Assert.Empty(Sources("*.cs", "*.razor").SelectMany(f => LongLines(File.ReadAllLines(f)).Select(n => $"{Shown(f)}:{n}")));

    [Theory]
    [InlineData(
        "Seat.cs",
        "public sealed class Seat : Tenanted\n{\n    internal sealed class Shape;\n}\n\npublic enum SeatKind\n{\n}\n",
        "SeatKind"
    )]
    [InlineData("Seat.cs", "public sealed record SeatRow(Guid Id);\n", "SeatRow")]
    [InlineData("Seat.cs", "internal readonly record struct Seats<T>(T[] All);\n", "Seats")]
    [InlineData("Seat.cs", "public delegate Task<string?> NameSeat(Guid id);\n", "NameSeat")]
    [InlineData("Seat.Terms.cs", "public sealed partial class Seat\n{\n}\ninternal static class Terms;\n", "Terms")]
    [InlineData("Seat.cs", "namespace Rooms\n{\n    internal sealed class Chair;\n}\n", "Rooms")]
    public void A_stray_type_is_found(string file, string code, string type) => Assert.Equal([type], StrayTypes(file, code));

    [Fact]
    public void A_long_line_is_found() => Assert.Equal([2], LongLines([new('a', LongestLine), new('a', LongestLine + 1)]));

    // The migrations are generated.
    private static IEnumerable<string> Sources(params string[] patterns) =>
        Folders
            .SelectMany(folder => Repository.Files(Path.Combine(Repository.Root, folder), patterns))
            .Where(f => !f.Contains("/Data/Migrations/", StringComparison.Ordinal));

    /// <summary>
    /// Types outside other types whose name is not the file's, up to its first dot; and a namespace with braces, in which types would hide.
    /// </summary>
    private static IEnumerable<string> StrayTypes(string file, string code) =>
        TopLevelType().Matches(code).Select(m => m.Groups["name"].Value).Where(name => name != file.Split('.')[0]).Distinct();

    private static IEnumerable<int> LongLines(string[] lines) =>
        lines.Index().Where(line => line.Item.Length > LongestLine).Select(line => line.Index + 1);

    private static string Shown(string file) => Path.GetRelativePath(Repository.Root, file);

    // The formatter begins types outside other types, and them alone, at the first column.
    [GeneratedRegex(
        @"^(?:namespace (?<name>[\w.]+)\s*\{|(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|unsafe|ref) )*"
            + @"(?:(?:class|record struct|record class|record|struct|enum|interface) (?<name>\w+)"
            + @"|delegate [^(\n]*?(?<name>\w+)(?:<[^>\n]*>)?\())",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevelType();
}
