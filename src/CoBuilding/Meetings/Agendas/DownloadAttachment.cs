using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;

namespace CoBuilding.Meetings.Agendas;

/// <summary>A topic's attachment, for staff. Journaled.</summary>
public sealed class DownloadAttachment(Door door)
{
    /// <exception cref="RuleBroken">Its content was erased.</exception>
    public async Task<DocumentFile> AskAsync(Scope scope, Guid attachmentId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var attachment = await PortalDb.FindAsync(db.TopicAttachments, attachmentId, ct);
        return await KeptFiles.HandOutAsync(db, attachment.FileId, ct);
    }
}
