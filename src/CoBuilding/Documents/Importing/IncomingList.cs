using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Reading;

namespace CoBuilding.Documents.Importing;

/// <summary>A list that is being read, and what it is read with.</summary>
/// <param name="IsToBeSaved">What its rows are judged by is locked until they are saved.</param>
internal sealed record IncomingList(
    PortalDb Db,
    ReaderPool Reader,
    Scope Scope,
    ImportSource Source,
    IProgress<ImportStep>? Progress,
    bool IsToBeSaved
)
{
    /// <summary>Its lines by column.</summary>
    /// <exception cref="RuleBroken">It cannot be read, has no header where it needs one, or too many rows.</exception>
    public Task<ImportedList<T>> LinesAsync<T>(ListColumns<T> columns, CancellationToken ct)
        where T : struct, Enum
    {
        Progress?.Report(new ImportStep(ImportPhase.Reading, 0, null));
        return ImportedList<T>.ReadAsync(Reader, Scope, Source, columns, ct);
    }
}
