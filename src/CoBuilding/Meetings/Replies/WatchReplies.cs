using CoBuilding.Access;
using CoBuilding.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>
/// A number that grows with every reply, mark, agenda change and message of a meeting; open boards compare it to detect changes.
/// </summary>
public sealed class WatchReplies(Door door)
{
    public async Task<long> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.WatchReplies, ct);
        var (invitations, guests, sessions, runs) = (
            db.Invitations.Where(i => i.MeetingId == meetingId),
            db.Guests.Where(g => g.MeetingId == meetingId),
            db.MeetingSessions.Where(o => o.MeetingId == meetingId),
            db.ItemRuns.Where(r => r.MeetingId == meetingId)
        );
        var messages = db.Messages.Where(m => m.WithinId == meetingId);
        return await db
            .Meetings.Where(m => m.Id == meetingId)
            .Select(m =>
                m.RowVersion
                + invitations.Sum(i => i.RowVersion)
                + guests.Sum(g => g.RowVersion)
                + sessions.Sum(o => o.RowVersion)
                + runs.Sum(r => r.RowVersion)
                + messages.Sum(s => s.RowVersion)
            )
            .SingleOrDefaultAsync(ct);
    }
}
