using CoBuilding.Access;

namespace CoBuilding.Meetings.Facts;

/// <summary>The meeting as its host's staff see it: as <see cref="SeeMeeting"/>, and with the reasons for leave.</summary>
public sealed class SeeMeetingAsHost(Door door)
{
    public async Task<SeeMeeting.Answer> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.RecordReplies, ct);
        return await SeeMeeting.ReadAsync(db, meetingId, withReasons: true, ct);
    }
}
