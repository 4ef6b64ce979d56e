using CoBuilding.Access;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;

namespace CoBuilding.Units.Importing;

/// <summary>Checks a list of units row by row, before anything is saved.</summary>
public sealed class CheckUnits(Door door, ReaderPool reader)
{
    /// <exception cref="Data.RuleBroken">The list cannot be read, has no header or too many rows.</exception>
    public async Task<ImportCheck> AskAsync(Scope scope, ImportSource source, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, ct);
        return (await UnitList.ReadAsync(db, reader, scope, source, progress, ct)).Check;
    }
}
