using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Agendas;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

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
        return await KeptFiles.HandOutAsync(db, await FileAsync(db, meeting.Id, attachmentId, ct) ?? throw new NotFound(), ct);
    }

    private static Task<Guid?> FileAsync(PortalDb db, Guid meetingId, Guid attachmentId, CancellationToken ct)
    {
        var items = db.AgendaItems.Where(i => i.MeetingId == meetingId && i.RemovedAt == null);
        return db
            .TopicAttachments.Lifted("which file an attachment of the notice's agenda is, for all who are invited")
            .Where(a => a.Id == attachmentId && items.Any(i => i.TopicId == a.TopicId))
            .Select(a => (Guid?)a.FileId)
            .SingleOrDefaultAsync(ct);
    }
}
