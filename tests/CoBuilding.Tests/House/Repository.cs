using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CoBuilding.Tests.House;

/// <summary>The project's source files, for fences that cannot use the compiled assembly.</summary>
internal static partial class Repository
{
    public static readonly string Root = RootAbove(Here());

    public static readonly string Source = Path.Combine(Root, "src");

    /// <summary>Files below <c>src</c>, without what the build makes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] patterns) =>
        patterns
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Source, folder), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>C# without comments, so that prose does not count as code.</summary>
    public static string WithoutComments(string code) => Comment().Replace(code, m => m.Value[0] == '/' ? "" : m.Value);

    // Strings are matched first, so that "https://…" is no comment.
    [GeneratedRegex(
        "\"\"\".*?\"\"\"|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|//[^\\n]*|/\\*.*?\\*/",
        RegexOptions.Singleline
    )]
    private static partial Regex Comment();

    private static string RootAbove(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "CoBuilding.sln")))
                return folder;
        throw new DirectoryNotFoundException($"No CoBuilding.sln above {file}.");
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
