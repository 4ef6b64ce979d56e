using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>
/// People of a military unit are stored under their posts instead of names, unless the unit agreed to storing names. Names that are not
/// stored cannot be shown by mistake, so lists, papers, messages and pictures need no special handling.
/// </summary>
internal static class Designation
{
    /// <summary>The stored name of a person of the unit.</summary>
    /// <exception cref="RuleBroken">The name is missing, or is given although the unit has not agreed.</exception>
    public static string NameFor(ResidentUnit unit, string? name, string title)
    {
        var designation = Of(title);
        if (!unit.WithholdsNames)
            return name.OrNull() ?? throw UnitsRules.NameMissing();
        return name.OrNull() is { } given && given != designation ? throw UnitsRules.NamesAreWithheld() : designation;
    }

    /// <summary>Refuses adding a person whose name is stored to a unit that has not agreed to names.</summary>
    /// <exception cref="RuleBroken">The person has no post there yet.</exception>
    public static async Task CheckKnownAsync(PortalDb db, ResidentUnit unit, Guid personId, CancellationToken ct)
    {
        if (unit.WithholdsNames && !await db.Posts.AnyAsync(o => o.PersonId == personId && o.UnitId == unit.Id, ct))
            throw UnitsRules.KnownByName();
    }

    /// <summary>Refuses a name for somebody whose posts are all at units that keep names to themselves.</summary>
    /// <exception cref="RuleBroken">It differs from the stored name.</exception>
    public static async Task CheckRenamedAsync(PortalDb db, Person person, string name, CancellationToken ct)
    {
        if (name == person.Name)
            return;
        var units = db.Units;
        var places = await db
            .Posts.NotEndedBy(db.Today)
            .Where(o => o.PersonId == person.Id)
            .Select(o => units.Any(u => u.Id == o.UnitId && u.Kind == UnitKind.Military && !u.ShowsPersonalNames))
            .Distinct()
            .ToListAsync(ct);
        if (places is [true])
            throw UnitsRules.NamesAreWithheld();
    }

    /// <summary>Replaces the names of a unit's people by their posts; people with posts elsewhere keep their names.</summary>
    public static async Task ReplaceNamesAsync(PortalDb db, ResidentUnit unit, CancellationToken ct)
    {
        var posts = await db.Posts.AsNoTracking().Where(o => o.UnitId == unit.Id).OrderBy(o => o.From).ThenBy(o => o.Id).ToListAsync(ct);
        Guid[] ids = [.. posts.Select(o => o.PersonId).Distinct()];
        var known = await KnownElsewhereAsync(db, unit, ids, ct);
        var accounts = (await db.Accounts.Where(a => a.PersonId != null && ids.Contains(a.PersonId.Value)).ToListAsync(ct)).ToLookup(a =>
            a.PersonId
        );
        foreach (var person in await db.People.Where(p => ids.Contains(p.Id) && !known.Contains(p.Id)).ToListAsync(ct))
        {
            person.Name = Of(posts.Last(o => o.PersonId == person.Id).Title);
            foreach (var account in accounts[person.Id])
                account.DisplayName = person.Name;
        }
    }

    private static async Task<HashSet<Guid>> KnownElsewhereAsync(PortalDb db, ResidentUnit unit, Guid[] people, CancellationToken ct) =>
        [
            .. await db
                .Posts.Lifted("whether people have posts elsewhere, which keeps their names; nothing about the posts is returned")
                .Where(o => people.Contains(o.PersonId) && o.UnitId != unit.Id)
                .Select(o => o.PersonId)
                .ToListAsync(ct),
        ];

    private static string Of(string title) =>
        title.Trim() is { Length: > UnitShapes.LongestName } text ? text[..UnitShapes.LongestName] : title.Trim();
}
