using System.Text.Json;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Documents.Files;

internal static class KeptFiles
{
    /// <summary>Returns a file and journals it like an export. The caller has loaded what the file belongs to.</summary>
    /// <exception cref="RuleBroken">Its content was erased.</exception>
    public static async Task<DocumentFile> HandOutAsync(PortalDb db, Guid fileId, CancellationToken ct)
    {
        var file = await PortalDb.FindAsync(
            db.KeptFiles.Lifted("a file goes with what it belongs to, which the caller has loaded within reach").AsNoTracking(),
            fileId,
            ct
        );
        if (file.Content is not { } content)
            throw FilesRules.Erased(file.ErasedAt!.Value);
        db.AddJournalEntry("exported", "kept_files", fileId, JsonSerializer.Serialize(new { File = file.FileName }, JournalJson.Readable));
        await db.CommitAsync(ct);
        return new DocumentFile(file.FileName, file.Kind.ContentType(), content);
    }
}
