using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

internal static class ActorNames
{
    /// <summary>The actor's name, or the login if the account's name is not visible.</summary>
    public static async Task<string> ActorNameAsync(this PortalDb db, CancellationToken ct)
    {
        var account = db.JournalActor.AccountId;
        return await db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? db.JournalActor.Name;
    }
}
