using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.Districts;

/// <summary>
/// The list of districts, cached in memory because every request needs it; unknown names are looked up again at most every five seconds.
/// </summary>
public sealed class DistrictList(Door door, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private volatile Snapshot known = new([], DateTimeOffset.MinValue);

    private sealed record Snapshot(IReadOnlyList<District> Districts, DateTimeOffset ReadAt);

    /// <summary>All districts, in the order of their codes.</summary>
    public async Task<IReadOnlyList<District>> AllAsync(CancellationToken ct) =>
        known.ReadAt + Patience > clock.GetUtcNow() ? known.Districts : await ReadAsync(ct);

    /// <summary>Null when there is no such district.</summary>
    public async Task<District?> FindAsync(string slug, CancellationToken ct)
    {
        var found = Among(known);
        if (found is not null || known.ReadAt + Patience > clock.GetUtcNow())
            return found;
        await ReadAsync(ct);
        return Among(known);

        District? Among(Snapshot snapshot) => snapshot.Districts.FirstOrDefault(d => d.Slug == slug);
    }

    private async Task<IReadOnlyList<District>> ReadAsync(CancellationToken ct)
    {
        await using var db = await door.OpenSharedAsync(ct);
        known = new Snapshot(await db.Districts.AsNoTracking().OrderBy(d => d.Code).ThenBy(d => d.Slug).ToListAsync(ct), clock.GetUtcNow());
        return known.Districts;
    }
}
