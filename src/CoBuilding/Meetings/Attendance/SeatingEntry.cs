using CoBuilding.Meetings.Facts;

namespace CoBuilding.Meetings.Attendance;

/// <summary>A person with a reserved place.</summary>
/// <param name="For">The member who is represented.</param>
public sealed record SeatingEntry(string Name, string? Unit, string? Post, string? For, bool IsGuest)
{
    /// <summary>
    /// In the roster's order, observers last: all who are due except those on leave, or their substitutes. Once attendance is
    /// marked, those who stayed away are left out as well.
    /// </summary>
    public static IReadOnlyList<SeatingEntry> Of(SeeMeeting.Answer meeting) =>
        [
            .. meeting
                .Due.Where(Comes)
                .Select(r =>
                    r.InPlace is { } name
                        ? new SeatingEntry(name, r.Unit ?? r.SeatTitle, r.InPlacePost, r.Holder, false)
                        : new SeatingEntry(r.Holder!, r.Unit ?? r.SeatTitle, r.HolderPost, null, false)
                ),
            .. meeting
                .Guests.Where(g => g.Presence != Presence.Absent)
                .Select(g => new SeatingEntry(g.Name, g.UnitName, g.Post, null, true)),
        ];

    private static bool Comes(SeeMeeting.Row row) =>
        row.Presence is { } presence ? presence != Presence.Absent : row.Reply != Reply.Leave || row.Consent == Consent.Refused;
}
