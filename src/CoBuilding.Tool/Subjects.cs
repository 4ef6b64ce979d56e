using CoBuilding.Committees.Importing;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Units;
using CoBuilding.Units.Importing;

namespace CoBuilding.Tool;

/// <summary>One kind of list that comes in and goes out.</summary>
internal sealed record Subject(
    Func<Brought, IProgress<ImportStep>?, CancellationToken, Task<ImportCheck>> Check,
    Func<Brought, bool, IProgress<ImportStep>?, CancellationToken, Task<ImportCheck>> Save,
    Func<CancellationToken, Task<Document>> Export);

internal static class Subjects
{
    public static IReadOnlyList<string> Names { get; } = ["units", "people", "roster"];

    public static Subject Of(Stand stand, string name) => name switch
    {
        "units" => new(
            (source, progress, ct) => stand.Use<CheckUnits>().AskAsync(stand.Scope, source, progress, ct),
            (source, onlyGood, progress, ct) => stand.Use<ImportUnits>().RunAsync(stand.Scope, new() { Source = source, OnlyGood = onlyGood }, progress, ct),
            ct => stand.Use<ExportUnits>().AskAsync(stand.Scope, new(), ct)),
        "people" => new(
            (source, progress, ct) => stand.Use<CheckPeople>().AskAsync(stand.Scope, source, progress, ct),
            (source, onlyGood, progress, ct) => stand.Use<ImportPeople>().RunAsync(stand.Scope, new() { Source = source, OnlyGood = onlyGood }, progress, ct),
            ct => stand.Use<ExportPosts>().AskAsync(stand.Scope, new(), ct)),
        "roster" => new(
            (source, progress, ct) => stand.Use<CheckRoster>().AskAsync(stand.Scope, null, source, progress, ct),
            (source, onlyGood, progress, ct) => stand.Use<ImportRoster>().RunAsync(stand.Scope, new() { Source = source, OnlyGood = onlyGood }, progress, ct),
            ct => stand.Use<ExportRosters>().AskAsync(stand.Scope, new() { WithPast = true }, ct)),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
