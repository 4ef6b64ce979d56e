using CoBuilding.Data;
using CoBuilding.Meetings;

namespace CoBuilding.Web.Pages.Meetings;

/// <summary>Fills the forms about a meeting from what is known.</summary>
internal static class MeetingForms
{
    public static DraftMeeting.Form Of(SeeMeeting.Answer saved)
    {
        var meeting = saved.Meeting;
        return new()
        {
            MeetingId = meeting.Id, CommitteeId = meeting.CommitteeId, Kind = meeting.Kind, Title = meeting.Title, Day = meeting.Day,
            Start = TimeOf(meeting.StartsAt), End = TimeOf(meeting.EndsAt), Venue = meeting.Venue, ReplyByDay = meeting.ReplyBy.ChinaDate(),
            ReplyByTime = TimeOf(meeting.ReplyBy), ContactName = meeting.ContactName, ContactPhone = meeting.ContactPhone, Remark = meeting.Remark,
            SeatIds = [.. saved.Rows.Select(r => r.SeatId)], Topics = saved.Topics,
        };
    }

    public static ChangeMeeting.Form Change(SeeMeeting.Answer saved)
    {
        var meeting = saved.Meeting;
        return new()
        {
            MeetingId = meeting.Id, Seen = meeting.RowVersion, Kind = meeting.Kind, Day = meeting.Day, Start = TimeOf(meeting.StartsAt),
            End = TimeOf(meeting.EndsAt), Venue = meeting.Venue, ReplyByDay = meeting.ReplyBy.ChinaDate(), ReplyByTime = TimeOf(meeting.ReplyBy),
        };
    }

    /// <summary>Offers the last meeting's circumstances; what was typed already stays.</summary>
    public static void Offer(SeeMeeting.Answer before, DraftMeeting.Form form)
    {
        var meeting = before.Meeting;
        (form.Kind, form.Start, form.End) = (meeting.Kind, TimeOf(meeting.StartsAt), TimeOf(meeting.EndsAt));
        if (form.Venue.Length == 0) form.Venue = meeting.Venue;
        if (form.ContactName.Length == 0) (form.ContactName, form.ContactPhone) = (meeting.ContactName, meeting.ContactPhone);
    }

    private static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToChina());
}
