using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.PartyChain;

/// <summary>The Party organizations of a place and of the places below it as a tree, with their members as counted on a day.</summary>
public sealed class SeePartyChain(Door door)
{
    /// <param name="Above">The place above and, within reach, who leads it.</param>
    /// <param name="IsWithin">False if the reader is responsible for another place; then only the place itself is shown.</param>
    /// <param name="Roots">One where the place is led. For the district down to those who lead communities.</param>
    /// <param name="Unled">The places that nobody leads yet.</param>
    public sealed record Answer(
        PlaceRow Place,
        PlaceRow? Above,
        string? AboveLead,
        DateOnly On,
        bool IsWithin,
        IReadOnlyList<ChainNode> Roots,
        Sums Sums,
        IReadOnlyDictionary<Guid, PlaceRow> Places,
        IReadOnlyList<PlaceRow> Unled
    );

    public sealed record PlaceRow(
        Guid Id,
        PlaceLevel Level,
        PlaceKind Kind,
        string Code,
        string Name,
        string OfficialName,
        string? ParentName
    );

    /// <param name="Members">As the organizations at the top report; null when nothing is counted.</param>
    /// <param name="Differing">Organizations whose own figure is not what those below have together.</param>
    public sealed record Sums(IReadOnlyDictionary<ChainKind, int> Organizations, int? Members, int Differing, int Uncounted);

    /// <param name="on">A day; null means today.</param>
    public async Task<Answer> AskAsync(Scope scope, Guid placeId, DateOnly? on, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeePlaces, ct);
        return await ReadAsync(db, placeId, on ?? db.Today, isWhole: false, ct);
    }

    /// <summary>Three statements, independent of the number of organizations.</summary>
    /// <param name="isWhole">A district's tree, too, down to the last group.</param>
    internal static async Task<Answer> ReadAsync(PortalDb db, Guid placeId, DateOnly on, bool isWhole, CancellationToken ct)
    {
        var place = await PortalDb.FindAsync(db.Places.AsNoTracking(), placeId, ct);
        var isDistrict = place.Level == PlaceLevel.District;
        var around = await db
            .Places.AsNoTracking()
            .Where(p => isDistrict || p.Id == placeId || p.ParentId == placeId || p.Id == place.ParentId)
            .OrderBy(p => p.Code)
            .ToListAsync(ct);
        var above = around.Find(p => p.Id == place.ParentId);
        var isWithin = db.Reach.Everything || db.Reach.Places.Contains(placeId);
        List<Place> places = isWithin ? [.. around.Where(p => p != above)] : [];
        var rows = await RowsAsync(db, [.. (isWithin ? around : []).Select(p => p.Id)], on, ct);
        var roots = ChainTree.Of([.. rows.Where(r => r.PlaceId != above?.Id)], [.. places.Select(p => (p.Id, p.ParentId))]);
        var all = roots.SelectMany(r => r.All()).ToList();
        var led = rows.Where(r => r.SuperiorId is null).Select(r => r.PlaceId).ToHashSet();
        return new Answer(
            Row(place),
            above is null ? null : Row(above),
            rows.Find(r => r.PlaceId == above?.Id && r.SuperiorId is null)?.Name,
            on,
            isWithin,
            isDistrict && !isWhole ? [.. roots.Select(Cut)] : roots,
            new Sums(
                all.CountBy(n => n.Kind).OrderBy(c => c.Key).ToDictionary(),
                roots.Any(r => r.Members is not null) ? roots.Sum(r => r.Members ?? 0) : null,
                all.Count(n => n.SubordinateSum == SubordinateSum.Differs),
                all.Count(n => n.Own is null && n.Nodes.Count == 0)
            ),
            around.ToDictionary(p => p.Id, Row),
            [.. places.Where(p => p.Level != PlaceLevel.District && !led.Contains(p.Id)).Select(Row)]
        );

        static PlaceRow Row(Place p) => new(p.Id, p.Level, p.Kind, p.Code, p.Name, p.OfficialName, p.ParentName);
    }

    /// <summary>What was there on the day, each with its latest count until then.</summary>
    internal static Task<List<ChainTree.Row>> RowsAsync(PortalDb db, Guid[] places, DateOnly on, CancellationToken ct)
    {
        var counts = db.MemberCounts.Known().Where(c => c.AsOf <= on);
        return db
            .PartyOrganizations.AsNoTracking()
            .NotEndedBy(on)
            .Where(o => places.Contains(o.PlaceId) && (o.EstablishedOn == null || o.EstablishedOn <= on))
            .OrderBy(o => o.Id)
            .Select(o => new
            {
                o,
                Last = counts
                    .Where(c => c.OrganizationId == o.Id)
                    .OrderByDescending(c => c.AsOf)
                    .Select(c => new { c.Members, c.AsOf })
                    .FirstOrDefault(),
            })
            .Select(x => new ChainTree.Row(
                x.o.Id,
                x.o.PlaceId,
                x.o.SuperiorId,
                x.o.Kind,
                x.o.Name,
                x.Last == null ? null : x.Last.Members,
                x.Last == null ? null : x.Last.AsOf
            ))
            .ToListAsync(ct);
    }

    /// <summary>For a whole district only the leading organizations of streets and communities.</summary>
    private static ChainNode Cut(ChainNode node) =>
        node with
        {
            Nodes = [.. node.Nodes.Where(n => n.PlaceId != node.PlaceId).Select(n => n with { Nodes = [] })],
        };
}
