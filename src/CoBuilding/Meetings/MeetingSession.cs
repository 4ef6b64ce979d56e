using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings;

/// <summary>
/// The session of a meeting: person, time, and attendance at that time. The figures do not change when others arrive later.
/// </summary>
public sealed class MeetingSession : Tenanted
{
    public required Guid MeetingId { get; init; }
    public required Guid PlaceId { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required string OpenedBy { get; init; }
    public required int Due { get; init; }
    public required int Present { get; init; }
    public required int Substitutes { get; init; }
    public required int Guests { get; init; }

    /// <summary>Null where the meeting went by no quorum.</summary>
    public QuorumState? Quorum { get; init; }
    public int? Needed { get; init; }
    public int? ShortBy { get; init; }
    public bool MissesChair { get; init; }

    /// <summary>The figures at the session, without later changes.</summary>
    public SessionFigures Figures => new(OpenedAt, OpenedBy, Due, Present, Substitutes, Guests, Quorum, Needed, ShortBy, MissesChair);
    public DateTimeOffset? OverAt { get; private set; }
    public string? OverBy { get; private set; }

    /// <exception cref="RuleBroken">The meeting was not opened.</exception>
    /// <exception cref="NotFound">There is no such meeting within reach.</exception>
    public static async Task<MeetingSession> OfAsync(PortalDb db, Guid meetingId, CancellationToken ct)
    {
        if (await db.MeetingSessions.SingleOrDefaultAsync(o => o.MeetingId == meetingId, ct) is { } session)
            return session;
        await PortalDb.FindAsync(db.Meetings, meetingId, ct);
        throw RoomRules.NotOpen();
    }

    public void Close(string by, DateTimeOffset at)
    {
        if (OverAt is null)
            (OverAt, OverBy) = (at, by);
    }

    /// <exception cref="RuleBroken">The meeting is over.</exception>
    public void CheckOpen()
    {
        if (OverAt is not null)
            throw RoomRules.IsClosed();
    }
}
