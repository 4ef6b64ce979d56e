using CoBuilding.Access;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.PartyChain;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// The 1+N picture: the leading Party organization of a place, the vertical Party chain above and below, and the units with seats on its
/// bodies. Military units are counted but not named, since the picture may be displayed publicly.
/// </summary>
public sealed class SeePicture(Door door)
{
    /// <param name="Above">Who leads the place above, or that place.</param>
    /// <param name="Core">Who leads the place, or the place.</param>
    /// <param name="Members">Party members of the place; null when none are counted.</param>
    /// <param name="Military">Military units with a seat.</param>
    /// <param name="Elsewhere">Units with a seat that reside out of the reader's reach.</param>
    /// <param name="Seatless">Units that reside here and have no seat.</param>
    public sealed record Answer(
        Guid PlaceId,
        string Place,
        PlaceLevel Level,
        DateOnly On,
        string? Above,
        string Core,
        int? Members,
        IReadOnlyList<Body> Bodies,
        IReadOnlyList<Member> Units,
        int Military,
        int Elsewhere,
        int Seatless,
        IReadOnlyList<ChainLine> Below
    );

    /// <param name="Seats">Of units, the host and individuals.</param>
    public sealed record Body(Guid Id, string Name, int Seats, int Vacancies);

    /// <param name="Residence">A community, for a street's or the district's picture; null if it is the same place.</param>
    /// <param name="Seats">One for each body on which it has a seat.</param>
    /// <param name="IsTwoWay">Its member sits on a body whose host has a person in office at the unit.</param>
    public sealed record Member(
        Guid Id,
        string Name,
        string DisplayName,
        string Kind,
        string? Residence,
        string? Superior,
        PartyOrganizationKind PartyOrganization,
        IReadOnlyList<MemberSeat> Seats,
        bool IsTwoWay
    );

    /// <param name="Body">The number of the body in the answer, from 0.</param>
    public sealed record MemberSeat(int Body, SeatRole Role, string Title, bool IsVacant);

    /// <summary>A node directly below the core: an organization, or a place with its chain.</summary>
    /// <param name="IsLed">False for a place whose chain is not entered yet.</param>
    public sealed record ChainLine(string Name, Guid? PlaceId, bool IsLed, int? Members, int Organizations);

    public async Task<Answer> AskAsync(Scope scope, Guid placeId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var chain = await SeePartyChain.ReadAsync(db, placeId, db.Today, isWhole: false, ct);
        if (!chain.IsWithin)
            throw new NotFound();
        var bodies = await BodiesAsync(db, placeId, ct);
        var (units, elsewhere) = await UnitsAsync(db, placeId, [.. bodies.Select(b => b.Id)], ct);
        Guid[] seated = [.. units.Select(u => u.Member.Id)];
        var seatless = await db
            .Units.Where(u => u.MergedIntoId == null && (u.EndedOn == null || u.EndedOn > db.Today) && !seated.Contains(u.Id))
            .Join(
                db.Places.Where(p => p.Id == placeId || p.ParentId == placeId || chain.Place.Level == PlaceLevel.District),
                u => u.PlaceId,
                p => p.Id,
                (u, p) => u.Id
            )
            .CountAsync(ct);
        var lead = chain.Roots.FirstOrDefault(r => r.PlaceId == placeId);
        return new Answer(
            placeId,
            chain.Place.Name,
            chain.Place.Level,
            db.Today,
            chain.AboveLead ?? chain.Above?.Name,
            lead?.Name ?? chain.Place.Name,
            chain.Sums.Members,
            bodies,
            [.. units.Where(u => !u.IsMilitary).Select(u => u.Member)],
            units.Count(u => u.IsMilitary),
            elsewhere,
            seatless,
            Below(chain, lead)
        );
    }

    /// <summary>The big body first: it is the core's own.</summary>
    private static async Task<IReadOnlyList<Body>> BodiesAsync(PortalDb db, Guid placeId, CancellationToken ct)
    {
        var (seats, held) = (db.Seats.On(db.Today), db.Appointments.Known().On(db.Today));
        var found = await CommitteeLifecycle
            .EstablishedToday(db)
            .Where(c => c.PlaceId == placeId)
            .OrderByDescending(c => c.Kind == CommitteeKind.BigWorking || c.Kind == CommitteeKind.BigParty)
            .ThenBy(c => c.EstablishedOn)
            .ThenBy(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.Name,
                Seats = seats.Count(s => s.CommitteeId == c.Id),
                Held = held.Count(a => a.CommitteeId == c.Id),
            })
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return [.. found.Select(b => new Body(b.Id, b.Name, b.Seats, b.Seats - b.Held))];
    }

    private static async Task<(IReadOnlyList<(Member Member, bool IsMilitary)> Units, int Elsewhere)> UnitsAsync(
        PortalDb db,
        Guid placeId,
        Guid[] bodies,
        CancellationToken ct
    )
    {
        var (held, today) = (db.Appointments.Known().On(db.Today), db.Today);
        var guests = db.CrossAppointments.Known().NotEndedBy(today).Where(a => a.From <= today);
        var seats = await db
            .Seats.AsNoTracking()
            .On(today)
            .Where(s => bodies.Contains(s.CommitteeId) && s.UnitId != null)
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                UnitId = s.UnitId!.Value,
                s.CommitteeId,
                s.Role,
                s.Title,
                IsHeld = held.Any(a => a.SeatId == s.Id),
                IsReturned = guests.Any(a => a.UnitId == s.UnitId && a.CommitteeId == s.CommitteeId),
            })
            .ToListAsync(ct);
        var byUnit = seats.ToLookup(s => s.UnitId);
        Guid[] ids = [.. byUnit.Select(s => s.Key)];
        var units = await db
            .Units.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
            .Join(
                db.UnitKinds,
                x => x.u.KindId,
                k => k.Id,
                (x, k) =>
                    new
                    {
                        x.u,
                        x.p,
                        k.Name,
                    }
            )
            .OrderBy(x => x.p.Code)
            .ThenBy(x => x.u.SortKey)
            .ThenBy(x => x.u.Id)
            .ToListAsync(ct);
        return (
            [
                .. units.Select(x =>
                    (
                        new Member(
                            x.u.Id,
                            x.u.Name,
                            x.u.DisplayName,
                            DistrictUnitKind.Say(x.u.Kind, x.Name),
                            x.p.Id == placeId ? null : x.p.Name,
                            x.u.SuperiorOrganization,
                            x.u.PartyOrganization,
                            [
                                .. byUnit[x.u.Id]
                                    .Select(s => new MemberSeat(Array.IndexOf(bodies, s.CommitteeId), s.Role, s.Title, !s.IsHeld))
                                    .OrderBy(s => s.Body),
                            ],
                            byUnit[x.u.Id].Any(s => s.IsHeld && s.IsReturned)
                        ),
                        x.u.Kind == UnitKind.Military
                    )
                ),
            ],
            ids.Length - units.Count
        );
    }

    private static IReadOnlyList<ChainLine> Below(SeePartyChain.Answer chain, ChainNode? lead)
    {
        var nodes = lead is null ? chain.Roots.Where(r => r.PlaceId != chain.Place.Id) : lead.Nodes;
        return
        [
            .. nodes.Select(n => new ChainLine(n.Name, n.PlaceId == chain.Place.Id ? null : n.PlaceId, true, n.Members, n.All().Count())),
            .. chain
                .Unled.Where(p => p.Id != chain.Place.Id && (chain.Place.Level != PlaceLevel.District || p.Level == PlaceLevel.Street))
                .Select(p => new ChainLine(p.Name, p.Id, false, null, 0)),
        ];
    }
}
