using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>Simulates one meeting from the draft to the recorded attendance.</summary>
internal sealed class MeetingStory(SeededRandom random, DemoUser user, Guid committee, string stem)
{
    private readonly Dictionary<Guid, Reply> replies = [];
    private List<InvitedSeat> guests = [];
    private List<MarkPresence.Mark> marks = [];
    private Guid meeting;
    private DraftMeeting.Form draft = new();

    public MeetingKind Kind { get; init; } = MeetingKind.Joint;
    public string? Title { get; init; }

    /// <summary>The unit's secretary and liaison officer have not answered.</summary>
    public string? SilentUnit { get; init; }
    public bool IsMovedOnce { get; init; }
    public bool IsCancelled { get; init; }

    /// <summary>Postponed to a day that is not known yet.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>The notice goes out as text messages as well.</summary>
    public bool IsSentByText { get; init; }

    /// <summary>The current progress of minutes and resolutions; null: no minutes.</summary>
    public MeetingState? Far { get; init; }

    /// <summary>An invited seat and the live links that were made for it.</summary>
    private sealed record InvitedSeat(SeeRoster.Row Seat, Guid InvitationId, string? HolderToken, string? LiaisonToken, string? Liaison);

    /// <summary>
    /// Plans the meeting on a day: notice before it, replies until it, attendance at it; steps after the present time are not carried out.
    /// </summary>
    public void On(StorySchedule storySchedule, DateOnly day, int noticeDays)
    {
        var notice = ChinaTime.At(
            StorySchedule.WorkdayBefore(day.AddDays(-noticeDays)),
            new TimeOnly(9 + random.Below(2), random.Between(5, 50))
        );
        var start = new TimeOnly(random.Pick([9, 9, 10, 14, 15]), random.Pick([0, 0, 30]));
        storySchedule.At(
            notice,
            async ct =>
            {
                await DraftAsync(day, start, ct);
                await NotifyAsync(ct);
                if (IsCancelled || IsPostponed)
                {
                    PlanAnswers(storySchedule, notice, 40);
                    storySchedule.At(ChinaTime.At(day.AddDays(-1), new TimeOnly(10, 20)), IsCancelled ? CancelAsync : PostponeAsync);
                    return;
                }
                if (IsMovedOnce)
                {
                    PlanAnswers(storySchedule, notice, 30);
                    storySchedule.At(notice.AddDays(2), later => MoveAsync(storySchedule, StorySchedule.Workday(day.AddDays(3)), later));
                    return;
                }
                PlanRest(storySchedule, notice);
            }
        );
    }

    /// <summary>A draft that is not sent.</summary>
    public async Task DraftAsync(DateOnly day, TimeOnly start, CancellationToken ct)
    {
        var roster = await user.AskAsync<SeeRoster, SeeRoster.Answer>((see, who) => see.AskAsync(who, committee, day, null, ct), ct);
        var seats = roster.Rows.Where(r => r.Kind == SeatKind.PartTime && !r.IsVacant).ToList();
        var topics = random.Some(random.Between(2, 4), DemoWords.Topics);
        draft = new DraftMeeting.Form
        {
            CommitteeId = committee,
            Kind = Kind,
            Title = Title ?? Usual(day, topics),
            Day = day,
            Start = start,
            End = start.AddHours(1.5),
            Venue = random.Pick(DemoWords.Of("venue")).Replace("{p}", stem, StringComparison.Ordinal),
            ReplyByDay = ProposedDays.ReplyBy(day),
            ReplyByTime = new TimeOnly(17, 0),
            ContactName = DemoWords.Person(random),
            ContactPhone = $"0411-0000{random.Below(10_000):D4}",
            Remark = random.Chance(60) ? random.Pick(DemoWords.Of("remark")) : null,
            SeatIds = [.. seats.Select(s => s.SeatId)],
            Agenda = [.. topics.Select(t => new DraftMeeting.Line { Topic = t })],
        };
        meeting = draft.MeetingId;
        guests = [.. seats.Select(s => new InvitedSeat(s, Guid.Empty, null, null, null))];
        await user.DoAsync<DraftMeeting>((make, who) => make.RunAsync(who, draft, ct), ct);
        if (Kind == MeetingKind.Joint)
            await new AttendanceStory(user, meeting).InviteAsync(ct);
    }

    /// <summary>Sends the notice and makes the links.</summary>
    public async Task NotifyAsync(CancellationToken ct)
    {
        if (IsSentByText)
            await SendingStory.SetUpAsync(user.Of("admin"), ct);
        await user.DoAsync<SendNotice>(
            (send, who) => send.RunAsync(who, new() { MeetingId = meeting, Channels = IsSentByText ? [ChannelKind.Sms] : [] }, ct),
            ct
        );
        if (IsSentByText)
            await SendingStory.GoOutAsync(user, ct);
        await LinkAsync(ct);
    }

    /// <summary>About half of the invited answer now, all of them by link.</summary>
    public async Task AnswerNowAsync(CancellationToken ct)
    {
        foreach (var invitedSeat in guests)
            if (invitedSeat.Seat.Unit != SilentUnit && random.Chance(55))
                await AnswerAsync(invitedSeat, isByPhone: false, ct);
    }

    private string Usual(DateOnly day, IReadOnlyList<string> topics) =>
        Kind switch
        {
            MeetingKind.Topic => "专题协商：" + topics[0],
            MeetingKind.Liaison => $"{day.Year}年{day.Month}月联络员会议",
            MeetingKind.Regular => $"{day.Year}年{day.Month}月例会",
            _ => $"{day.Year}年第{"一二三四"[(day.Month - 1) / 3]}季度共建互补联席会议",
        };

    private async Task LinkAsync(CancellationToken ct)
    {
        var made = await user.AskAsync<MakeLinks, IReadOnlyList<MakeLinks.MadeLink>>(
            (make, who) => make.RunAsync(who, new() { MeetingId = meeting }, ct),
            ct
        );
        var byUnit = made.ToLookup(m => m.Unit);
        guests =
        [
            .. guests
                .Where(g => byUnit.Contains(g.Seat.Unit))
                .Select(g => new InvitedSeat(
                    g.Seat,
                    byUnit[g.Seat.Unit].First().InvitationId,
                    byUnit[g.Seat.Unit].FirstOrDefault(m => m.Addressee == Addressee.Holder)?.Token,
                    byUnit[g.Seat.Unit].FirstOrDefault(m => m.Addressee == Addressee.LiaisonOfficer)?.Token,
                    byUnit[g.Seat.Unit].FirstOrDefault(m => m.Addressee == Addressee.LiaisonOfficer)?.Name
                )),
        ];
    }

    private void PlanRest(StorySchedule storySchedule, DateTimeOffset notice)
    {
        PlanAnswers(storySchedule, notice, 82);
        var start = ChinaTime.At(draft.Day!.Value, draft.Start!.Value);
        storySchedule.At(start.AddMinutes(-5), MarkAsync);
        if (Kind == MeetingKind.Joint)
            storySchedule.At(ChinaTime.At(draft.Day.Value, draft.End!.Value).AddMinutes(-10), LeaveEarlyAsync);
        if (Kind == MeetingKind.Joint)
            new AttendanceStory(user, meeting).Plan(storySchedule, start, ChinaTime.At(draft.Day!.Value, draft.End!.Value));
        if (Far is { } far)
            storySchedule.At(start, _ => PlanWriteUp(storySchedule, far));
    }

    private Task PlanWriteUp(StorySchedule storySchedule, MeetingState far)
    {
        new MinutesStory(random, user, storySchedule, meeting, committee, draft.Day!.Value, far, [.. guests.Select(g => g.Seat)]).Plan();
        return Task.CompletedTask;
    }

    private void PlanAnswers(StorySchedule storySchedule, DateTimeOffset notice, int percent)
    {
        var replyBy = ChinaTime.At(draft.ReplyByDay!.Value, draft.ReplyByTime!.Value);
        var start = ChinaTime.At(draft.Day!.Value, draft.Start!.Value);
        // An upcoming meeting always has some replies, not only those drawn before the present time.
        var (until, share) = replyBy > storySchedule.Present ? (storySchedule.Present, Math.Min(percent, 58)) : (replyBy, percent);
        var rounds = replyBy > storySchedule.Present ? Moment(notice, until) : replyBy.AddHours(-random.Between(1, 3));
        foreach (var invitedSeat in guests)
        {
            var (answers, isLate, isByPhone, again) = (random.Chance(share), random.Chance(7), random.Chance(22), random.Chance(6));
            if (invitedSeat.Seat.Unit == SilentUnit || !answers)
                continue;
            var at = isLate && replyBy < storySchedule.Present ? replyBy.AddHours(random.Between(1, 3)) : Moment(notice, until);
            if (at >= start)
                continue;
            // The clerk calls the remaining units on the last afternoon.
            if (isByPhone && !isLate)
                at = rounds;
            storySchedule.At(at, ct => AnswerAsync(invitedSeat, isByPhone, ct));
            if (again && at.AddHours(3) < start)
                storySchedule.At(at.AddHours(3), ct => AnswerAsync(invitedSeat, false, ct));
        }
    }

    /// <summary>Within working hours, as far as there are any between the two.</summary>
    private DateTimeOffset Moment(DateTimeOffset from, DateTimeOffset until)
    {
        var days = Math.Max(0, until.ChinaDate().DayNumber - from.ChinaDate().DayNumber);
        var moment = ChinaTime.At(from.ChinaDate().AddDays(random.Below(days + 1)), new TimeOnly(random.Between(8, 17), random.Below(60)));
        var least = from.AddMinutes(random.Between(4, 90));
        return moment < least ? (least < until ? least : until)
            : moment > until ? until
            : moment;
    }

    private async Task AnswerAsync(InvitedSeat invitedSeat, bool isByPhone, CancellationToken ct)
    {
        var reply = replies[invitedSeat.InvitationId] = random.Below(100) switch
        {
            < 68 => Reply.Attend,
            < 84 => Reply.Substitute,
            _ => Reply.Leave,
        };
        var (name, post, reason) = (DemoWords.Person(random), random.Pick(DemoWords.Of("substitute")), random.Pick(DemoWords.Of("leave")));
        if (isByPhone || invitedSeat.HolderToken is null)
        {
            await user.DoAsync<RecordReply>(
                (record, who) =>
                    record.RunAsync(
                        who,
                        new()
                        {
                            InvitationId = invitedSeat.InvitationId,
                            Reply = reply,
                            SubstituteName = name,
                            SubstitutePost = post,
                            LeaveReason = reason,
                            ToldBy = invitedSeat.Liaison ?? invitedSeat.Seat.Holder!,
                        },
                        ct
                    ),
                ct
            );
            return;
        }
        var form = new AnswerInvitation.Form
        {
            Reply = reply,
            SubstituteName = name,
            SubstitutePost = post,
            LeaveReason = reason,
        };
        try
        {
            await AnswerByAsync((random.Chance(60) ? invitedSeat.LiaisonToken : null) ?? invitedSeat.HolderToken, form, ct);
        }
        catch (NotFound)
        {
            // The seat was handed over after the notice: the clerk sends the successor a new link.
            var renewed = await user.AskAsync<MakeLinks, IReadOnlyList<MakeLinks.MadeLink>>(
                (make, who) =>
                    make.RunAsync(
                        who,
                        new()
                        {
                            MeetingId = meeting,
                            InvitationId = invitedSeat.InvitationId,
                            Only = Addressee.Holder,
                        },
                        ct
                    ),
                ct
            );
            if (renewed.Count > 0)
                await AnswerByAsync(renewed[0].Token, form, ct);
        }
    }

    private Task AnswerByAsync(string token, AnswerInvitation.Form form, CancellationToken ct) =>
        user.ByLinkAsync<AnswerInvitation>(token, (confirm, who) => confirm.RunAsync(who, form, ct));

    private async Task MoveAsync(StorySchedule storySchedule, DateOnly day, CancellationToken ct)
    {
        var board = await user.AskAsync<SeeMeetingAsHost, SeeMeeting.Answer>((see, who) => see.AskAsync(who, meeting, ct), ct);
        (draft.Day, draft.ReplyByDay) = (day, ProposedDays.ReplyBy(day));
        await user.DoAsync<ChangeMeeting>(
            (change, who) =>
                change.RunAsync(
                    who,
                    new()
                    {
                        MeetingId = meeting,
                        ExpectedVersion = board.Meeting.RowVersion,
                        Day = day,
                        Start = draft.Start,
                        End = draft.End,
                        Venue = draft.Venue,
                        ReplyByDay = draft.ReplyByDay,
                        ReplyByTime = draft.ReplyByTime,
                    },
                    ct
                ),
            ct
        );
        replies.Clear();
        await LinkAsync(ct);
        PlanRest(storySchedule, storySchedule.Clock.GetUtcNow());
    }

    private async Task CancelAsync(CancellationToken ct)
    {
        var board = await user.AskAsync<SeeMeetingAsHost, SeeMeeting.Answer>((see, who) => see.AskAsync(who, meeting, ct), ct);
        await user.DoAsync<CancelMeeting>(
            (cancel, who) =>
                cancel.RunAsync(
                    who,
                    new()
                    {
                        MeetingId = meeting,
                        ExpectedVersion = board.Meeting.RowVersion,
                        Reason = random.Pick(DemoWords.Of("cancel")),
                    },
                    ct
                ),
            ct
        );
    }

    private async Task PostponeAsync(CancellationToken ct)
    {
        var board = await user.AskAsync<SeeMeetingAsHost, SeeMeeting.Answer>((see, who) => see.AskAsync(who, meeting, ct), ct);
        await user.DoAsync<PostponeMeeting>(
            (postpone, who) =>
                postpone.RunAsync(
                    who,
                    new()
                    {
                        MeetingId = meeting,
                        ExpectedVersion = board.Meeting.RowVersion,
                        Reason = "主要议题涉及的单位正在核实情况",
                    },
                    ct
                ),
            ct
        );
    }

    private async Task MarkAsync(CancellationToken ct)
    {
        marks = guests
            .Where(_ => random.Chance(97))
            .Select(g => new MarkPresence.Mark(g.InvitationId, Came(replies.TryGetValue(g.InvitationId, out var reply) ? reply : null)))
            .ToList();
        if (marks.Count > 0)
            await user.DoAsync<MarkPresence>((mark, who) => mark.RunAsync(who, new() { MeetingId = meeting, Marks = marks }, ct), ct);
    }

    /// <summary>One of those present leaves early.</summary>
    private async Task LeaveEarlyAsync(CancellationToken ct)
    {
        if (marks.FirstOrDefault(m => m.Presence == Presence.Present) is not { } one)
            return;
        await user.DoAsync<MarkPresence>(
            (mark, who) => mark.RunAsync(who, new() { MeetingId = meeting, Marks = [one with { Presence = Presence.LeftEarly }] }, ct),
            ct
        );
    }

    private Presence Came(Reply? reply) =>
        (reply, random.Below(100)) switch
        {
            (Reply.Attend, < 88) => Presence.Present,
            (Reply.Attend, < 93) => Presence.Late,
            (Reply.Attend, < 96) => Presence.Substitute,
            (Reply.Substitute, < 95) => Presence.Substitute,
            (null, < 45) => Presence.Present,
            (null, < 55) => Presence.Substitute,
            _ => Presence.Absent,
        };
}
