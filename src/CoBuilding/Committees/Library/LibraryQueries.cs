using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Library;

internal static class LibraryQueries
{
    /// <summary>A document's versions as they are known now, the first one first.</summary>
    public static Task<List<LibraryVersion>> VersionsAsync(PortalDb db, Guid documentId, CancellationToken ct) =>
        db.LibraryVersions.Known().Where(v => v.DocumentId == documentId).OrderBy(v => v.VersionNumber).ToListAsync(ct);

    /// <summary>
    /// The readable documents: those of the bodies within reach. Lifted for units: a body's library is visible to every unit that has a
    /// seat on it.
    /// </summary>
    public static IQueryable<LibraryDocument> DocumentsLifted(PortalDb db)
    {
        var (reach, seats) = (db.Reach, db.Seats.On(db.Today));
        return db
            .LibraryDocuments.IgnoreQueryFilters([PortalDb.ReachFilter])
            .AsNoTracking()
            .Where(d =>
                reach.Everything
                || reach.Places.Contains(d.PlaceId)
                || seats.Any(s => s.CommitteeId == d.CommitteeId && s.UnitId != null && reach.Units.Contains(s.UnitId.Value))
            );
    }
}
