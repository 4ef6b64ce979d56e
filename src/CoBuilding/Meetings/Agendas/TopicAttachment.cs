using CoBuilding.Data;
using CoBuilding.Documents.Files;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// A file that goes with a topic: a drawing, a survey, a draft agreement. Invited people can read it once the topic is on the notice's
/// agenda.
/// </summary>
public sealed class TopicAttachment : Tenanted
{
    /// <summary>The limit of files per topic.</summary>
    public const int MostPerTopic = 3;

    public required Guid TopicId { get; init; }
    public required Guid FileId { get; init; }

    /// <summary>Its reach: the same as that of its topic.</summary>
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? CallId { get; init; }

    /// <summary>What is shown of it.</summary>
    public sealed record Facts
    {
        public required Guid Id { get; init; }
        public required Guid TopicId { get; init; }
        public required string Name { get; init; }

        /// <summary>In bytes.</summary>
        public required int Size { get; init; }
        public required bool HasText { get; init; }
        public required DateTimeOffset? ErasedAt { get; init; }
        public required string? ErasureReason { get; init; }
    }

    /// <summary>In order of upload; those uploaded together by name.</summary>
    internal static IQueryable<Facts> FactsOf(IQueryable<TopicAttachment> attachments, IQueryable<KeptFile> files) =>
        attachments
            .Join(files, a => a.FileId, f => f.Id, (a, f) => new { a, f })
            .OrderBy(x => x.f.RecordedAt)
            .ThenBy(x => x.f.FileName)
            .ThenBy(x => x.a.Id)
            .Select(x => new Facts
            {
                Id = x.a.Id,
                TopicId = x.a.TopicId,
                Name = x.f.FileName,
                Size = x.f.Size,
                HasText = x.f.HasText,
                ErasedAt = x.f.ErasedAt,
                ErasureReason = x.f.ErasureReason,
            });
}
