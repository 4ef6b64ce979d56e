using System.Text;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CoBuilding.Meetings;

/// <summary>
/// A meeting for the reader's own calendar (RFC 5545). The same meeting keeps its UID; a changed or cancelled one replaces the
/// entry that was added before.
/// </summary>
public static class Calendar
{
    /// <param name="invitation">The notice as the addressee sees it.</param>
    /// <param name="asOf">When it was asked for: of two files with one SEQUENCE a calendar takes the later.</param>
    public static Document Of(SeeInvitation.Answer invitation, DateTimeOffset asOf)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//CoBuilding//Joint meetings//ZH" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(ChinaTime.Zone.Id, invitation.StartsAt.UtcDateTime, includeHistoricalData: false));
        var cancelled = invitation.State == MeetingState.Cancelled;
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{invitation.MeetingId:D}@cobuilding",
            Sequence = invitation.Round,
            Status = cancelled ? "CANCELLED" : "CONFIRMED",
            DtStamp = new CalDateTime(asOf.UtcDateTime, CalDateTime.UtcTzId),
            DtStart = InChina(invitation.StartsAt),
            DtEnd = InChina(invitation.EndsAt),
            Summary = cancelled ? Wording.T("Notices.CalendarCancelled", invitation.Title) : invitation.Title,
            Location = invitation.Venue,
            Description = Describe(invitation),
        });
        return new Document(FileNames.Of(Wording.T("Notices.CalendarFile", invitation.Title), ".ics"), "text/calendar; charset=utf-8",
            new UTF8Encoding(false).GetBytes(new CalendarSerializer().SerializeToString(calendar)!));
    }

    private static CalDateTime InChina(DateTimeOffset instant) => new(instant.ToChina(), ChinaTime.Zone.Id);

    private static string Describe(SeeInvitation.Answer invitation)
    {
        List<string> lines = [invitation.Host, .. invitation.Topics.Select((topic, n) => $"{n + 1}. {topic}")];
        if (invitation.State == MeetingState.Cancelled && invitation.WhyNot is not null) lines.Add(invitation.WhyNot);
        else if (invitation.Reply is null) lines.Add(Wording.T("Notices.CalendarReplyBy", invitation.ReplyBy.InFull()));
        lines.Add(Wording.T("Notices.CalendarContact", invitation.ContactName, invitation.ContactPhone));
        return string.Join('\n', lines);
    }
}
