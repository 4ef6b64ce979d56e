using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;

namespace CoBuilding.Committees.Library;

/// <summary>The original file of a document's version. Journaled.</summary>
public sealed class DownloadFile(Door door)
{
    public async Task<DocumentFile> AskAsync(Scope scope, SeeLibraryDocument.Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReadLibrary, ct);
        var document = await SeeLibraryDocument.ReadAsync(db, question, ct);
        return await KeptFiles.HandOutAsync(db, document.File?.Id ?? throw new NotFound(), ct);
    }
}
