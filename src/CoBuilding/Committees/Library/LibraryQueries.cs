using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Library;

internal static class LibraryQueries
{
    /// <summary>A document's versions as they are known now, the first one first.</summary>
    public static Task<List<LibraryVersion>> VersionsAsync(PortalDb db, Guid documentId, CancellationToken ct) =>
        db.LibraryVersions.Known().Where(v => v.DocumentId == documentId).OrderBy(v => v.VersionNumber).ToListAsync(ct);

    /// <summary>The readable documents: those of the bodies within reach, and of those on which a unit within reach has a seat.</summary>
    public static IQueryable<LibraryDocument> Documents(PortalDb db)
    {
        var (reach, seats) = (db.Reach, db.Seats.On(db.Today));
        return db
            .LibraryDocuments.Lifted("a body's documents are read by every unit that has a seat on it")
            .AsNoTracking()
            .Where(d =>
                reach.Everything
                || reach.Places.Contains(d.PlaceId)
                || seats.Any(s => s.CommitteeId == d.CommitteeId && s.UnitId != null && reach.Units.Contains(s.UnitId.Value))
            );
    }
}
