using CoBuilding.Access;
using CoBuilding.Documents.Importing;
using CoBuilding.Documents.Reading;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>Checks a list of Party organizations row by row, before anything is saved.</summary>
public sealed class CheckPartyChain(Door door, ReaderPool reader)
{
    /// <exception cref="Data.RuleBroken">The list cannot be read, has no header or too many rows.</exception>
    public async Task<ImportCheck> AskAsync(Scope scope, ImportSource source, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManagePartyChain, ct);
        return (await ChainList.ReadAsync(db, reader, scope, source, progress, ct)).Check;
    }
}
