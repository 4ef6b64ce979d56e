using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Replies;

/// <summary>Upcoming meetings to which a unit's seats are invited, by day; shown during a handover.</summary>
public sealed class ListComingInvitations(Door door)
{
    public sealed record Row(
        Guid InvitationId,
        Guid SeatId,
        string Title,
        string Host,
        DateTimeOffset StartsAt,
        DateOnly Day,
        Reply? Reply
    );

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, Guid unitId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        var now = db.Now;
        return await db
            .Invitations.AsNoTracking()
            .Where(i => i.UnitId == unitId && i.WithdrawnAt == null)
            .Join(db.Meetings.In(MeetingState.Notified, now), i => i.MeetingId, m => m.Id, (i, m) => new { i, m })
            .Join(
                db.Committees,
                x => x.m.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.i,
                        x.m,
                        c,
                    }
            )
            .OrderBy(x => x.m.StartsAt)
            .ThenBy(x => x.i.Id)
            .Take(ListQuestion.LargestPage)
            .Select(x => new Row(x.i.Id, x.i.SeatId, x.m.Title, x.c.Name, x.m.StartsAt, x.m.Day, x.i.Reply))
            .ToListAsync(ct);
    }
}
