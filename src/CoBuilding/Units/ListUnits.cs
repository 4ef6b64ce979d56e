using System.Linq.Expressions;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units.Ordering;
using CoBuilding.Units.UnitKinds;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>The units within reach; by place and name where neither the question nor the district says otherwise.</summary>
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

    public sealed record Row(Guid Id, string Name, string? ShortName, UnitKind Kind, string KindName, string Place, string? Street,
        PartyOrganizationKind PartyOrganization, string? SuperiorOrganization, string? Secretary, string? LiaisonOfficer, DateOnly? EndedOn)
    {
        /// <summary>The kind by the district's words, in the language of the moment.</summary>
        public string KindSaid => DistrictUnitKind.Say(Kind, KindName);
    }

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        return await Wanted(db, question, await PeopleSetting.OrderAsync(db, question.Order, ct)).PageAsync(question, RowOf(db), ct);
    }

    internal static async Task<IQueryable<Row>> RowsAsync(PortalDb db, Question question, CancellationToken ct) =>
        Wanted(db, question, await PeopleSetting.OrderAsync(db, question.Order, ct)).Select(RowOf(db));

    private sealed class Found
    {
        public required ResidentUnit Unit { get; init; }
        public required Place Place { get; init; }
        public required DistrictUnitKind Kind { get; init; }
    }

    private static IQueryable<Found> Wanted(PortalDb db, Question question, NameOrder order)
    {
        var (lately, byStrokes, byPlace) = (question.Lately, order == NameOrder.Strokes, order is NameOrder.Given or NameOrder.Rank);
        var needle = question.NameNeedle();
        var today = db.Today;
        // An expression tree holds no extension property: the tables are named before.
        var (posts, people) = (db.Posts, db.People);
        return db.Units.AsNoTracking().Where(u => u.MergedIntoId == null)
            .Where(u => question.WithEnded || u.EndedOn == null || u.EndedOn > today)
            .Where(u => question.KindId == null || u.KindId == question.KindId)
            .Where(u => !question.WithoutLiaisonOfficer || u.LiaisonOfficerId == null)
            .Where(u => needle == null || u.FindKeys.Contains(needle)
                || posts.Any(o => o.UnitId == u.Id && people.Any(p => p.Id == o.PersonId && p.FindKeys.Contains(needle))))
            .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
            .Where(x => question.PlaceId == null || x.p.Id == question.PlaceId || x.p.ParentId == question.PlaceId)
            .Join(db.UnitKinds, x => x.u.KindId, k => k.Id, (x, k) => new Found { Unit = x.u, Place = x.p, Kind = k })
            .OrderByDescending(x => lately.Contains(x.Unit.Id)).ThenBy(x => byPlace ? x.Place.Code : "")
            .ThenBy(x => byStrokes ? x.Unit.StrokeKey : x.Unit.SortKey).ThenBy(x => x.Unit.Id);
    }

    private static Expression<Func<Found, Row>> RowOf(PortalDb db)
    {
        var (posts, people, today) = (db.Posts, db.People, db.Today);
        return x => new Row(x.Unit.Id, x.Unit.Name, x.Unit.ShortName, x.Unit.Kind, x.Kind.Name, x.Place.Name, x.Place.Level == PlaceLevel.Community ? x.Place.ParentName : null,
            x.Unit.PartyOrganization, x.Unit.SuperiorOrganization,
            posts.Where(o => o.UnitId == x.Unit.Id && o.IsSecretary && o.From <= today && (o.Until == null || o.Until > today))
                .Join(people, o => o.PersonId, p => p.Id, (o, p) => p.MergedIntoId == null ? p.Name : people.Where(s => s.Id == p.MergedIntoId).Select(s => s.Name).First()).FirstOrDefault(),
            people.Where(p => p.Id == x.Unit.LiaisonOfficerId)
                .Select(p => p.MergedIntoId == null ? p.Name : people.Where(s => s.Id == p.MergedIntoId).Select(s => s.Name).First()).FirstOrDefault(), x.Unit.EndedOn);
    }
}
