using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>A number that grows with every answer, mark and message of a meeting: what an open board compares, instead of reading the board again.</summary>
public sealed class WatchReplies(Door door)
{
    public async Task<long> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.WatchReplies, ct);
        var (invitations, messages) = (db.Invitations.Where(i => i.MeetingId == meetingId), db.Messages.Where(m => m.WithinId == meetingId));
        return await db.Meetings.Where(m => m.Id == meetingId)
            .Select(m => m.RowVersion + invitations.Sum(i => i.RowVersion) + messages.Sum(s => s.RowVersion)).SingleOrDefaultAsync(ct);
    }
}
