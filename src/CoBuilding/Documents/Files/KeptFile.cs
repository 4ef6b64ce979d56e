using CoBuilding.Data;

namespace CoBuilding.Documents.Files;

/// <summary>
/// A stored file of a document or attachment. It never changes; its owner holds its id. If it may not be stored, its content is erased and
/// the row stays.
/// </summary>
public sealed class KeptFile : Tenanted
{
    /// <summary>Its reach: the same as that of its owner.</summary>
    public required Guid PlaceId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>A call for topics whose link opens it; null where no link does.</summary>
    public Guid? SubjectId { get; init; }

    public required string FileName { get; init; }
    public required FileKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>False for pictures and scans, in which no marking can be found.</summary>
    public required bool HasText { get; init; }

    /// <summary>A login, or a link's office.</summary>
    public required string UploadedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    [Secret]
    public byte[]? Content { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public string? ErasureReason { get; private set; }

    public static KeptFile Of(Guid id, CheckedUpload file, Guid placeId, Guid? unitId, Guid? subjectId, string by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            PlaceId = placeId,
            UnitId = unitId,
            SubjectId = subjectId,
            FileName = file.Name,
            Kind = file.Kind,
            Size = file.Size,
            Sha256 = file.Sha256,
            HasText = file.HasText,
            UploadedBy = by,
            RecordedAt = now,
            Content = file.Bytes,
        };

    /// <exception cref="RuleBroken">It is erased already.</exception>
    public void Erase(string reason, DateTimeOffset now)
    {
        if (ErasedAt is { } before)
            throw FilesRules.Erased(before);
        (Content, ErasedAt, ErasureReason) = (null, now, reason);
    }
}
