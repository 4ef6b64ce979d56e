namespace CoBuilding.Tests.House;

/// <summary>Ten small files as offices make them; see the note beside them.</summary>
internal static class RealFiles
{
    private static readonly string Folder = Path.GetFullPath(
        Path.Combine(Repository.Source, "..", "tests", "CoBuilding.Tests", "Documents", "Reading", "RealFiles")
    );

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .GetFiles(Folder)
            .Select(f => Path.GetFileName(f)!)
            .Where(f => !f.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static bool IsList(string name) => Path.GetExtension(name) is ".xls" or ".xlsx" or ".csv";
}
