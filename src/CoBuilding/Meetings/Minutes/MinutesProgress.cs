using CoBuilding.Data;

namespace CoBuilding.Meetings.Minutes;

internal static class MinutesProgress
{
    /// <summary>Says at the meeting how far its minutes are, so that lists show it without asking.</summary>
    public static async Task StampAsync(PortalDb db, MeetingMinutes minutes, MeetingState state, CancellationToken ct) =>
        (await PortalDb.FindAsync(db.Meetings, minutes.MeetingId, ct)).RecordMinutesProgress(state, db.Now);
}
