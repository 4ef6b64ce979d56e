using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places.Workdays;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Calling;

/// <summary>Hints for the clerk before a notice is sent. They only warn.</summary>
public sealed class CheckMeeting(Door door, IEnumerable<IRequestsToUnits> requests)
{
    [TextsIn("Warnings")]
    public enum Doubt
    {
        /// <summary>It begins in the past.</summary>
        Past,

        /// <summary>Before seven in the morning or from nine in the evening on.</summary>
        OddHour,

        /// <summary>On a rest day.</summary>
        RestDay,
        ShortNotice,

        /// <summary>A unit has been asked often within ninety days.</summary>
        OftenAsked,

        /// <summary>A person is invited to another meeting at the same time.</summary>
        Clash,
    }

    /// <param name="Who">The unit that is asked often, the person who is called twice, or the public holiday; null for a plain
    /// weekend.</param>
    /// <param name="Count">Requests, this one included; days of notice.</param>
    /// <param name="Limit">The district's.</param>
    /// <param name="Meeting">The other meeting; null where it is out of reach.</param>
    public sealed record Warning(
        Doubt Doubt,
        string? Who = null,
        int Count = 0,
        int Limit = 0,
        string? Meeting = null,
        DateTimeOffset? StartsAt = null
    );

    private static readonly TimeOnly Early = new(7, 0);
    private static readonly TimeOnly Late = new(21, 0);

    public async Task<IReadOnlyList<Warning>> AskAsync(Scope scope, Guid meetingId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, ct);
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == meetingId, ct) ?? throw new NotFound();
        var setting = await MeetingWarningSetting.ReadAsync(db, ct);
        return
        [
            .. OfTime(meeting, setting, await WorkdayCalendar.ReadAsync(db, ct), db.Now),
            .. await OftenAskedAsync(db, meeting, setting, ct),
            .. await ClashesAsync(db, meeting, ct),
        ];
    }

    private static IEnumerable<Warning> OfTime(Meeting meeting, MeetingWarningSetting setting, WorkdayCalendar calendar, DateTimeOffset now)
    {
        var start = meeting.StartsAt.ToChina();
        var days = meeting.Day.DayNumber - now.ChinaDate().DayNumber;
        if (meeting.StartsAt <= now)
            yield return new(Doubt.Past, StartsAt: meeting.StartsAt);
        else if (days < setting.NoticeDays)
            yield return new(Doubt.ShortNotice, Count: days, Limit: setting.NoticeDays);
        if (TimeOnly.FromDateTime(start) < Early || TimeOnly.FromDateTime(start) >= Late)
            yield return new(Doubt.OddHour, StartsAt: meeting.StartsAt);
        if (!calendar.IsWorkday(meeting.Day))
            yield return new(Doubt.RestDay, calendar.HolidayOn(meeting.Day), StartsAt: meeting.StartsAt);
    }

    private async Task<IReadOnlyList<Warning>> OftenAskedAsync(
        PortalDb db,
        Meeting meeting,
        MeetingWarningSetting setting,
        CancellationToken ct
    )
    {
        var (since, most) = (db.Now.AddDays(-MeetingWarningSetting.Days), setting.MostRequests);
        var asked = requests.Select(r => r.Since(db, since)).Aggregate((all, more) => all.Concat(more));
        var others = asked.Where(r => r.SubjectId != meeting.Id);
        var units = db.Units;
        var found = await db
            .Invitations.Lifted("how often all bodies asked a unit lately: the number alone, not who asked")
            .AsNoTracking()
            .Where(i => i.MeetingId == meeting.Id && i.WithdrawnAt == null && i.UnitId != null)
            .Select(i => new { i.UnitId, Count = others.Count(r => r.UnitId == i.UnitId) + 1 })
            .Where(x => x.Count > most)
            .Join(
                units,
                x => x.UnitId,
                u => u.Id,
                (x, u) =>
                    new
                    {
                        u.Id,
                        u.Name,
                        u.SortKey,
                        x.Count,
                    }
            )
            .OrderByDescending(x => x.Count)
            .ThenBy(x => x.SortKey)
            .ThenBy(x => x.Id)
            .ToListAsync(ct);
        return [.. found.Select(x => new Warning(Doubt.OftenAsked, x.Name, x.Count, most))];
    }

    private static async Task<IReadOnlyList<Warning>> ClashesAsync(PortalDb db, Meeting meeting, CancellationToken ct)
    {
        var (people, reach, id, from, until) = (db.People, db.Reach, meeting.Id, meeting.StartsAt, meeting.EndsAt);
        var holders = Invitations.HoldersAt(db, meeting);
        var invited = db.Invitations.Where(i => i.MeetingId == id && i.WithdrawnAt == null);
        var called = people.Where(p => holders.Any(a => a.PersonId == p.Id && invited.Any(i => i.SeatId == a.SeatId)));
        var suspensions = db.Suspensions.Known();
        var found = await db
            .Meetings.Lifted("that somebody invited is called elsewhere at the same hour; details within reach alone")
            .AsNoTracking()
            .Where(m =>
                m.Id != id
                && m.NotifiedAt != null
                && m.CancelledAt == null
                && m.PostponedAt == null
                && m.StartsAt < until
                && m.EndsAt > from
            )
            .Join(
                db.Invitations.Where(i => i.WithdrawnAt == null && (i.Reply == null || i.Reply == Reply.Attend)),
                m => m.Id,
                i => i.MeetingId,
                (m, i) => new { m, i }
            )
            .Join(db.Appointments.Known(), x => x.i.SeatId, a => a.SeatId, (x, a) => new { x.m, a })
            .Where(x =>
                x.a.From <= x.m.Day
                && (x.a.Until == null || x.a.Until > x.m.Day)
                && !suspensions.Any(s => s.SeatId == x.a.SeatId && s.From <= x.m.Day && (s.Until == null || s.Until > x.m.Day))
            )
            .Join(people, x => x.a.PersonId, p => p.Id, (x, p) => new { x.m, PersonId = p.MergedIntoId ?? p.Id })
            .Select(x => new { x.m, Name = called.Where(p => (p.MergedIntoId ?? p.Id) == x.PersonId).Select(p => p.Name).FirstOrDefault() })
            .Where(x => x.Name != null)
            .OrderBy(x => x.m.StartsAt)
            .ThenBy(x => x.m.Id)
            .ThenBy(x => x.Name)
            .ToListAsync(ct);
        return
        [
            .. found
                .Select(x =>
                    reach.Everything || reach.Places.Contains(x.m.PlaceId)
                        ? new Warning(Doubt.Clash, x.Name, Meeting: x.m.Title, StartsAt: x.m.StartsAt)
                        : new Warning(Doubt.Clash, x.Name)
                )
                .Distinct(),
        ];
    }
}
