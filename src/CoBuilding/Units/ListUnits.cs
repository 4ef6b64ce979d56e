using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The units within reach; by place and name unless the question or the district sets another order.</summary>
public sealed class ListUnits(Door door)
{
    public sealed record Question : ListQuestion
    {
        /// <summary>One of the district's own kinds.</summary>
        public Guid? KindId { get; init; }

        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public bool WithoutLiaisonOfficer { get; init; }
        public bool WithEnded { get; init; }

        /// <summary>Null: the district's own order.</summary>
        public NameOrder? Order { get; init; }

        /// <summary>For pickers: those picked lately come first.</summary>
        public IReadOnlyList<Guid> Lately { get; init; } = [];
    }

    public sealed record Row(
        Guid Id,
        string Name,
        string? ShortName,
        UnitKind Kind,
        string KindName,
        string Place,
        string? Street,
        PartyOrganizationKind PartyOrganization,
        string? SuperiorOrganization,
        string? Secretary,
        string? LiaisonOfficer,
        DateOnly? EndedOn
    )
    {
        /// <summary>The kind as named by the district, in the current language.</summary>
        public string KindText => DistrictUnitKind.Say(Kind, KindName);
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var order = await PeopleSetting.OrderAsync(db, question.Order, ct);
        return await Wanted(db, question)
            .PageAsync(question, InOrder, ids => Rows(db, InOrder(db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)))), ct);

        IQueryable<ResidentUnit> InOrder(IQueryable<ResidentUnit> units) => ListUnits.InOrder(db, units, order, question.Lately);
    }

    internal static async Task<IQueryable<Row>> RowsAsync(PortalDb db, Question question, CancellationToken ct) =>
        Rows(db, InOrder(db, Wanted(db, question), await PeopleSetting.OrderAsync(db, question.Order, ct), question.Lately));

    private static IQueryable<ResidentUnit> Wanted(PortalDb db, Question question)
    {
        var needle = question.NameNeedle();
        var today = db.Today;
        // An expression tree holds no extension property: the tables are named before.
        var (places, posts, people) = (db.Places, db.Posts, db.People);
        return db
            .Units.AsNoTracking()
            .Where(u => u.MergedIntoId == null)
            .Where(u => question.WithEnded || u.EndedOn == null || u.EndedOn > today)
            .Where(u => question.KindId == null || u.KindId == question.KindId)
            .Where(u => !question.WithoutLiaisonOfficer || u.LiaisonOfficerId == null)
            .Where(u =>
                question.PlaceId == null
                || places.Any(p => p.Id == u.PlaceId && (p.Id == question.PlaceId || p.ParentId == question.PlaceId))
            )
            .Where(u =>
                needle == null
                || u.FindKeys.Contains(needle)
                || posts.Any(o => o.UnitId == u.Id && people.Any(p => p.Id == o.PersonId && p.FindKeys.Contains(needle)))
            );
    }

    private static IQueryable<ResidentUnit> InOrder(
        PortalDb db,
        IQueryable<ResidentUnit> units,
        NameOrder order,
        IReadOnlyList<Guid> lately
    )
    {
        // The database drops a key that is the same for all rows, and reads an index in order by the keys that remain.
        var (anyLately, byStrokes, byPlace) = (
            lately.Count > 0,
            order == NameOrder.Strokes,
            order is NameOrder.ListDefault or NameOrder.Rank
        );
        return units
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { Unit = u, Place = p })
            .OrderByDescending(x => anyLately && lately.Contains(x.Unit.Id))
            .ThenBy(x => byPlace ? x.Place.Code : "")
            .ThenBy(x => byStrokes ? x.Unit.StrokeKey : x.Unit.SortKey)
            .ThenBy(x => x.Unit.Id)
            .Select(x => x.Unit);
    }

    private static IQueryable<Row> Rows(PortalDb db, IQueryable<ResidentUnit> units)
    {
        var (secretaries, people) = (db.Posts.On(db.Today).Where(o => o.IsSecretary), db.People);
        return units
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { Unit = u, Place = p })
            .Join(
                db.UnitKinds,
                x => x.Unit.KindId,
                k => k.Id,
                (x, k) =>
                    new
                    {
                        x.Unit,
                        x.Place,
                        Kind = k,
                    }
            )
            .Select(x => new Row(
                x.Unit.Id,
                x.Unit.Name,
                x.Unit.ShortName,
                x.Unit.Kind,
                x.Kind.Name,
                x.Place.Name,
                x.Place.Level == PlaceLevel.Community ? x.Place.ParentName : null,
                x.Unit.PartyOrganization,
                x.Unit.SuperiorOrganization,
                secretaries
                    .Where(o => o.UnitId == x.Unit.Id)
                    .Join(
                        people,
                        o => o.PersonId,
                        p => p.Id,
                        (o, p) => p.MergedIntoId == null ? p.Name : people.Where(s => s.Id == p.MergedIntoId).Select(s => s.Name).First()
                    )
                    .FirstOrDefault(),
                people
                    .Where(p => p.Id == x.Unit.LiaisonOfficerId)
                    .Select(p => p.MergedIntoId == null ? p.Name : people.Where(s => s.Id == p.MergedIntoId).Select(s => s.Name).First())
                    .FirstOrDefault(),
                x.Unit.EndedOn
            ));
    }
}
