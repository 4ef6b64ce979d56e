using System.Text;
using CoBuilding.Contracts;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CoBuilding.Meetings.Replies;

/// <summary>
/// Events for the reader's own calendar (RFC 5545). The same one keeps its UID; a changed or canceled one replaces the entry that was
/// added before, since its SEQUENCE is higher.
/// </summary>
public static class Calendar
{
    /// <summary>One invitation, to be opened once.</summary>
    /// <param name="invitation">The notice as the addressee sees it.</param>
    /// <param name="asOf">The time of the request; for equal SEQUENCE calendars use the later file.</param>
    public static DocumentFile Of(SeeInvitation.Answer invitation, DateTimeOffset asOf)
    {
        // A postponed meeting has no time and is removed until it has one.
        var cancelled = invitation.IsWithdrawn || invitation.State is MeetingState.Cancelled or MeetingState.Postponed;
        var row = new MeetingCalendarEntries.Row(
            invitation.MeetingId,
            invitation.Sequence,
            asOf,
            invitation.Host,
            invitation.Title,
            invitation.StartsAt,
            invitation.EndsAt,
            invitation.Venue,
            invitation.ReplyBy,
            invitation.ContactName,
            invitation.ContactPhone,
            cancelled,
            invitation.WhyNot,
            invitation.Reply is null
        )
        {
            Topics = invitation.Topics,
        };
        return Write(Wording.T("Notices.CalendarFile", invitation.Title), cancelled ? "CANCEL" : "PUBLISH", null, [row.Entry]);
    }

    /// <summary>All that concerns the reader, to be read again and again; of the same entries the same bytes.</summary>
    public static DocumentFile Feed(IReadOnlyList<CalendarEntry> entries) =>
        Write(Wording.T("Feeds.Name"), "PUBLISH", Wording.T("Feeds.Name"), entries);

    private static DocumentFile Write(string file, string method, string? name, IReadOnlyList<CalendarEntry> entries)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CoBuilding//Joint meetings//ZH", Method = method };
        if (name is not null)
        {
            calendar.AddProperty("X-WR-CALNAME", name);
            calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
            calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        }
        var earliest = entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Min(e => e.StartsAt);
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(ChinaTime.Zone.Id, earliest.UtcDateTime, includeHistoricalData: false));
        foreach (var entry in entries)
            calendar.Events.Add(EventOf(entry));
        return new DocumentFile(
            FileNames.Of(file, ".ics"),
            "text/calendar; charset=utf-8",
            new UTF8Encoding(false).GetBytes(new CalendarSerializer().SerializeToString(calendar)!)
        );
    }

    private static CalendarEvent EventOf(CalendarEntry entry) =>
        new()
        {
            Uid = $"{entry.Id:D}@cobuilding",
            Sequence = (int)entry.Sequence,
            Status = entry.IsCalledOff ? "CANCELLED" : "CONFIRMED",
            DtStamp = new CalDateTime(entry.ChangedAt.UtcDateTime, CalDateTime.UtcTzId),
            DtStart = InChina(entry.StartsAt),
            DtEnd = InChina(entry.EndsAt),
            Summary = entry.IsCalledOff ? Wording.T("Notices.CalendarCancelled", entry.Title) : entry.Title,
            Location = entry.Place,
            // Required by METHOD; replies by calendar mail are not processed.
            Organizer = new Organizer("invalid:nomail") { CommonName = entry.Host },
            Description = entry.Description,
        };

    private static CalDateTime InChina(DateTimeOffset instant) => new(instant.ToChina(), ChinaTime.Zone.Id);
}
