using CoBuilding.Contracts;
using CoBuilding.Data;

namespace CoBuilding.Units;

/// <summary>Posts at offices, and at units that are still here. A liaison officer holds a post at the unit.</summary>
internal sealed class PostsInService : IPeopleInService
{
    public IQueryable<Guid> After(PortalDb db, DateOnly day)
    {
        var units = db.Units.Where(u => u.EndedOn == null || u.EndedOn > day);
        return db.Posts.NotEndedBy(day).Where(o => o.UnitId == null || units.Any(u => u.Id == o.UnitId)).Select(o => o.PersonId);
    }
}
