using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Alternates;

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
}
