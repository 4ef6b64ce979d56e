using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>An attachment of a unit's own topic, for its people and by its link. Journaled.</summary>
public sealed class DownloadMyUnitAttachment(Door door)
{
    /// <param name="callId">Null for a link, which is for one call.</param>
    /// <exception cref="RuleBroken">Its content was erased.</exception>
    public async Task<DocumentFile> AskAsync(Scope scope, Guid? callId, Guid attachmentId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ProposeTopics, ct);
        var (call, _, _) = await TopicCalls.OfResponderAsync(db, callId, ct);
        var attachment =
            await db.TopicAttachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachmentId && a.CallId == call.Id, ct)
            ?? throw new NotFound();
        return await KeptFiles.HandOutAsync(db, attachment.FileId, ct);
    }
}
