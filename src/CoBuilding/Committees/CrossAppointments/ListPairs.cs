using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>The units with their pairs: a matrix of units and committees on a day, a page of units at a time.</summary>
public sealed class ListPairs(Door door)
{
    public sealed record Question : ListQuestion
    {
        /// <summary>A street (with its communities) or a community in which the units reside.</summary>
        public Guid? PlaceId { get; init; }

        /// <summary>Null: all units that have or had a pair, or are asked for one.</summary>
        public UnitStanding? Standing { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }
    }

    public sealed record Row(Guid UnitId, string Unit, string Place, string? Street, PartyOrganizationKind PartyOrganization)
    {
        /// <summary>By the committee's place and kind.</summary>
        public IReadOnlyList<Cell> Cells { get; init; } = [];
    }

    /// <param name="Code">The division code of the committee's place, by which committees are ordered.</param>
    /// <param name="Member">Who is the unit's member on the committee that day.</param>
    /// <param name="Guest">Who of the host is in the unit's Party organization that day.</param>
    /// <param name="Pending">How far a proposal has come that is not decided yet, as is known today.</param>
    public sealed record Cell(
        Guid CommitteeId,
        string Committee,
        string Code,
        PairStatus Status,
        Holder? Member,
        Holder? Guest,
        CrossState? Pending
    );

    /// <param name="Title">Of the seat on the committee, or of the post at the unit.</param>
    /// <param name="PlannedUntil">The planned end; null while none is set.</param>
    public sealed record Holder(string Name, string Title, DateOnly Since, DateOnly? PlannedUntil, string? DocumentNumber);

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var page = await Rows(db, question).PageAsync(question, ct);
        return page with { Rows = await WithCellsAsync(db, page.Rows, question.On ?? db.Today, ct) };
    }

    internal static IQueryable<Row> Rows(PortalDb db, Question question) =>
        Units(db, question)
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .OrderBy(x => x.p.Code)
            .ThenBy(x => x.u.SortKey)
            .ThenBy(x => x.u.Id)
            .Select(x => new Row(
                x.u.Id,
                x.u.Name,
                x.p.Name,
                x.p.Level == PlaceLevel.Community ? x.p.ParentName : null,
                x.u.PartyOrganization
            ));

    private static IQueryable<ResidentUnit> Units(PortalDb db, Question question)
    {
        var (needle, on, pending) = (
            question.NameNeedle(),
            question.On ?? db.Today,
            db.CrossAppointments.Known()
                .Where(a => a.State == CrossState.Proposed || a.State == CrossState.Studied || a.State == CrossState.Approved)
        );
        var (ofUnits, ofHosts) = (Pairs.OfUnits(db), Pairs.OfHosts(db));
        var (members, guests) = (ofUnits.On(on), ofHosts.On(on));
        var units = db
            .Units.AsNoTracking()
            .Where(u => u.MergedIntoId == null && (u.EndedOn == null || u.EndedOn > on))
            .Where(u => needle == null || u.FindKeys.Contains(needle));
        var mutual = members.Where(m => guests.Any(g => g.UnitId == m.UnitId && g.CommitteeId == m.CommitteeId));
        return question.Standing switch
        {
            UnitStanding.Mutual => units.Where(u => mutual.Any(m => m.UnitId == u.Id)),
            UnitStanding.OneWay => units.Where(u =>
                (members.Any(m => m.UnitId == u.Id) || guests.Any(g => g.UnitId == u.Id)) && !mutual.Any(m => m.UnitId == u.Id)
            ),
            UnitStanding.Lapsed => units.Where(u =>
                !members.Any(m => m.UnitId == u.Id)
                && !guests.Any(g => g.UnitId == u.Id)
                && (ofUnits.Any(m => m.UnitId == u.Id && m.From <= on) || ofHosts.Any(g => g.UnitId == u.Id && g.From <= on))
            ),
            UnitStanding.None => units.Where(u =>
                !ofUnits.Any(m => m.UnitId == u.Id && m.From <= on) && !ofHosts.Any(g => g.UnitId == u.Id && g.From <= on)
            ),
            _ => units.Where(u =>
                ofUnits.Any(m => m.UnitId == u.Id && m.From <= on)
                || ofHosts.Any(g => g.UnitId == u.Id && g.From <= on)
                || pending.Any(p => p.UnitId == u.Id)
            ),
        };
    }

    /// <summary>Two statements, independent of the number of units.</summary>
    internal static async Task<IReadOnlyList<Row>> WithCellsAsync(PortalDb db, IReadOnlyList<Row> rows, DateOnly on, CancellationToken ct)
    {
        var (ids, people) = (rows.Select(r => r.UnitId).ToList(), db.People);
        var bodies = db.Committees.Join(
            db.Places,
            c => c.PlaceId,
            p => p.Id,
            (c, p) =>
                new
                {
                    c.Id,
                    c.Name,
                    c.TermEndsOn,
                    p.Code,
                }
        );
        var members = await db
            .Appointments.AsNoTracking()
            .Known()
            .Where(a => a.From <= on && ids.Contains(a.UnitId!.Value))
            .Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { a, s.Title })
            .Join(
                bodies,
                x => x.a.CommitteeId,
                b => b.Id,
                (x, b) =>
                    new
                    {
                        UnitId = x.a.UnitId!.Value,
                        Body = b,
                        x.a.From,
                        x.a.Until,
                        x.Title,
                        Name = people.Where(p => p.Id == x.a.PersonId).Select(p => p.Name).First(),
                    }
            )
            .ToListAsync(ct);
        var guests = await db
            .CrossAppointments.AsNoTracking()
            .Known()
            .Where(a => ids.Contains(a.UnitId))
            .Join(
                bodies,
                a => a.CommitteeId,
                b => b.Id,
                (a, b) =>
                    new
                    {
                        a.UnitId,
                        Body = b,
                        a.From,
                        a.Until,
                        a.PlannedUntil,
                        a.Title,
                        a.DocumentNumber,
                        a.State,
                        Name = people.Where(p => p.Id == a.PersonId).Select(p => p.Name).First(),
                    }
            )
            .ToListAsync(ct);

        var (memberOf, guestOf) = (members.ToLookup(m => (m.UnitId, m.Body.Id)), guests.ToLookup(g => (g.UnitId, g.Body.Id)));
        var cells = members
            .Select(m => (m.UnitId, m.Body))
            .Concat(guests.Select(g => (g.UnitId, g.Body)))
            .Distinct()
            .Select(pair =>
            {
                var (ofUnit, ofHost) = (memberOf[(pair.UnitId, pair.Body.Id)].ToList(), guestOf[(pair.UnitId, pair.Body.Id)].ToList());
                var begun = ofHost.Where(g => g.From is not null).ToList();
                var status = Pairs.StatusOn(
                    on,
                    [.. ofUnit.Select(m => new Span(m.From, m.Until))],
                    [.. begun.Select(g => new Span(g.From!.Value, g.Until))]
                );
                var member = ofUnit.Where(m => new Span(m.From, m.Until).IsOn(on)).MaxBy(m => m.From);
                var guest = begun.Where(g => new Span(g.From!.Value, g.Until).IsOn(on)).MaxBy(g => g.From);
                return (
                    pair.UnitId,
                    Cell: new Cell(
                        pair.Body.Id,
                        pair.Body.Name,
                        pair.Body.Code,
                        status,
                        member is null
                            ? null
                            : new Holder(member.Name, member.Title, member.From, member.Until ?? pair.Body.TermEndsOn, null),
                        guest is null
                            ? null
                            : new Holder(
                                guest.Name,
                                guest.Title,
                                guest.From!.Value,
                                guest.Until ?? guest.PlannedUntil,
                                guest.DocumentNumber
                            ),
                        ofHost
                            .Where(g => g.State is CrossState.Proposed or CrossState.Studied or CrossState.Approved)
                            .Select(g => (CrossState?)g.State)
                            .Max()
                    )
                );
            })
            .Where(c => c.Cell is not { Status: PairStatus.None, Pending: null })
            .ToLookup(c => c.UnitId, c => c.Cell);
        return
        [
            .. rows.Select(r =>
                r with
                {
                    Cells =
                    [
                        .. cells[r.UnitId]
                            .OrderBy(c => c.Code, StringComparer.Ordinal)
                            .ThenBy(c => c.Committee, StringComparer.Ordinal)
                            .ThenBy(c => c.CommitteeId),
                    ],
                }
            ),
        ];
    }
}
