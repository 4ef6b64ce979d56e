using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// The co-building network: the bodies of the three levels, from the district by its streets to their communities, and the places without
/// one.
/// </summary>
public sealed class SeeNetwork(Door door)
{
    /// <param name="StreetId">With the communities of this street; null: of none.</param>
    /// <param name="Whole">With the communities of every street, for print.</param>
    public sealed record Question(Guid? StreetId, bool Whole);

    /// <param name="Streets">All within reach: what the filter offers.</param>
    /// <param name="Roots">The district if the reader is responsible for it, else the streets or communities.</param>
    /// <param name="Consortiums">Thematic bodies across places; they cover no place.</param>
    public sealed record Answer(
        DateOnly On,
        IReadOnlyList<Street> Streets,
        IReadOnlyList<Node> Roots,
        IReadOnlyList<Consortium> Consortiums
    );

    /// <param name="Military">Of the units; they are counted and not named.</param>
    /// <param name="Residences">How many of the units reside in which street, or community that belongs to none.</param>
    public sealed record Consortium(
        Guid Id,
        string Name,
        string Host,
        string? Aims,
        int Units,
        int Military,
        int Vacancies,
        IReadOnlyList<Residence> Residences
    );

    public sealed record Residence(string Place, int Units);

    public sealed record Street(Guid Id, string Name);

    /// <param name="IsCovered">It has a body, or the district does not count places of its kind.</param>
    /// <param name="Covered">How many of the places below have a body, of those that count.</param>
    /// <param name="Nodes">Places below that are shown.</param>
    public sealed record Node(
        Guid PlaceId,
        string Name,
        PlaceLevel Level,
        bool IsCovered,
        int Covered,
        int Counted,
        IReadOnlyList<Body> Bodies,
        IReadOnlyList<Node> Nodes
    );

    public sealed record Body(Guid Id, string Name, int Seats, int Vacancies, int Units);

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var (everything, reach) = (db.Reach.Everything, db.Reach.Places);
        var places = await db.Places.AsNoTracking().Where(p => everything || reach.Contains(p.Id)).OrderBy(p => p.Code).ToListAsync(ct);
        var bodies = await BodiesAsync(db, ct);
        var countsAll = await CoverageSetting.ReadAsync(db, ct);
        var below = places.ToLookup(p => p.ParentId);
        var ids = places.Select(p => p.Id).ToHashSet();
        return new Answer(
            db.Today,
            [.. places.Where(p => p.Level == PlaceLevel.Street).Select(p => new Street(p.Id, p.Name))],
            [
                .. places
                    .Where(p => p.ParentId is not { } above || !ids.Contains(above))
                    .Where(p => question.StreetId is not { } street || p.Level == PlaceLevel.District || p.Id == street)
                    .Select(Node),
            ],
            await ConsortiumsAsync(db, ct)
        );

        Node Node(Place place)
        {
            var counted = below[place.Id].Where(Counts).ToList();
            var shown =
                place.Level == PlaceLevel.District ? below[place.Id].Where(p => question.StreetId is not { } street || p.Id == street)
                : question.Whole || question.StreetId == place.Id ? below[place.Id]
                : [];
            return new Node(
                place.Id,
                place.Name,
                place.Level,
                !Counts(place) || bodies.Contains(place.Id),
                counted.Count(p => bodies.Contains(p.Id)),
                counted.Count,
                [.. bodies[place.Id]],
                [.. shown.Select(Node)]
            );
        }

        bool Counts(Place place) =>
            countsAll || place.Level == PlaceLevel.District || place.Kind is PlaceKind.Street or PlaceKind.Community;
    }

    /// <summary>All within reach by place, the big ones first. One statement.</summary>
    private static async Task<ILookup<Guid, Body>> BodiesAsync(PortalDb db, CancellationToken ct)
    {
        var (seats, held) = (db.Seats.On(db.Today), db.Appointments.Known().On(db.Today));
        var found = await CommitteeLifecycle
            .EstablishedToday(db)
            .Where(c => c.Kind != CommitteeKind.Consortium)
            .OrderByDescending(c => c.Kind == CommitteeKind.BigWorking || c.Kind == CommitteeKind.BigParty)
            .ThenBy(c => c.EstablishedOn)
            .ThenBy(c => c.Id)
            .Select(c => new
            {
                c.PlaceId,
                c.Id,
                c.Name,
                Seats = seats.Count(s => s.CommitteeId == c.Id),
                Units = seats.Count(s => s.CommitteeId == c.Id && s.UnitId != null),
                Held = held.Count(a => a.CommitteeId == c.Id),
            })
            .ToListAsync(ct);
        return found.ToLookup(b => b.PlaceId, b => new Body(b.Id, b.Name, b.Seats, b.Seats - b.Held, b.Units));
    }

    /// <summary>Two statements.</summary>
    private static async Task<IReadOnlyList<Consortium>> ConsortiumsAsync(PortalDb db, CancellationToken ct)
    {
        var (seats, held) = (db.Seats.On(db.Today), db.Appointments.Known().On(db.Today));
        var found = await CommitteeLifecycle
            .EstablishedToday(db)
            .Where(c => c.Kind == CommitteeKind.Consortium)
            .Join(db.Places, c => c.PlaceId, p => p.Id, (c, p) => new { c, p })
            .OrderBy(x => x.p.Code)
            .ThenBy(x => x.c.EstablishedOn)
            .ThenBy(x => x.c.Id)
            .Select(x => new
            {
                x.c.Id,
                x.c.Name,
                Host = x.p.Name,
                x.c.Aims,
                Seats = seats.Count(s => s.CommitteeId == x.c.Id),
                Held = held.Count(a => a.CommitteeId == x.c.Id),
            })
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        Guid[] ids = [.. found.Select(c => c.Id)];
        var units = (
            await seats
                .AsNoTracking()
                .Where(s => ids.Contains(s.CommitteeId))
                .Join(
                    db.Units.Lifted("units on a consortium, counted by kind and residence: its roster shows them anyway"),
                    s => s.UnitId,
                    u => u.Id,
                    (s, u) =>
                        new
                        {
                            s.CommitteeId,
                            u.Kind,
                            u.PlaceId,
                        }
                )
                .Join(
                    db.Places,
                    x => x.PlaceId,
                    p => p.Id,
                    (x, p) =>
                        new
                        {
                            x.CommitteeId,
                            x.Kind,
                            p.Code,
                            Place = p.Level == PlaceLevel.Community ? p.ParentName! : p.Name,
                        }
                )
                .ToListAsync(ct)
        ).ToLookup(u => u.CommitteeId);
        return
        [
            .. found.Select(c => new Consortium(
                c.Id,
                c.Name,
                c.Host,
                c.Aims,
                units[c.Id].Count(),
                units[c.Id].Count(u => u.Kind == UnitKind.Military),
                c.Seats - c.Held,
                [
                    .. units[c.Id]
                        .OrderBy(u => u.Code, StringComparer.Ordinal)
                        .GroupBy(u => u.Place)
                        .Select(g => new Residence(g.Key, g.Count())),
                ]
            )),
        ];
    }
}
