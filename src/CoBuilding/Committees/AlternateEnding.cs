using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees;

internal static class AlternateEnding
{
    /// <summary>Ends alternates from a day on: current ones end, future ones are voided.</summary>
    public static async Task EndAsync(PortalDb db, IQueryable<Alternate> named, DateOnly on, CancellationToken ct)
    {
        foreach (var alternate in await named.Known().NotEndedBy(on).OrderBy(a => a.From).ToListAsync(ct))
            End(db, alternate, on);
    }

    public static void End(PortalDb db, Alternate alternate, DateOnly on)
    {
        if (alternate.From < on)
            db.Alternates.Add(alternate.EndOn(Guid.CreateVersion7(), on, null, db.Now));
        else
            alternate.Retract(db.Now);
    }

    /// <summary>Ends an alternate for the time of a term; an alternate who was there before is there again after it.</summary>
    public static void EndDuring(PortalDb db, Alternate alternate, Span term)
    {
        if (!term.Overlaps(new Span(alternate.From, alternate.Until)))
            return;
        End(db, alternate, term.From);
        if (term.Until is { } until && !alternate.HasEndedBy(until))
            db.Alternates.Add(alternate.Again(Guid.CreateVersion7(), until, db.Now));
    }
}
