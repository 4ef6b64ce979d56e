using CoBuilding.Data;
using CoBuilding.Meetings;

namespace CoBuilding.Minutes;

internal static class MinutesProgress
{
    /// <summary>Stores the progress of the minutes on the meeting, so that lists can show it without a join.</summary>
    public static async Task StampAsync(PortalDb db, MeetingMinutes minutes, MeetingState state, CancellationToken ct) =>
        (await PortalDb.FindAsync(db.Meetings, minutes.MeetingId, ct)).RecordMinutesProgress(state, db.Now);
}
