using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Series;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Places;
using CoBuilding.Resolutions;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Dashboards;

/// <summary>The to-dos of a clerk, the nearest deadline first.</summary>
public sealed class ListToDos(Door door)
{
    [TextsIn("Dashboards")]
    public enum ToDoKind
    {
        /// <summary>A period of a series whose meeting is to be prepared.</summary>
        PrepareMeeting,

        /// <summary>A drafted meeting whose notice is not out.</summary>
        SendNotice,

        /// <summary>Topics that were collected and have no answer.</summary>
        ReviewTopics,

        /// <summary>Units that have not answered.</summary>
        AskReplies,

        /// <summary>Messages about a coming meeting that failed or may not have arrived.</summary>
        SettleMessages,

        /// <summary>A meeting that was held and whose attendance is not written down.</summary>
        MarkAttendance,

        /// <summary>Leave that is asked for, or substitutes who need the host's consent.</summary>
        DecideAnswers,

        /// <summary>A unit that left or moved out of the body's area and still has a seat: the body decides.</summary>
        SettleSeat,

        /// <summary>A committee that the level below submitted.</summary>
        ApproveCommittee,

        /// <summary>A committee that was returned with a reason.</summary>
        ReviseCommittee,

        /// <summary>A committee that is approved and not established yet.</summary>
        EstablishCommittee,

        /// <summary>Nominations that the level below submitted.</summary>
        ApproveNominations,

        /// <summary>Nominations whose public notice is over.</summary>
        AppointNominees,

        /// <summary>Nominations that were returned with a reason.</summary>
        ReviseNominations,

        /// <summary>A meeting was held, and its minutes have not been started.</summary>
        WriteMinutes,

        /// <summary>Units have comments on minutes.</summary>
        AnswerComments,

        /// <summary>The units' term is over, or all have answered.</summary>
        IssueMinutes,

        /// <summary>A unit reports a resolution as done.</summary>
        ReviewFeedback,

        /// <summary>A unit cannot do it or proposes another date, or the level above has answered.</summary>
        DecideResolution,

        /// <summary>The level below asks for help.</summary>
        AnswerUpward,

        /// <summary>A resolution's day has passed.</summary>
        FollowUp,
    }

    /// <param name="SubjectId">The meeting, the plan or the series of one, the resolution, or the committee which waits itself or whose
    /// nominations or seats do.</param>
    /// <param name="Deadline">UTC; for matters without a deadline, the time since when they are pending.</param>
    /// <param name="Count">How many units, seats, topics, nominations or comments it concerns; 0 where it concerns the one thing
    /// itself.</param>
    /// <param name="PeriodFrom">Of a series: the first day of the period.</param>
    public sealed record Row(
        ToDoKind Kind,
        Guid SubjectId,
        string Title,
        string Host,
        DateTimeOffset Deadline,
        int Count,
        bool IsOverdue,
        DateOnly? PeriodFrom = null
    )
    {
        /// <summary>It has no deadline of its own.</summary>
        public bool OnlyWaits =>
            Kind
                is ToDoKind.ApproveCommittee
                    or ToDoKind.ReviseCommittee
                    or ToDoKind.EstablishCommittee
                    or ToDoKind.ApproveNominations
                    or ToDoKind.AppointNominees
                    or ToDoKind.ReviseNominations
                    or ToDoKind.IssueMinutes
                    or ToDoKind.ReviewFeedback
                    or ToDoKind.DecideResolution
                    or ToDoKind.AnswerUpward;
    }

    private const int Most = 20;

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, ct);
        var (now, monthAgo) = (db.Now, db.Now.AddMonths(-1));
        var drafts = await ListMeetings
            .Rows(db, new() { State = MeetingState.Draft })
            .Where(m => m.StartsAt > now)
            .OrderBy(m => m.StartsAt)
            .Take(Most)
            .ToListAsync(ct);
        var collected = await ListPlans
            .Rows(db, new() { State = PlanState.Reviewing })
            .Where(p => p.Unanswered > 0)
            .Take(Most)
            .ToListAsync(ct);
        var asked = await ListMeetings
            .Rows(db, new() { State = MeetingState.Notified })
            .Where(m => m.Invited > m.Attending + m.Substitutes + m.Leave)
            .OrderBy(m => m.ReplyBy)
            .Take(Most)
            .ToListAsync(ct);
        var came = Invitations.Outcomes(Invitations.Due(db));
        var held = await ListMeetings
            .Rows(db, new() { State = MeetingState.Held })
            .Where(m => m.StartsAt > monthAgo && came.Any(c => c.MeetingId == m.Id && c.Outcome == Outcome.Unmarked))
            .OrderBy(m => m.StartsAt)
            .Take(Most)
            .Select(m => new { m, Unmarked = came.Count(c => c.MeetingId == m.Id && c.Outcome == Outcome.Unmarked) })
            .ToListAsync(ct);
        var yesterday = now.AddDays(-1);
        var decided = await ListMeetings
            .Rows(db, new())
            .Where(m =>
                m.StartsAt > yesterday && m.State != MeetingState.Cancelled && came.Any(c => c.MeetingId == m.Id && c.AwaitsDecision)
            )
            .OrderBy(m => m.StartsAt)
            .Take(Most)
            .Select(m => new { m, Waiting = came.Count(c => c.MeetingId == m.Id && c.AwaitsDecision) })
            .ToListAsync(ct);
        return
        [
            .. (await SeatsToSettleAsync(db, ct))
                .Concat(drafts.Select(m => Of(ToDoKind.SendNotice, m, m.StartsAt, 0)))
                .Concat(
                    collected.Select(p => new Row(
                        ToDoKind.ReviewTopics,
                        p.Id,
                        p.Title,
                        p.Host,
                        ChinaTime.At(p.FirstDay, TimeOnly.MinValue),
                        p.Unanswered,
                        p.FirstDay < db.Today
                    ))
                )
                .Concat(asked.Select(m => Of(ToDoKind.AskReplies, m, m.ReplyBy, m.Unanswered)))
                .Concat(held.Select(x => Of(ToDoKind.MarkAttendance, x.m, x.m.StartsAt.AddDays(1), x.Unmarked)))
                .Concat(decided.Select(x => Of(ToDoKind.DecideAnswers, x.m, x.m.StartsAt, x.Waiting)))
                .Concat(await SeriesAsync(db, ct))
                .Concat(await MessagesAsync(db, ct))
                .Concat(await CommitteesAsync(db, ct))
                .Concat(await NominationsAsync(db, ct))
                .Concat(await MinutesAsync(db, ct))
                .Concat(await ResolutionsAsync(db, ct))
                .OrderBy(r => r.Deadline)
                .ThenBy(r => r.SubjectId)
                .Take(Most),
        ];

        Row Of(ToDoKind kind, ListMeetings.Row meeting, DateTimeOffset deadline, int count) =>
            new(kind, meeting.Id, meeting.Title, meeting.Host, deadline, count, deadline < now);
    }

    /// <summary>Due since the day on which the unit left; a consortium has no territory to leave.</summary>
    private static async Task<IReadOnlyList<Row>> SeatsToSettleAsync(PortalDb db, CancellationToken ct)
    {
        var (today, places, residences) = (db.Today, db.Places, db.Residences.Known());
        var found = await db
            .Seats.AsNoTracking()
            .Where(s => s.Until == null)
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new { s, u })
            .Join(db.Committees, x => x.s.CommitteeId, c => c.Id, (x, c) => new { x.u, c })
            .Select(x => new
            {
                x.u,
                x.c,
                Left = x.u.EndedOn <= today ? x.u.EndedOn
                : x.c.Kind != CommitteeKind.Consortium
                && x.u.PlaceId != x.c.PlaceId
                && !places.Any(p => p.Id == x.u.PlaceId && p.ParentId == x.c.PlaceId)
                && x.c.Level != PlaceLevel.District
                    ? residences.Where(r => r.UnitId == x.u.Id).Max(r => r.From) ?? today
                : null,
            })
            .Where(x => x.Left != null && (x.c.DissolvedOn == null || x.c.DissolvedOn > today))
            .OrderBy(x => x.Left)
            .ThenBy(x => x.u.Id)
            .ThenBy(x => x.c.Id)
            .Select(x => new
            {
                x.c.Id,
                Unit = x.u.Name,
                Committee = x.c.Name,
                x.Left,
            })
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. found.Select(x => new Row(
                ToDoKind.SettleSeat,
                x.Id,
                x.Unit,
                x.Committee,
                ChinaTime.At(x.Left!.Value, TimeOnly.MinValue),
                0,
                true
            )),
        ];
    }

    /// <summary>At most one per series and period, until the last of the usual days.</summary>
    private static async Task<IReadOnlyList<Row>> SeriesAsync(PortalDb db, CancellationToken ct)
    {
        var running = await ListSeries.Rows(db, new()).ToListAsync(ct);
        if (running.Count == 0)
            return [];
        var rows = await ListSeries.WithPeriodsAsync(db, running, new DateOnly(db.Today.Year, 1, 1), ct);
        return
        [
            .. rows.SelectMany(r =>
                r.Periods.Where(p => p.IsToPrepare)
                    .Select(p => new Row(
                        ToDoKind.PrepareMeeting,
                        r.Id,
                        r.TitleOf(p.Period),
                        r.Host,
                        ChinaTime.At(p.Last, new(17, 0)),
                        0,
                        p.Last < db.Today,
                        p.Period.FirstDay
                    ))
            ),
        ];
    }

    private static async Task<IReadOnlyList<Row>> MessagesAsync(PortalDb db, CancellationToken ct)
    {
        var (now, hosts) = (db.Now, db.Committees);
        var coming = db.Meetings.Where(m => m.StartsAt > now);
        var found = await db
            .Messages.Where(m => m.State == MessageState.Failed || m.State == MessageState.Uncertain)
            .Join(
                coming,
                m => m.WithinId,
                m => m.Id,
                (message, meeting) =>
                    new
                    {
                        message.QueuedAt,
                        meeting.Id,
                        meeting.Title,
                        meeting.CommitteeId,
                    }
            )
            .GroupBy(x => new
            {
                x.Id,
                x.Title,
                x.CommitteeId,
            })
            .Select(g => new
            {
                g.Key.Id,
                g.Key.Title,
                Host = hosts.Where(c => c.Id == g.Key.CommitteeId).Select(c => c.Name).First(),
                Count = g.Count(),
                Since = g.Min(x => x.QueuedAt),
            })
            .OrderBy(x => x.Since)
            .ThenBy(x => x.Id)
            .Take(Most)
            .ToListAsync(ct);
        return [.. found.Select(x => new Row(ToDoKind.SettleMessages, x.Id, x.Title, x.Host, x.Since, x.Count, IsOverdue: true))];
    }

    /// <summary>In preparation: submitted by the level below, returned, or approved.</summary>
    private static async Task<IReadOnlyList<Row>> CommitteesAsync(PortalDb db, CancellationToken ct)
    {
        var (reach, district) = (db.Reach, db.Reach.Everything);
        var waiting = await CommitteeLifecycle
            .Today(db)
            .Where(l => l.Committee.EstablishedOn == null)
            .Join(
                db.Places,
                l => l.Committee.PlaceId,
                p => p.Id,
                (l, p) =>
                    new
                    {
                        l.Committee,
                        l.State,
                        Place = p,
                    }
            )
            .Where(x =>
                x.State == CommitteeState.Returned
                || x.State == CommitteeState.Approved
                || (
                    x.State == CommitteeState.Submitted
                    && (district ? x.Place.Level != PlaceLevel.Community : reach.Places.Contains(x.Place.ParentId!.Value))
                )
            )
            .OrderBy(x => x.Committee.PreparedOn)
            .ThenBy(x => x.Committee.Id)
            .Take(Most)
            .Select(x => new
            {
                x.Committee.Id,
                x.Committee.Name,
                Place = x.Place.Name,
                x.State,
                Since = x.Committee.PreparedOn!.Value,
            })
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(c => new Row(
                c.State switch
                {
                    CommitteeState.Submitted => ToDoKind.ApproveCommittee,
                    CommitteeState.Returned => ToDoKind.ReviseCommittee,
                    _ => ToDoKind.EstablishCommittee,
                },
                c.Id,
                c.Name,
                c.Place,
                ChinaTime.At(c.Since, TimeOnly.MinValue),
                0,
                IsOverdue: false
            )),
        ];
    }

    /// <summary>By committee: submitted by the level below, returned, or with the public notice ended.</summary>
    private static async Task<IReadOnlyList<Row>> NominationsAsync(PortalDb db, CancellationToken ct)
    {
        var (today, reach, district, committees) = (db.Today, db.Reach, db.Reach.Everything, db.Committees);
        var waiting = await ListNominations
            .Rows(db, new())
            // The level directly below: the street's for the district, the community's for the street.
            .Where(n =>
                n.State == NominationState.Returned
                || (
                    n.State == NominationState.Publicized
                    && n.PublicUntil <= today
                    && committees.Any(c => c.Id == n.CommitteeId && c.EstablishedOn != null)
                )
                || (
                    n.State == NominationState.Submitted
                    && (district ? n.Level != PlaceLevel.Community : reach.Places.Contains(n.ParentId!.Value))
                )
            )
            .GroupBy(n => new
            {
                n.CommitteeId,
                n.Committee,
                n.Place,
                n.State,
            })
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Since = g.Min(n => n.State == NominationState.Publicized ? n.PublicUntil!.Value : n.StateOn),
            })
            .OrderBy(g => g.Since)
            .ThenBy(g => g.Key.CommitteeId)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. waiting.Select(g => new Row(
                g.Key.State switch
                {
                    NominationState.Submitted => ToDoKind.ApproveNominations,
                    NominationState.Publicized => ToDoKind.AppointNominees,
                    _ => ToDoKind.ReviseNominations,
                },
                g.Key.CommitteeId,
                g.Key.Committee,
                g.Key.Place,
                ChinaTime.At(g.Since, TimeOnly.MinValue),
                g.Count,
                IsOverdue: false
            )),
        ];
    }

    /// <summary>Minutes to be begun within a week of the meeting, comments to be answered, minutes to be issued.</summary>
    private static async Task<IReadOnlyList<Row>> MinutesAsync(PortalDb db, CancellationToken ct)
    {
        var (now, today, monthAgo) = (db.Now, db.Today, db.Now.AddMonths(-1));
        var unwritten = await ListMeetings
            .Rows(db, new() { State = MeetingState.Held })
            .Where(m => m.State == MeetingState.Held && m.StartsAt > monthAgo)
            .OrderBy(m => m.StartsAt)
            .ThenBy(m => m.Id)
            .Take(Most)
            .ToListAsync(ct);
        var asked = db.Countersigns;
        var sent = await db
            .Minutes.AsNoTracking()
            .Where(m => m.State == MinutesState.Countersigning)
            .Join(db.Meetings, m => m.MeetingId, e => e.Id, (m, e) => new { m, e })
            .Join(
                db.Committees,
                x => x.m.CommitteeId,
                c => c.Id,
                (x, c) =>
                    new
                    {
                        x.e.Id,
                        x.e.Title,
                        Host = c.Name,
                        Until = x.m.CountersignUntil!.Value,
                        Comments = asked.Count(a =>
                            a.MinutesId == x.m.Id
                            && a.CountersignRound == x.m.CountersignRound
                            && a.Answer == CountersignAnswer.Comments
                            && a.SettledAt == null
                        ),
                        Silent = asked.Count(a => a.MinutesId == x.m.Id && a.CountersignRound == x.m.CountersignRound && a.Answer == null),
                    }
            )
            .Where(x => x.Comments > 0 || x.Silent == 0 || x.Until <= today)
            .OrderBy(x => x.Until)
            .ThenBy(x => x.Id)
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. unwritten.Select(m => new Row(
                ToDoKind.WriteMinutes,
                m.Id,
                m.Title,
                m.Host,
                m.StartsAt.AddDays(7),
                0,
                m.StartsAt.AddDays(7) < now
            )),
            .. sent.Select(x => new Row(
                x.Comments > 0 ? ToDoKind.AnswerComments : ToDoKind.IssueMinutes,
                x.Id,
                x.Title,
                x.Host,
                ChinaTime.At(x.Until, TimeOnly.MinValue),
                x.Comments,
                x.Comments > 0 && x.Until <= today
            )),
        ];
    }

    /// <summary>Resolutions that await the own response, and overdue ones.</summary>
    private static async Task<IReadOnlyList<Row>> ResolutionsAsync(PortalDb db, CancellationToken ct)
    {
        var waiting = await ListResolutions
            .Rows(db, new() { View = ResolutionView.WaitingForUs })
            .OrderBy(r => r.StateOn)
            .ThenBy(r => r.Id)
            .Take(Most)
            .ToListAsync(ct);
        var overdue = await ListResolutions.Rows(db, new() { View = ResolutionView.Overdue }).Take(Most).ToListAsync(ct);
        return
        [
            .. waiting.Select(r =>
                Of(
                    r.WaitsFor == ResolutionWait.LevelAbove ? ToDoKind.AnswerUpward
                        : r.State == ResolutionState.ReportedDone ? ToDoKind.ReviewFeedback
                        : ToDoKind.DecideResolution,
                    r,
                    r.StateOn
                )
            ),
            .. overdue.Select(r => Of(ToDoKind.FollowUp, r, r.Deadline!.Value)),
        ];

        static Row Of(ToDoKind kind, ListResolutions.Row resolution, DateOnly day) =>
            new(
                kind,
                resolution.Id,
                resolution.Matter,
                resolution.Host,
                ChinaTime.At(day, TimeOnly.MinValue),
                0,
                kind == ToDoKind.FollowUp
            );
    }
}
