using System.Text.Json;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Documents.Files;

internal static class KeptFiles
{
    /// <summary>
    /// Hands out a file and journals it, as exports are. Lifted: whoever asks has loaded what the file belongs to, and reads with it what belongs to it.
    /// </summary>
    /// <exception cref="RuleBroken">Its content was erased.</exception>
    public static async Task<DocumentFile> HandOutLiftedAsync(PortalDb db, Guid fileId, CancellationToken ct)
    {
        var file = await PortalDb.FindAsync(db.KeptFiles.IgnoreQueryFilters([PortalDb.ReachFilter]).AsNoTracking(), fileId, ct);
        if (file.Content is not { } content) throw FilesRules.Erased(file.ErasedAt!.Value);
        db.AddJournalEntry("exported", "kept_files", fileId, JsonSerializer.Serialize(new { File = file.FileName }, JournalJson.Readable));
        await db.CommitAsync(ct);
        return new DocumentFile(file.FileName, file.Kind.ContentType(), content);
    }
}
