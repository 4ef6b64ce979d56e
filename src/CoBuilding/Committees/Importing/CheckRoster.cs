using CoBuilding.Access;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;

namespace CoBuilding.Committees.Importing;

/// <summary>Checks a roster row by row, before anything is saved.</summary>
public sealed class CheckRoster(Door door, ReaderPool reader)
{
    /// <param name="committeeId">The committee of rows that name none.</param>
    /// <exception cref="Data.RuleBroken">The list cannot be read, has no header or too many rows.</exception>
    public async Task<ImportCheck> AskAsync(
        Scope scope,
        Guid? committeeId,
        ImportSource source,
        IProgress<ImportStep>? progress,
        CancellationToken ct
    )
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, ct);
        return (await RosterList.ReadAsync(db, reader, scope, committeeId, source, progress, locks: false, ct)).Check;
    }
}
