using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Library;

/// <summary>A document with all its versions, the latest first, and the content of one.</summary>
public sealed class SeeLibraryDocument(Door door)
{
    /// <param name="VersionNumber">Null: the one that holds today, else the latest.</param>
    public sealed record Question(Guid DocumentId, int? VersionNumber = null);

    public sealed record Answer(
        Guid Id,
        long RowVersion,
        Guid CommitteeId,
        string Committee,
        string DocumentKind,
        string Title,
        DateOnly? RepealedOn,
        string? RepealReason,
        DateOnly Today,
        IReadOnlyList<Version> Versions,
        Version Shown,
        string? FullText,
        FileFacts? File,
        IReadOnlyList<Correction> Corrections
    )
    {
        /// <summary>What is shown where no version is asked for.</summary>
        public required Version Usual { get; init; }

        /// <summary>Files of the shown version before its correction; they can be erased as well.</summary>
        public IReadOnlyList<FileFacts> ReplacedFiles { get; init; } = [];
    }

    /// <param name="Until">The first day on which it is no longer in force.</param>
    public sealed record Version(
        int Number,
        DateOnly AdoptedOn,
        string? AdoptedBy,
        DateOnly From,
        DateOnly? Until,
        string? Remark,
        bool HasText,
        bool HasFile,
        VersionState State
    ) : ILasts;

    /// <param name="Size">In bytes.</param>
    /// <param name="HasText">False for pictures and scans, in which no marking can be found.</param>
    public sealed record FileFacts(
        Guid Id,
        string Name,
        int Size,
        bool HasText,
        string UploadedBy,
        DateTimeOffset RecordedAt,
        DateTimeOffset? ErasedAt,
        string? ErasureReason
    );

    /// <summary>Of the version shown.</summary>
    public sealed record Correction(DateTimeOffset At, string Reason);

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReadLibrary, ct);
        return await ReadAsync(db, question, ct);
    }

    internal static async Task<Answer> ReadAsync(PortalDb db, Question question, CancellationToken ct)
    {
        var today = db.Today;
        var head =
            await LibraryQueries
                .Documents(db)
                .Where(d => d.Id == question.DocumentId)
                .Join(db.Committees, d => d.CommitteeId, c => c.Id, (d, c) => new { d, c.Name })
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var rows = await db
            .LibraryVersions.Lifted("the versions go with a document that was found readable")
            .AsNoTracking()
            .Where(v => v.DocumentId == head.d.Id)
            .OrderByDescending(v => v.VersionNumber)
            .ThenBy(v => v.RecordedAt)
            .Select(v => new
            {
                v.Id,
                v.VersionNumber,
                v.AdoptedOn,
                v.AdoptedBy,
                v.From,
                v.Remark,
                v.FileId,
                HasText = v.FullText != null,
                v.CorrectionReason,
                v.RecordedAt,
                IsCurrent = v.SupersededAt == null,
            })
            .ToListAsync(ct);
        var current = rows.Where(r => r.IsCurrent).ToList();
        List<Version> versions = [];
        var until = head.d.RepealedOn;
        foreach (var row in current)
        {
            var state =
                row.From > today ? VersionState.Coming
                : until is null || until > today ? VersionState.InForce
                : row == current[0] ? VersionState.Repealed
                : VersionState.Replaced;
            versions.Add(
                new(
                    row.VersionNumber,
                    row.AdoptedOn,
                    row.AdoptedBy,
                    row.From,
                    until,
                    row.Remark,
                    row.HasText,
                    row.FileId is not null,
                    state
                )
            );
            until = row.From;
        }
        var usual = versions.Find(v => v.State is VersionState.InForce) ?? versions[0];
        var asked = question.VersionNumber is { } number ? versions.Find(v => v.Number == number) ?? throw new NotFound() : usual;
        var shown = current.Single(r => r.VersionNumber == asked.Number);
        var files = db.KeptFiles;
        var old = rows.Where(r => !r.IsCurrent && r.VersionNumber == asked.Number && r.FileId is not null && r.FileId != shown.FileId)
            .Select(r => r.FileId!.Value)
            .Distinct()
            .ToList();
        var content = await db
            .LibraryVersions.Lifted("text and file of a version go with a document that was found readable")
            .AsNoTracking()
            .Where(v => v.Id == shown.Id)
            .Select(v => new
            {
                v.FullText,
                File = files
                    .Where(f => f.Id == v.FileId)
                    .Select(f => new FileFacts(
                        f.Id,
                        f.FileName,
                        f.Size,
                        f.HasText,
                        f.UploadedBy,
                        f.RecordedAt,
                        f.ErasedAt,
                        f.ErasureReason
                    ))
                    .FirstOrDefault(),
                Replaced = files
                    .Where(f => old.Contains(f.Id))
                    .OrderBy(f => f.Id)
                    .Select(f => new FileFacts(
                        f.Id,
                        f.FileName,
                        f.Size,
                        f.HasText,
                        f.UploadedBy,
                        f.RecordedAt,
                        f.ErasedAt,
                        f.ErasureReason
                    ))
                    .ToList(),
            })
            .SingleAsync(ct);
        return new Answer(
            head.d.Id,
            head.d.RowVersion,
            head.d.CommitteeId,
            head.Name,
            head.d.DocumentKind,
            head.d.Title,
            head.d.RepealedOn,
            head.d.RepealReason,
            today,
            versions,
            asked,
            content.FullText,
            content.File,
            [
                .. rows.Where(r => r.VersionNumber == asked.Number && r.CorrectionReason is not null)
                    .Select(r => new Correction(r.RecordedAt, r.CorrectionReason!)),
            ]
        )
        {
            Usual = usual,
            ReplacedFiles = content.Replaced,
        };
    }
}
