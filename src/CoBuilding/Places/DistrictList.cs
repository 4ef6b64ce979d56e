using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoBuilding.Places;

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

    /// <summary>
    /// Enters a district into the list of districts, as the owner; returns the id it has there, an earlier one's if it was entered before.
    /// </summary>
    public static async Task<Guid> EnterAsync(string ownerConnection, District district, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var insert = source.CreateCommand(
            """
            INSERT INTO districts (id, slug, code, name, created_at, is_demo) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (slug) DO UPDATE SET slug = EXCLUDED.slug RETURNING id
            """
        );
        foreach (
            var value in new object[] { district.Id, district.Slug, district.Code, district.Name, district.CreatedAt, district.IsDemo }
        )
            insert.Parameters.Add(new() { Value = value });
        return (Guid)(await insert.ExecuteScalarAsync(ct))!;
    }
}
