using CoBuilding.Data;

namespace CoBuilding.Units;

internal static class People
{
    /// <summary>People are known district-wide, but looked after only where they hold a post now.</summary>
    public static IQueryable<Person> WithPostWithinReach(PortalDb db)
    {
        var (posts, today) = (db.Posts, db.Today);
        return db.People.Where(p => posts.Any(o => o.PersonId == p.Id && (o.Until == null || o.Until > today)));
    }
}
