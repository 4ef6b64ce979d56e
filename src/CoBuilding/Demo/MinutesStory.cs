using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Meetings.Resolutions;

namespace CoBuilding.Demo;

/// <summary>What came of one meeting: its minutes are written, go to the units and are issued, and some of what was agreed is done, overdue, or with the level above.</summary>
/// <param name="far">How far it has come by now.</param>
/// <param name="guests">The units that were invited, by their seats.</param>
internal sealed class MinutesStory(Dice dice, Desk desk, Timeline timeline, Guid meeting, Guid committee, DateOnly day, MeetingState far, IReadOnlyList<SeeRoster.Row> guests)
{
    /// <summary>What was agreed, and how the unit that leads fared.</summary>
    private enum Fate
    {
        Asked,
        ProposesDay,
        ReportedDone,
        Overdue,
        Closed,
        Upward,
    }

    private Fate[] Fates => far switch
    {
        MeetingState.Archived => [Fate.Closed, Fate.Closed],
        MeetingState.FollowingUp when timeline.Today.DayNumber - day.DayNumber > 60 => [Fate.Closed, Fate.Overdue, Fate.Upward],
        MeetingState.FollowingUp => [Fate.Asked, Fate.ProposesDay, Fate.ReportedDone],
        _ => [],
    };

    public void Plan()
    {
        var written = far switch
        {
            MeetingState.MinutesDrafted => Timeline.WorkdayBefore(timeline.Today.AddDays(-1)),
            MeetingState.Countersigning => Timeline.WorkdayBefore(timeline.Today.AddDays(-4)),
            _ => Timeline.Workday(day.AddDays(2)),
        };
        // In the evening, so that a meeting of the same day is over.
        At(written, 17, WriteAsync);
        if (far == MeetingState.MinutesDrafted) return;
        At(written, 18, SendAsync);
        At(written.AddDays(1), 10, HearAsync);
        if (far == MeetingState.Countersigning) return;
        At(written.AddDays(14), 9, IssueAsync);
        for (var n = 0; n < Fates.Length; n++)
        {
            var (fate, resolution, lead) = (Fates[n], Guid.CreateVersion7(), guests[n % guests.Count]);
            At(written, 19, ct => AgreeAsync(resolution, lead, fate, ct));
            Plan(fate, resolution, written);
        }
        if (far == MeetingState.Archived)
            At(written.AddDays(60), 15, ct => desk.DoAsync<ArchiveMeeting>((archive, who) => archive.RunAsync(who, new() { MeetingId = meeting }, ct), ct));
    }

    /// <summary>On that day, or the next on which people work.</summary>
    private void At(DateOnly on, int hour, Func<CancellationToken, Task> happens) =>
        timeline.At(ChinaTime.At(Timeline.Workday(on), new TimeOnly(hour, dice.Between(5, 50))), happens);

    /// <summary>So many days before the present, or on the last day before it on which people worked.</summary>
    private void Ago(int days, int hour, Func<CancellationToken, Task> happens) => At(Timeline.WorkdayBefore(timeline.Today.AddDays(-days)), hour, happens);

    private void Plan(Fate fate, Guid resolution, DateOnly written)
    {
        if (fate != Fate.Asked) At(written.AddDays(2), 10, ct => ReportAsync(resolution, ResolutionDeed.Acknowledged, null, ct));
        switch (fate)
        {
            case Fate.Closed:
                At(written.AddDays(20), 11, ct => ReportAsync(resolution, ResolutionDeed.Progressed, dice.Pick(Words.Of("progress")), ct));
                At(written.AddDays(40), 10, ct => ReportAsync(resolution, ResolutionDeed.ReportedDone, dice.Pick(Words.Of("done")), ct));
                At(written.AddDays(42), 16, async ct =>
                {
                    var seen = await SeenAsync(resolution, ct);
                    await desk.DoAsync<CloseResolution>((close, who) => close.RunAsync(who, new() { ResolutionId = resolution, Seen = seen, Outcome = ResolutionOutcome.Done, Note = "感谢单位支持" }, ct), ct);
                });
                break;
            case Fate.ReportedDone:
                Ago(3, 14, ct => ReportAsync(resolution, ResolutionDeed.ReportedDone, dice.Pick(Words.Of("done")), ct));
                break;
            case Fate.ProposesDay:
                Ago(5, 14, ct => ReportAsync(resolution, ResolutionDeed.ProposedDay, "设备还在采购，恳请顺延", ct, timeline.Today.AddDays(40)));
                break;
            case Fate.Overdue:
                At(written.AddDays(25), 11, ct => ReportAsync(resolution, ResolutionDeed.Progressed, dice.Pick(Words.Of("progress")), ct));
                Ago(8, 9, async ct =>
                {
                    var seen = await SeenAsync(resolution, ct);
                    await desk.DoAsync<RemindUnit>((remind, who) => remind.RunAsync(who, new() { ResolutionId = resolution, Seen = seen }, ct), ct);
                });
                Ago(5, 15, async ct =>
                {
                    var seen = await SeenAsync(resolution, ct);
                    var on = timeline.Clock.GetUtcNow().ChinaDate();
                    await desk.DoAsync<RecordCall>((call, who) => call.RunAsync(who, new() { ResolutionId = resolution, Seen = seen, On = on, Note = "召集人电话了解，书记说本月内能办好" }, ct), ct);
                });
                break;
            case Fate.Upward:
                Ago(6, 10, async ct =>
                {
                    var seen = await SeenAsync(resolution, ct);
                    await desk.DoAsync<SubmitUpward>((submit, who) => submit.RunAsync(who, new() { ResolutionId = resolution, Seen = seen, Reason = "涉及市政道路划线，本级协调不了，恳请上级帮助" }, ct), ct);
                });
                break;
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        await desk.DoAsync<BeginMinutes>((begin, who) => begin.RunAsync(who, new() { MeetingId = meeting }, ct), ct);
        var minutes = await SeeAsync(ct);
        foreach (var item in minutes.Text.Items.Where(i => i.Topic is not null))
        {
            var (seen, result) = (minutes.Items.Single(i => i.Id == item.Id).Seen, dice.Below(10) switch { < 7 => Consensus.Agreed, < 9 => Consensus.AgreedWithReservations, _ => Consensus.Postponed });
            await desk.DoAsync<SaveMinutesText>((save, who) => save.RunAsync(who, new()
            {
                ItemId = item.Id, Seen = seen, Said = dice.Pick(Words.Of("said")), Consensus = result, Reservations = result == Consensus.AgreedWithReservations ? dice.Pick(Words.Of("reservation")) : null,
            }, ct), ct);
        }
    }

    private async Task SendAsync(CancellationToken ct)
    {
        var minutes = await SeeAsync(ct);
        await desk.DoAsync<SendMinutes>((send, who) => send.RunAsync(who, new() { MinutesId = minutes.MinutesId!.Value, Seen = minutes.Seen }, ct), ct);
    }

    /// <summary>Some units say by link that they have no objection, one by phone; the rest say nothing, which is no objection either. While it lasts, one has comments.</summary>
    private async Task HearAsync(CancellationToken ct)
    {
        var minutes = await SeeAsync(ct);
        var made = await desk.AskAsync<MakeCountersignLinks, IReadOnlyList<MakeCountersignLinks.Made>>((make, who) => make.RunAsync(who, new() { MinutesId = minutes.MinutesId!.Value }, ct), ct);
        foreach (var link in made.DistinctBy(m => m.CountersignId).Where((_, n) => n % 3 == 0))
            await desk.ByLinkAsync<CountersignMinutes>(link.Token, (countersign, who) => countersign.RunAsync(who, new() { Answer = CountersignAnswer.NoObjection }, ct));
        if (minutes.Units.Count < 3) return;
        var unit = minutes.Units[1];
        var (answer, comments) = far == MeetingState.Countersigning ? (CountersignAnswer.Comments, dice.Pick(Words.Of("comment"))) : (CountersignAnswer.NoObjection, null);
        var by = made.FirstOrDefault(m => m.CountersignId == unit.CountersignId)?.Name ?? "联络员";
        await desk.DoAsync<RecordCountersign>((record, who) => record.RunAsync(who, new() { CountersignId = unit.CountersignId, Seen = unit.Seen, Answer = answer, Comments = comments, ToldBy = by }, ct), ct);
    }

    private async Task IssueAsync(CancellationToken ct)
    {
        var minutes = await SeeAsync(ct);
        await desk.DoAsync<IssueMinutes>((issue, who) => issue.RunAsync(who, new()
        {
            MinutesId = minutes.MinutesId!.Value, Seen = minutes.Seen, DocumentNumber = $"第{(day.Month + 2) / 3}期", IssuedOn = minutes.Today,
        }, ct), ct);
    }

    private Task AgreeAsync(Guid resolution, SeeRoster.Row lead, Fate fate, CancellationToken ct) => desk.DoAsync<MakeResolution>(async (make, who) =>
    {
        var minutes = await SeeAsync(ct);
        var assisting = guests.Where(g => g.UnitId is not null && g.UnitId != lead.UnitId).Take(dice.Below(3)).Select(g => g.UnitId!.Value).ToList();
        await make.RunAsync(who, new()
        {
            ResolutionId = resolution, CommitteeId = committee, MeetingId = meeting, MinutesItemId = minutes.Text.Items[0].Id, Matter = dice.Pick(Words.Of("resolution")), LeadUnitId = lead.UnitId,
            AssistingUnitIds = assisting, Deadline = fate is Fate.Asked or Fate.ProposesDay ? timeline.Today.AddDays(dice.Between(8, 20)) : minutes.Today.AddDays(45), ContactName = Words.Person(dice),
        }, ct);
    }, ct);

    /// <summary>The liaison officer or the secretary reports by a link that the clerk sends along.</summary>
    private async Task ReportAsync(Guid resolution, ResolutionDeed deed, string? note, CancellationToken ct, DateOnly? on = null)
    {
        var made = await desk.AskAsync<MakeTaskLinks, IReadOnlyList<MakeTaskLinks.Made>>((make, who) => make.RunAsync(who, new() { ResolutionId = resolution }, ct), ct);
        if (made.LastOrDefault(m => m.IsLead) is not { } link) return; // nobody speaks for the unit at present
        await desk.ByLinkAsync<ReportProgress>(link.Token, (report, who) => report.RunAsync(who, new() { Deed = deed, Note = note, Day = on }, ct));
    }

    private Task<SeeMinutes.Answer> SeeAsync(CancellationToken ct) => desk.AskAsync<SeeMinutes, SeeMinutes.Answer>((see, who) => see.AskAsync(who, meeting, ct), ct);

    private async Task<long> SeenAsync(Guid resolution, CancellationToken ct) =>
        (await desk.AskAsync<SeeResolution, SeeResolution.Answer>((see, who) => see.AskAsync(who, resolution, ct), ct)).Seen;
}
