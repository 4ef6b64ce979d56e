using CoBuilding.Access;

namespace CoBuilding.Meetings.Facts;

/// <summary>A meeting without those who are invited, for forms and papers that name nobody.</summary>
public sealed class SeeMeetingHead(Door door)
{
    public async Task<MeetingHead> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await MeetingHead.ReadAsync(db, meetingId, ct);
    }
}
