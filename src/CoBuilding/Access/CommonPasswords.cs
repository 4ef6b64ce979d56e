using System.Collections.Frozen;
using System.Text;

namespace CoBuilding.Access;

/// <summary>The most common passwords of the world and of China; <c>common-passwords.txt</c> names the sources.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(() => Read().ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Ignores case and full or half width.</summary>
    public static bool Contain(string password) =>
        All.Value.Contains(password.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant());

    internal static IEnumerable<string> Read()
    {
        using var file = new StreamReader(
            typeof(CommonPasswords).Assembly.GetManifestResourceStream("CoBuilding.Access.common-passwords.txt")!
        );
        while (file.ReadLine() is { } line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal) && line is not "#")
                yield return line;
        }
    }
}
