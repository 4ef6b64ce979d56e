using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

public static class CommitteeLifecycle
{
    /// <summary>
    /// So many months before the term's end the superior reminds of the renewal (practice of the Party's grass-roots elections).
    /// </summary>
    public const int NearMonths = 6;

    /// <summary>The committees within reach, each with its state: derived only here.</summary>
    internal static IQueryable<Lifespan> Today(PortalDb db)
    {
        var (today, soon, renewals) = (db.Today, db.Today.AddMonths(NearMonths), db.Renewals);
        return db
            .Committees.AsNoTracking()
            .Select(c => new Lifespan
            {
                Committee = c,
                State =
                    c.DissolvedOn <= today
                        ? c.EstablishedOn == null
                            ? CommitteeState.GivenUp
                            : CommitteeState.Dissolved
                        : c.EstablishedOn == null && c.Preparation == PreparationState.Preparing
                            ? CommitteeState.Preparing
                            : c.EstablishedOn == null && c.Preparation == PreparationState.Submitted
                                ? CommitteeState.Submitted
                                : c.EstablishedOn == null && c.Preparation == PreparationState.Returned
                                    ? CommitteeState.Returned
                                    : c.EstablishedOn == null || c.EstablishedOn > today
                                        ? CommitteeState.Approved
                                        : renewals.Any(r => r.CommitteeId == c.Id && r.State == RenewalState.Open)
                                            ? CommitteeState.Renewing
                                            : c.TermEndsOn <= today
                                                ? CommitteeState.Overdue
                                                : c.ExtendedFrom != null
                                                    ? CommitteeState.Extended
                                                    : c.TermEndsOn <= soon
                                                        ? CommitteeState.DueSoon
                                                        : CommitteeState.InTerm,
            });
    }

    /// <summary>Those that are established today and not dissolved.</summary>
    internal static IQueryable<Committee> EstablishedToday(PortalDb db)
    {
        var today = db.Today;
        return db.Committees.AsNoTracking().Where(c => c.EstablishedOn <= today && (c.DissolvedOn == null || c.DissolvedOn > today));
    }

    /// <exception cref="NotFound">There is no such committee within reach.</exception>
    internal static async Task<(Committee Committee, CommitteeState State)> OfAsync(PortalDb db, Guid committeeId, CancellationToken ct)
    {
        var lifespan = await Today(db).SingleOrDefaultAsync(l => l.Committee.Id == committeeId, ct) ?? throw new NotFound();
        return (lifespan.Committee, lifespan.State);
    }
}
