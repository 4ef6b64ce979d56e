using CoBuilding.Access;
using CoBuilding.Documents.Reading;

namespace CoBuilding.Documents.Importing;

/// <summary>Checks a list row by row, before anything is saved.</summary>
public sealed class CheckList(Door door, ReaderPool reader)
{
    /// <exception cref="Data.RuleBroken">The list cannot be read, has no header or too many rows.</exception>
    public async Task<ImportCheck> AskAsync(
        Scope scope,
        ImportableList list,
        ImportSource source,
        IProgress<ImportStep>? progress,
        CancellationToken ct
    )
    {
        await using var db = await door.OpenAsync(scope, list.Right, ct);
        return (await list.ReadAsync(new(db, reader, scope, source, progress, IsToBeSaved: false), ct)).Check;
    }
}
