using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Topics;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>An attachment of an agenda item, for invited people. Journaled.</summary>
public sealed class DownloadAgendaAttachment(Door door)
{
    /// <param name="invitationId">Null for a link, which is for one invitation.</param>
    /// <exception cref="RuleBroken">Its content was erased.</exception>
    public async Task<DocumentFile> AskAsync(Scope scope, Guid? invitationId, Guid attachmentId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerInvitation, ct);
        var (invitation, meeting, _) = await Invitations.OfResponderAsync(db, invitationId, null, ct);
        if (meeting.NotifiedAt is null || invitation.WithdrawnAt is not null)
            throw new NotFound();
        return await KeptFiles.HandOutLiftedAsync(db, await FileLiftedAsync(db, meeting.Id, attachmentId, ct) ?? throw new NotFound(), ct);
    }

    /// <summary>Lifted: attachments of the notice's agenda are visible to all who are invited.</summary>
    private static Task<Guid?> FileLiftedAsync(PortalDb db, Guid meetingId, Guid attachmentId, CancellationToken ct)
    {
        var items = db.AgendaItems.IgnoreQueryFilters([PortalDb.ReachFilter]).Where(i => i.MeetingId == meetingId && i.RemovedAt == null);
        return db
            .TopicAttachments.IgnoreQueryFilters([PortalDb.ReachFilter])
            .Where(a => a.Id == attachmentId && items.Any(i => i.TopicId == a.TopicId))
            .Select(a => (Guid?)a.FileId)
            .SingleOrDefaultAsync(ct);
    }
}
