using CoBuilding.Access;
using CoBuilding.Data;

namespace CoBuilding.Units.People;

/// <summary>The full number of a person; the view is journaled, the number is not.</summary>
public sealed class SeeMobile(Door door)
{
    public async Task<string?> AskAsync(Scope scope, Guid personId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMobile, ct);
        var person = await PortalDb.FindAsync(PeopleQueries.WithPostWithinReach(db), personId, ct);
        db.AddJournalEntry("viewed", "people", person.Id);
        await db.CommitAsync(ct);
        return person.Mobile;
    }
}
