using CoBuilding.Committees.Rosters;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;

namespace CoBuilding.Web.Pages.Meetings.Calling;

/// <summary>Fills the forms about a meeting from what is known.</summary>
internal static class MeetingForms
{
    public static DraftMeeting.Form Of(SeeMeeting.Answer saved)
    {
        var meeting = saved.Meeting;
        return new()
        {
            MeetingId = meeting.Id,
            PlanId = saved.PlanId,
            CommitteeId = meeting.CommitteeId,
            KindId = meeting.KindId,
            Title = meeting.Title,
            Day = meeting.Day,
            Start = TimeOf(meeting.StartsAt),
            End = TimeOf(meeting.EndsAt),
            Venue = meeting.Venue,
            ReplyByDay = meeting.ReplyBy.ChinaDate(),
            ReplyByTime = TimeOf(meeting.ReplyBy),
            ContactName = meeting.ContactName,
            ContactPhone = meeting.ContactPhone,
            Remark = meeting.Remark,
            SeatIds = [.. saved.Rows.Select(r => r.SeatId)],
            Agenda = AgendaOf(saved),
        };
    }

    public static IReadOnlyList<DraftMeeting.Line> AgendaOf(MeetingHead saved) =>
        [
            .. saved.Agenda.Select(i => new DraftMeeting.Line
            {
                Topic = i.Topic,
                Minutes = i.Minutes,
                TopicId = i.TopicId,
            }),
        ];

    public static ChangeMeeting.Form Change(MeetingHead saved)
    {
        var meeting = saved.Meeting;
        return new()
        {
            MeetingId = meeting.Id,
            ExpectedVersion = meeting.RowVersion,
            KindId = meeting.KindId,
            Day = meeting.Day,
            Start = TimeOf(meeting.StartsAt),
            End = TimeOf(meeting.EndsAt),
            Venue = meeting.Venue,
            ReplyByDay = meeting.ReplyBy.ChinaDate(),
            ReplyByTime = TimeOf(meeting.ReplyBy),
        };
    }

    /// <summary>Suggests place, contact and remark of the last meeting; what was typed is kept.</summary>
    public static void Offer(MeetingHead before, DraftMeeting.Form form)
    {
        var meeting = before.Meeting;
        (form.KindId, form.Start, form.End) = (
            form.PlanId is null ? meeting.KindId : form.KindId,
            TimeOf(meeting.StartsAt),
            TimeOf(meeting.EndsAt)
        );
        if (form.Venue.Length == 0)
            form.Venue = meeting.Venue;
        if (form.ContactName.Length == 0)
            (form.ContactName, form.ContactPhone) = (meeting.ContactName, meeting.ContactPhone);
    }

    /// <summary>Fills the form from a plan: title, kind, days and accepted topics.</summary>
    public static DraftMeeting.Form Of(SeePlan.Answer plan) =>
        new()
        {
            PlanId = plan.Plan.Id,
            CommitteeId = plan.Plan.CommitteeId,
            KindId = plan.Plan.KindId,
            Title = plan.Plan.Title,
            Day = plan.Plan.LastDay,
            ReplyByDay = ProposedDays.ReplyBy(plan.Plan.LastDay),
            Agenda =
            [
                .. plan.Agenda.Select(t => new DraftMeeting.Line
                {
                    Topic = t.Title,
                    Minutes = t.Minutes,
                    TopicId = t.Id,
                }),
            ],
        };

    /// <summary>Updates the agenda with changes of topics since the draft was saved: accepted topics are added, others removed.</summary>
    public static void Renew(DraftMeeting.Form form, SeePlan.Answer plan)
    {
        var accepted = Of(plan).Agenda;
        form.Agenda =
        [
            .. form.Agenda.Where(l => l.TopicId is null || accepted.Any(a => a.TopicId == l.TopicId)),
            .. accepted.Where(a => form.Agenda.All(l => l.TopicId != a.TopicId)),
        ];
    }

    /// <summary>All seats of the hosts, each unit once: it may sit on both bodies of a merged meeting.</summary>
    public static IReadOnlyList<Guid> Everybody(IReadOnlyList<SeeRoster.Row> seats) =>
        [
            .. seats
                .Where(s => s.UnitId is null)
                .Concat(seats.Where(s => s.UnitId is not null).DistinctBy(s => s.UnitId))
                .Select(s => s.SeatId),
        ];

    private static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToChina());
}
