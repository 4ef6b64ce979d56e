using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>
/// People who hold a post within reach, each once with all those posts; by pinyin unless the question or the district sets another order.
/// </summary>
public sealed class ListPeople(Door door)
{
    [TextsIn("Units")]
    public enum OfficeFilter
    {
        Secretary,
        LiaisonOfficer,
    }

    public sealed record Question : ListQuestion
    {
        /// <summary>A street (with its communities) or a community.</summary>
        public Guid? PlaceId { get; init; }
        public OfficeFilter? OfficeFilter { get; init; }

        /// <summary>Also people whose posts are all over.</summary>
        public bool WithFormer { get; init; }

        /// <summary>Null: the district's own order.</summary>
        public NameOrder? Order { get; init; }
    }

    public sealed record Row(Guid Id, string Name)
    {
        /// <summary>Those of today first, then the latest.</summary>
        public IReadOnlyList<PostRow> Posts { get; init; } = [];
    }

    /// <param name="Until">Null while it lasts.</param>
    public sealed record PostRow(
        Guid? UnitId,
        string? Unit,
        string Place,
        string Title,
        bool IsSecretary,
        bool IsLiaisonOfficer,
        DateOnly From,
        DateOnly? Until,
        bool IsCurrent
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        var page = await Rows(db, question, await PeopleSetting.OrderAsync(db, question.Order, ct)).PageAsync(question, ct);
        return page with { Rows = await WithPostsAsync(db, page.Rows, question.WithFormer, ct) };
    }

    private static IQueryable<Row> Rows(PortalDb db, Question question, NameOrder order)
    {
        var (needle, units, places) = (question.NameNeedle(), db.Units, db.Places);
        var (place, officeFilter) = (question.PlaceId, question.OfficeFilter);
        var held = HeldPosts(db, question.WithFormer)
            .Where(h => place == null || h.Post.PlaceId == place || places.Any(p => p.Id == h.Post.PlaceId && p.ParentId == place))
            .Where(h => officeFilter != OfficeFilter.Secretary || h.Post.IsSecretary)
            .Where(h =>
                officeFilter != OfficeFilter.LiaisonOfficer
                || units.Any(u => u.Id == h.Post.UnitId && u.LiaisonOfficerId == h.Post.PersonId)
            );
        var people = db
            .People.AsNoTracking()
            .Where(p => p.MergedIntoId == null && held.Any(h => h.PersonId == p.Id))
            .Where(p =>
                needle == null
                || p.FindKeys.Contains(needle)
                || held.Any(h => h.PersonId == p.Id && units.Any(u => u.Id == h.Post.UnitId && u.FindKeys.Contains(needle)))
            );
        return InOrder(db, people, order).Select(p => new Row(p.Id, p.Name));
    }

    /// <summary>
    /// By rank: the highest of one's posts of today counts, by the longest title of the district's list that it contains.
    /// </summary>
    private static IQueryable<Person> InOrder(PortalDb db, IQueryable<Person> people, NameOrder order)
    {
        if (order == NameOrder.Strokes)
            return people.OrderBy(p => p.StrokeKey).ThenBy(p => p.Id);
        if (order != NameOrder.Rank)
            return people.OrderBy(p => p.SortKey).ThenBy(p => p.Id);
        var ranks = Ranks.InForce(db);
        var ranked = PeopleQueries
            .Posts(db, db.Posts.On(db.Today))
            .Select(h => new
            {
                h.PersonId,
                Rank = ranks
                    .Where(r => h.Post.Title.Contains(r.Title))
                    .OrderByDescending(r => r.Title.Length)
                    .ThenBy(r => r.Ordinal)
                    .Select(r => (int?)r.Ordinal)
                    .FirstOrDefault(),
            });
        return people
            .OrderBy(p => ranked.Where(h => h.PersonId == p.Id).Min(h => h.Rank) ?? int.MaxValue)
            .ThenBy(p => p.SortKey)
            .ThenBy(p => p.Id);
    }

    private static async Task<IReadOnlyList<Row>> WithPostsAsync(
        PortalDb db,
        IReadOnlyList<Row> rows,
        bool withFormer,
        CancellationToken ct
    )
    {
        var (ids, today, units) = (rows.Select(r => r.Id).ToList(), db.Today, db.Units);
        var posts = await HeldPosts(db, withFormer)
            .AsNoTracking()
            .Where(h => ids.Contains(h.PersonId))
            .Join(
                db.Places,
                h => h.Post.PlaceId,
                p => p.Id,
                (h, p) =>
                    new
                    {
                        h.PersonId,
                        h.Post,
                        Place = p.Name,
                    }
            )
            .Select(x => new
            {
                x.PersonId,
                x.Post,
                x.Place,
                Unit = units.Where(u => u.Id == x.Post.UnitId).Select(u => u.Name).FirstOrDefault(),
                IsLiaison = units.Any(u => u.Id == x.Post.UnitId && u.LiaisonOfficerId == x.Post.PersonId),
            })
            .ToListAsync(ct);
        var byPerson = posts
            .OrderByDescending(x => x.Post.IsOn(today))
            .ThenByDescending(x => x.Post.IsSecretary)
            .ThenByDescending(x => x.Post.From)
            .ThenBy(x => x.Post.Id)
            .ToLookup(
                x => x.PersonId,
                x => new PostRow(
                    x.Post.UnitId,
                    x.Unit,
                    x.Place,
                    x.Post.Title,
                    x.Post.IsSecretary,
                    x.IsLiaison,
                    x.Post.From,
                    x.Post.Until,
                    x.Post.IsOn(today)
                )
            );
        return [.. rows.Select(r => r with { Posts = [.. byPerson[r.Id]] })];
    }

    private static IQueryable<PeopleQueries.PersonAtPost> HeldPosts(PortalDb db, bool withFormer) =>
        PeopleQueries.Posts(db, withFormer ? db.Posts : db.Posts.NotEndedBy(db.Today));
}
