using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>A number that grows with every answer and mark of a meeting: what an open board compares, instead of reading the board again.</summary>
public sealed class WatchReplies(Door door)
{
    public async Task<long> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.WatchReplies, ct);
        var meetings = db.Meetings.Where(m => m.Id == meetingId);
        return await db.Invitations.Where(i => i.MeetingId == meetingId).SumAsync(i => i.RowVersion, ct) + await meetings.SumAsync(m => m.RowVersion, ct);
    }
}
