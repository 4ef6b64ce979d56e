using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Committees.Library;

/// <summary>
/// The documents by which bodies work, each with the version that holds today: of one body, or of all whose library one may read.
/// </summary>
public sealed class ListLibraryDocuments(Door door)
{
    public sealed record Question : ListQuestion
    {
        public Guid? CommitteeId { get; init; }
        public bool WithRepealed { get; init; }
    }

    public sealed record Row(
        Guid Id,
        Guid CommitteeId,
        string Committee,
        string DocumentKind,
        string Title,
        bool IsRepealed,
        Version? Now,
        Version? Coming,
        int Versions
    );

    public sealed record Version(int Number, DateOnly From, DateOnly AdoptedOn, string? AdoptedBy);

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ReadLibrary, ct);
        return await Rows(db, question).PageAsync(question, ct);
    }

    private static IQueryable<Row> Rows(PortalDb db, Question question)
    {
        var (needle, today, versions) = (question.NameNeedle(), db.Today, db.LibraryVersions.Known());
        return LibraryQueries
            .Documents(db)
            .Where(d => question.CommitteeId == null || d.CommitteeId == question.CommitteeId)
            .Where(d => question.WithRepealed || d.RepealedOn == null || d.RepealedOn > today)
            .Where(d => needle == null || d.FindKeys.Contains(needle))
            .Join(db.Committees, d => d.CommitteeId, c => c.Id, (d, c) => new { d, c })
            .Join(
                db.Places,
                x => x.c.PlaceId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.d,
                        x.c,
                        p.Code,
                    }
            )
            .OrderBy(x => x.Code)
            .ThenBy(x => x.c.Id)
            .ThenBy(x => x.d.RepealedOn != null && x.d.RepealedOn <= today)
            .ThenBy(x => x.d.Id)
            .Select(x => new Row(
                x.d.Id,
                x.c.Id,
                x.c.Name,
                x.d.DocumentKind,
                x.d.Title,
                x.d.RepealedOn != null && x.d.RepealedOn <= today,
                versions
                    .Where(v => v.DocumentId == x.d.Id && v.From <= today)
                    .OrderByDescending(v => v.VersionNumber)
                    .Select(v => new Version(v.VersionNumber, v.From, v.AdoptedOn, v.AdoptedBy))
                    .FirstOrDefault(),
                versions
                    .Where(v => v.DocumentId == x.d.Id && v.From > today)
                    .OrderBy(v => v.VersionNumber)
                    .Select(v => new Version(v.VersionNumber, v.From, v.AdoptedOn, v.AdoptedBy))
                    .FirstOrDefault(),
                versions.Count(v => v.DocumentId == x.d.Id)
            ));
    }
}
