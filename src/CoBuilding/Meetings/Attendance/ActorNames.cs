using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

internal static class ActorNames
{
    /// <summary>Who acts, by name; by login where the account bears none that can be seen.</summary>
    public static async Task<string> ActorNameAsync(this PortalDb db, CancellationToken ct)
    {
        var account = db.JournalActor.AccountId;
        return await db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? db.JournalActor.Name;
    }
}
