using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees.Importing;
using CoBuilding.Documents.Importing;
using CoBuilding.Units.Importing;

namespace CoBuilding.Tests.House;

/// <summary>Lists for import, and shorthands to check and save them.</summary>
internal static class Lists
{
    public static ImportSource Pasted(string text) => new(Encoding.UTF8.GetBytes(text), IsPasted: true);

    /// <summary>A workbook of rows of texts; see <see cref="WorkbookBytes.OfRows"/>.</summary>
    public static ImportSource Sheet(params string[][] rows) => new(WorkbookBytes.OfRows(rows));

    public static ImportSource Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    public static Task<ImportCheck> CheckUnitsAsync(this TestDistrict district, Scope scope, ImportSource source) =>
        district.CheckListAsync(scope, new ImportableUnits(), source);

    public static Task<ImportCheck> ImportUnitsAsync(this TestDistrict district, Scope scope, ImportSource source, bool onlyGood = false) =>
        district.ImportListAsync(scope, new ImportableUnits(), source, onlyGood);

    public static Task<ImportCheck> CheckPeopleAsync(this TestDistrict district, Scope scope, ImportSource source) =>
        district.CheckListAsync(scope, new ImportablePeople(), source);

    public static Task<ImportCheck> ImportPeopleAsync(
        this TestDistrict district,
        Scope scope,
        ImportSource source,
        bool onlyGood = false
    ) => district.ImportListAsync(scope, new ImportablePeople(), source, onlyGood);

    public static Task<ImportCheck> CheckRosterAsync(
        this TestDistrict district,
        Scope scope,
        ImportSource source,
        Guid? committee = null
    ) => district.CheckListAsync(scope, new ImportableRosters { CommitteeId = committee }, source);

    public static Task<ImportCheck> ImportRosterAsync(
        this TestDistrict district,
        Scope scope,
        ImportSource source,
        Guid? committee = null,
        bool onlyGood = false
    ) => district.ImportListAsync(scope, new ImportableRosters { CommitteeId = committee }, source, onlyGood);

    public static Task<ImportCheck> CheckListAsync(this TestDistrict district, Scope scope, ImportableList list, ImportSource source) =>
        district.Use<CheckList>().AskAsync(scope, list, source, null, TestDistrict.Ct);

    public static Task<ImportCheck> ImportListAsync(
        this TestDistrict district,
        Scope scope,
        ImportableList list,
        ImportSource source,
        bool onlyGood = false
    ) =>
        district
            .Use<ImportList>()
            .RunAsync(
                scope,
                new()
                {
                    List = list,
                    Source = source,
                    OnlyGood = onlyGood,
                },
                null,
                TestDistrict.Ct
            );

    /// <summary>How many rows are new, updates, unchanged, wrong.</summary>
    public static (int New, int Update, int Skip, int Error) Counts(this ImportCheck check) =>
        (check.New, check.Update, check.Skip, check.Error);
}
