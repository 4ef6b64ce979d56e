using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class PeopleQueries
{
    /// <summary>A post within reach with its person; for merged records, the survivor.</summary>
    public sealed record PersonAtPost
    {
        public required Guid PersonId { get; init; }
        public required Post Post { get; init; }
    }

    public static IQueryable<PersonAtPost> Posts(PortalDb db) => Posts(db, db.Posts);

    /// <summary>Of these posts.</summary>
    public static IQueryable<PersonAtPost> Posts(PortalDb db, IQueryable<Post> posts) =>
        posts.Join(db.People, o => o.PersonId, p => p.Id, (o, p) => new PersonAtPost { PersonId = p.MergedIntoId ?? p.Id, Post = o });

    /// <summary>People are known district-wide, but looked after only where they hold a post now.</summary>
    public static IQueryable<Person> WithPostWithinReach(PortalDb db)
    {
        var held = Posts(db, db.Posts.NotEndedBy(db.Today));
        return db.People.Where(p => p.MergedIntoId == null && held.Any(h => h.PersonId == p.Id));
    }

    /// <summary>People who hold or held a post within reach; merged records as well.</summary>
    public static IQueryable<Person> KnownWithinReach(PortalDb db)
    {
        var posts = db.Posts;
        return db.People.Where(p => posts.Any(o => o.PersonId == p.Id));
    }
}
