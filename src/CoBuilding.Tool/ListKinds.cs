using CoBuilding.Committees.Importing;
using CoBuilding.Units;
using CoBuilding.Units.Importing;

namespace CoBuilding.Tool;

internal static class ListKinds
{
    public static IReadOnlyList<string> Names { get; } = ["units", "people", "roster"];

    public static ListKind Of(OperatorSession session, string name) =>
        name switch
        {
            "units" => new(
                (source, progress, ct) => session.Use<CheckUnits>().AskAsync(session.Scope, source, progress, ct),
                (source, onlyGood, progress, ct) =>
                    session.Use<ImportUnits>().RunAsync(session.Scope, new() { Source = source, OnlyGood = onlyGood }, progress, ct),
                ct => session.Use<ExportUnitsWorkbook>().AskAsync(session.Scope, new(), ct)
            ),
            "people" => new(
                (source, progress, ct) => session.Use<CheckPeople>().AskAsync(session.Scope, source, progress, ct),
                (source, onlyGood, progress, ct) =>
                    session.Use<ImportPeople>().RunAsync(session.Scope, new() { Source = source, OnlyGood = onlyGood }, progress, ct),
                ct => session.Use<ExportPeopleWorkbook>().AskAsync(session.Scope, new(), ct)
            ),
            "roster" => new(
                (source, progress, ct) => session.Use<CheckRoster>().AskAsync(session.Scope, null, source, progress, ct),
                (source, onlyGood, progress, ct) =>
                    session.Use<ImportRoster>().RunAsync(session.Scope, new() { Source = source, OnlyGood = onlyGood }, progress, ct),
                ct => session.Use<ExportRostersForImportWorkbook>().AskAsync(session.Scope, new() { WithPast = true }, ct)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
}
