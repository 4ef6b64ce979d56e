using CoBuilding.Access;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Kinds;

/// <summary>The district's kinds of committee in their order; some ten rows.</summary>
public sealed class SeeCommitteeKinds(Door door)
{
    /// <param name="Committees">How many within reach are of it, dissolved ones aside.</param>
    /// <param name="RowVersion">The kind's version, which is not part of its JSON.</param>
    public sealed record Row(DistrictCommitteeKind Kind, int Committees, long RowVersion);

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var (committees, today) = (db.Committees, db.Today);
        return await db
            .CommitteeKinds.AsNoTracking()
            .OrderBy(k => k.RetiredOn != null)
            .ThenBy(k => k.Ordinal)
            .ThenBy(k => k.Id)
            .Select(k => new Row(
                k,
                committees.Count(c => c.KindId == k.Id && (c.DissolvedOn == null || c.DissolvedOn > today)),
                k.RowVersion
            ))
            .ToListAsync(ct);
    }
}
