using System.Text;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CoBuilding.Meetings.Replies;

/// <summary>
/// Meetings for the reader's own calendar (RFC 5545). The same meeting keeps its UID; a changed or canceled one replaces the
/// entry that was added before, since its SEQUENCE is higher.
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
        var row = new SeeCalendar.Row(
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
            invitation.Unit,
            invitation.Reply is null
        )
        {
            Topics = invitation.Topics,
        };
        return Write(Wording.T("Notices.CalendarFile", invitation.Title), cancelled ? "CANCEL" : "PUBLISH", null, [row]);
    }

    /// <summary>All meetings that concern the reader, to be read again and again; of the same rows the same bytes.</summary>
    public static DocumentFile Feed(IReadOnlyList<SeeCalendar.Row> rows) =>
        Write(Wording.T("Feeds.Name"), "PUBLISH", Wording.T("Feeds.Name"), rows);

    private static DocumentFile Write(string file, string method, string? name, IReadOnlyList<SeeCalendar.Row> rows)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CoBuilding//Joint meetings//ZH", Method = method };
        if (name is not null)
        {
            calendar.AddProperty("X-WR-CALNAME", name);
            calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
            calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        }
        var earliest = rows.Count == 0 ? DateTimeOffset.UnixEpoch : rows.Min(r => r.StartsAt);
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(ChinaTime.Zone.Id, earliest.UtcDateTime, includeHistoricalData: false));
        foreach (var row in rows)
            calendar.Events.Add(EventOf(row));
        return new DocumentFile(
            FileNames.Of(file, ".ics"),
            "text/calendar; charset=utf-8",
            new UTF8Encoding(false).GetBytes(new CalendarSerializer().SerializeToString(calendar)!)
        );
    }

    private static CalendarEvent EventOf(SeeCalendar.Row row) =>
        new()
        {
            Uid = $"{row.MeetingId:D}@cobuilding",
            Sequence = (int)row.Sequence,
            Status = row.IsCalledOff ? "CANCELLED" : "CONFIRMED",
            DtStamp = new CalDateTime(row.ChangedAt.UtcDateTime, CalDateTime.UtcTzId),
            DtStart = InChina(row.StartsAt),
            DtEnd = InChina(row.EndsAt),
            Summary = row.IsCalledOff ? Wording.T("Notices.CalendarCancelled", row.Title) : row.Title,
            Location = row.Venue,
            // Required by METHOD; replies by calendar mail are not processed.
            Organizer = new Organizer("invalid:nomail") { CommonName = row.Host },
            Description = Describe(row),
        };

    private static CalDateTime InChina(DateTimeOffset instant) => new(instant.ToChina(), ChinaTime.Zone.Id);

    private static string Describe(SeeCalendar.Row row)
    {
        List<string> lines = [row.Host, .. row.Topics.Select((topic, n) => $"{n + 1}. {topic}")];
        if (row.IsCalledOff && row.WhyNot is not null)
            lines.Add(row.WhyNot);
        else if (row is { IsCalledOff: false, WantsReply: true })
            lines.Add(Wording.T("Notices.CalendarReplyBy", row.ReplyBy.InFull()));
        lines.Add(Wording.T("Notices.CalendarContact", row.ContactName, row.ContactPhone));
        return string.Join('\n', lines);
    }
}
