using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

internal static class Clerks
{
    /// <summary>Who acts, by name; by login where the account bears none that can be seen.</summary>
    public static async Task<string> ActorAsync(this PortalDb db, CancellationToken ct)
    {
        var account = db.Who.AccountId;
        return await db.Accounts.Where(a => a.Id == account).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? db.Who.Name;
    }
}
