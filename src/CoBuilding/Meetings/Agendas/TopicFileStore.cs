using CoBuilding.Data;
using CoBuilding.Documents.Files;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

internal static class TopicFileStore
{
    /// <summary>Keeps the files with the topic.</summary>
    /// <exception cref="RuleBroken">The topic would have too many files; erased ones do not count.</exception>
    public static async Task AttachAsync(PortalDb db, Topic topic, IReadOnlyList<CheckedUpload> files, CancellationToken ct)
    {
        if (files.Count == 0)
            return;
        var (attachments, kept) = (db.TopicAttachments, db.KeptFiles);
        var before = await kept.CountAsync(f => f.ErasedAt == null && attachments.Any(a => a.TopicId == topic.Id && a.FileId == f.Id), ct);
        if (before + files.Count > TopicAttachment.MostPerTopic)
            throw TopicsRules.TooManyFiles(TopicAttachment.MostPerTopic);
        foreach (var file in files)
        {
            var id = Guid.CreateVersion7();
            kept.Add(KeptFile.Of(id, file, topic.PlaceId, topic.UnitId, topic.CallId, db.JournalActor.Name, db.Now));
            attachments.Add(
                new TopicAttachment
                {
                    TopicId = topic.Id,
                    FileId = id,
                    PlaceId = topic.PlaceId,
                    UnitId = topic.UnitId,
                    CallId = topic.CallId,
                }
            );
        }
    }
}
