using CoBuilding.Committees.Rosters;
using CoBuilding.Meetings;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>
/// The follow-up of one meeting: minutes are written, countersigned and issued, and resolutions are done, overdue, or submitted to the
/// level above.
/// </summary>
/// <param name="far">The current progress.</param>
/// <param name="guests">The units that were invited, by their seats.</param>
internal sealed class MinutesStory(
    SeededRandom random,
    DemoUser user,
    StorySchedule storySchedule,
    Guid meeting,
    Guid committee,
    DateOnly day,
    MeetingState far,
    IReadOnlyList<SeeRoster.Row> guests
)
{
    /// <summary>A resolution, and the progress of its lead unit.</summary>
    private enum DemoOutcome
    {
        Asked,
        ProposesDay,
        ReportedDone,
        Overdue,
        Closed,
        Upward,
    }

    private DemoOutcome[] Outcomes =>
        far switch
        {
            MeetingState.Archived => [DemoOutcome.Closed, DemoOutcome.Closed],
            MeetingState.FollowingUp when storySchedule.Today.DayNumber - day.DayNumber > 60 =>
            [
                DemoOutcome.Closed,
                DemoOutcome.Overdue,
                DemoOutcome.Upward,
            ],
            MeetingState.FollowingUp => [DemoOutcome.Asked, DemoOutcome.ProposesDay, DemoOutcome.ReportedDone],
            _ => [],
        };

    public void Plan()
    {
        var written = far switch
        {
            MeetingState.MinutesDrafted => StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-1)),
            MeetingState.Countersigning => StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-4)),
            _ => StorySchedule.Workday(day.AddDays(2)),
        };
        // In the evening, after any meeting of the same day.
        At(written, 17, WriteAsync);
        if (far == MeetingState.MinutesDrafted)
            return;
        At(written, 18, SendAsync);
        At(written.AddDays(1), 10, HearAsync);
        if (far == MeetingState.Countersigning)
            return;
        At(written.AddDays(14), 9, IssueAsync);
        for (var n = 0; n < Outcomes.Length; n++)
        {
            var (outcome, resolution, lead) = (Outcomes[n], Guid.CreateVersion7(), guests[n % guests.Count]);
            At(written, 19, ct => AgreeAsync(resolution, lead, outcome, ct));
            Plan(outcome, resolution, written);
        }
        if (far == MeetingState.Archived)
            At(
                written.AddDays(60),
                15,
                ct => user.DoAsync<ArchiveMeeting>((archive, who) => archive.RunAsync(who, new() { MeetingId = meeting }, ct), ct)
            );
    }

    /// <summary>That day, or the next workday.</summary>
    private void At(DateOnly on, int hour, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.Workday(on), new TimeOnly(hour, random.Between(5, 50))), happens);

    /// <summary>The given number of days before now, or the last workday before that.</summary>
    private void Ago(int days, int hour, Func<CancellationToken, Task> happens) =>
        At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-days)), hour, happens);

    private void Plan(DemoOutcome outcome, Guid resolution, DateOnly written)
    {
        if (outcome != DemoOutcome.Asked)
            At(written.AddDays(2), 10, ct => ReportAsync(resolution, ResolutionAction.Acknowledged, null, ct));
        switch (outcome)
        {
            case DemoOutcome.Closed:
                At(
                    written.AddDays(20),
                    11,
                    ct => ReportAsync(resolution, ResolutionAction.Progressed, random.Pick(DemoWords.Of("progress")), ct)
                );
                At(
                    written.AddDays(40),
                    10,
                    ct => ReportAsync(resolution, ResolutionAction.ReportedDone, random.Pick(DemoWords.Of("done")), ct)
                );
                At(
                    written.AddDays(42),
                    16,
                    async ct =>
                    {
                        var version = await VersionAsync(resolution, ct);
                        await user.DoAsync<CloseResolution>(
                            (close, who) =>
                                close.RunAsync(
                                    who,
                                    new()
                                    {
                                        ResolutionId = resolution,
                                        ExpectedVersion = version,
                                        Outcome = ResolutionOutcome.Done,
                                        Note = "感谢单位支持",
                                    },
                                    ct
                                ),
                            ct
                        );
                    }
                );
                break;
            case DemoOutcome.ReportedDone:
                Ago(3, 14, ct => ReportAsync(resolution, ResolutionAction.ReportedDone, random.Pick(DemoWords.Of("done")), ct));
                break;
            case DemoOutcome.ProposesDay:
                Ago(
                    5,
                    14,
                    ct =>
                        ReportAsync(resolution, ResolutionAction.ProposedDay, "设备还在采购，恳请顺延", ct, storySchedule.Today.AddDays(40))
                );
                break;
            case DemoOutcome.Overdue:
                At(
                    written.AddDays(25),
                    11,
                    ct => ReportAsync(resolution, ResolutionAction.Progressed, random.Pick(DemoWords.Of("progress")), ct)
                );
                Ago(
                    8,
                    9,
                    async ct =>
                    {
                        var version = await VersionAsync(resolution, ct);
                        await user.DoAsync<RemindUnit>(
                            (remind, who) => remind.RunAsync(who, new() { ResolutionId = resolution, ExpectedVersion = version }, ct),
                            ct
                        );
                    }
                );
                Ago(
                    5,
                    15,
                    async ct =>
                    {
                        var version = await VersionAsync(resolution, ct);
                        var on = storySchedule.Clock.GetUtcNow().ChinaDate();
                        await user.DoAsync<RecordConvenerCall>(
                            (call, who) =>
                                call.RunAsync(
                                    who,
                                    new()
                                    {
                                        ResolutionId = resolution,
                                        ExpectedVersion = version,
                                        On = on,
                                        Note = "召集人电话了解，书记说本月内能办好",
                                    },
                                    ct
                                ),
                            ct
                        );
                    }
                );
                break;
            case DemoOutcome.Upward:
                Ago(
                    6,
                    10,
                    async ct =>
                    {
                        var version = await VersionAsync(resolution, ct);
                        await user.DoAsync<SubmitUpward>(
                            (submit, who) =>
                                submit.RunAsync(
                                    who,
                                    new()
                                    {
                                        ResolutionId = resolution,
                                        ExpectedVersion = version,
                                        Reason = "涉及市政道路划线，本级协调不了，恳请上级帮助",
                                    },
                                    ct
                                ),
                            ct
                        );
                    }
                );
                break;
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        await user.DoAsync<BeginMinutes>((begin, who) => begin.RunAsync(who, new() { MeetingId = meeting }, ct), ct);
        var minutes = await SeeAsync(ct);
        foreach (var item in minutes.Text.Items.Where(i => i.Topic is not null))
        {
            var (version, result) = (
                minutes.Items.Single(i => i.Id == item.Id).RowVersion,
                random.Below(10) switch
                {
                    < 7 => Consensus.Agreed,
                    < 9 => Consensus.AgreedWithReservations,
                    _ => Consensus.Postponed,
                }
            );
            await user.DoAsync<SaveMinutesText>(
                (save, who) =>
                    save.RunAsync(
                        who,
                        new()
                        {
                            ItemId = item.Id,
                            ExpectedVersion = version,
                            Said = random.Pick(DemoWords.Of("said")),
                            Consensus = result,
                            Reservations = result == Consensus.AgreedWithReservations ? random.Pick(DemoWords.Of("reservation")) : null,
                        },
                        ct
                    ),
                ct
            );
        }
    }

    private async Task SendAsync(CancellationToken ct)
    {
        var minutes = await SeeAsync(ct);
        await user.DoAsync<SendMinutes>(
            (send, who) => send.RunAsync(who, new() { MinutesId = minutes.MinutesId!.Value, ExpectedVersion = minutes.RowVersion }, ct),
            ct
        );
    }

    /// <summary>
    /// Some units answer by link that they have no objection, one by phone; the others do not answer. While countersigning is open, one has
    /// comments.
    /// </summary>
    private async Task HearAsync(CancellationToken ct)
    {
        var minutes = await SeeAsync(ct);
        var made = await user.AskAsync<MakeCountersignLinks, IReadOnlyList<MakeCountersignLinks.Made>>(
            (make, who) => make.RunAsync(who, new() { MinutesId = minutes.MinutesId!.Value }, ct),
            ct
        );
        foreach (var link in made.DistinctBy(m => m.CountersignId).Where((_, n) => n % 3 == 0))
            await user.ByLinkAsync<CountersignMinutes>(
                link.Token,
                (countersign, who) => countersign.RunAsync(who, new() { Answer = CountersignAnswer.NoObjection }, ct)
            );
        if (minutes.Units.Count < 3)
            return;
        var unit = minutes.Units[1];
        var (answer, comments) =
            far == MeetingState.Countersigning
                ? (CountersignAnswer.Comments, random.Pick(DemoWords.Of("comment")))
                : (CountersignAnswer.NoObjection, null);
        var by = made.FirstOrDefault(m => m.CountersignId == unit.CountersignId)?.Name ?? "联络员";
        await user.DoAsync<RecordCountersign>(
            (record, who) =>
                record.RunAsync(
                    who,
                    new()
                    {
                        CountersignId = unit.CountersignId,
                        ExpectedVersion = unit.RowVersion,
                        Answer = answer,
                        Comments = comments,
                        ToldBy = by,
                    },
                    ct
                ),
            ct
        );
    }

    private async Task IssueAsync(CancellationToken ct)
    {
        var minutes = await SeeAsync(ct);
        await user.DoAsync<IssueMinutes>(
            (issue, who) =>
                issue.RunAsync(
                    who,
                    new()
                    {
                        MinutesId = minutes.MinutesId!.Value,
                        ExpectedVersion = minutes.RowVersion,
                        DocumentNumber = $"第{(day.Month + 2) / 3}期",
                        IssuedOn = minutes.Today,
                    },
                    ct
                ),
            ct
        );
    }

    private Task AgreeAsync(Guid resolution, SeeRoster.Row lead, DemoOutcome outcome, CancellationToken ct) =>
        user.DoAsync<MakeResolution>(
            async (make, who) =>
            {
                var minutes = await SeeAsync(ct);
                var assisting = guests
                    .Where(g => g.UnitId is not null && g.UnitId != lead.UnitId)
                    .Take(random.Below(3))
                    .Select(g => g.UnitId!.Value)
                    .ToList();
                await make.RunAsync(
                    who,
                    new()
                    {
                        ResolutionId = resolution,
                        CommitteeId = committee,
                        MeetingId = meeting,
                        MinutesItemId = minutes.Text.Items[0].Id,
                        Matter = random.Pick(DemoWords.Of("resolution")),
                        LeadUnitId = lead.UnitId,
                        AssistingUnitIds = assisting,
                        Deadline = outcome is DemoOutcome.Asked or DemoOutcome.ProposesDay
                            ? storySchedule.Today.AddDays(random.Between(8, 20))
                            : minutes.Today.AddDays(45),
                        ContactName = DemoWords.Person(random),
                    },
                    ct
                );
            },
            ct
        );

    /// <summary>The liaison officer or the secretary reports by a link that the clerk sends along.</summary>
    private async Task ReportAsync(Guid resolution, ResolutionAction action, string? note, CancellationToken ct, DateOnly? on = null)
    {
        var made = await user.AskAsync<MakeTaskLinks, IReadOnlyList<MakeTaskLinks.Made>>(
            (make, who) => make.RunAsync(who, new() { ResolutionId = resolution }, ct),
            ct
        );
        if (made.LastOrDefault(m => m.IsLead) is not { } link)
            return; // nobody can act for the unit at present
        await user.ByLinkAsync<ReportProgress>(
            link.Token,
            (report, who) =>
                report.RunAsync(
                    who,
                    new()
                    {
                        Action = action,
                        Note = note,
                        Day = on,
                    },
                    ct
                )
        );
    }

    private Task<SeeMinutes.Answer> SeeAsync(CancellationToken ct) =>
        user.AskAsync<SeeMinutes, SeeMinutes.Answer>((see, who) => see.AskAsync(who, meeting, ct), ct);

    private async Task<long> VersionAsync(Guid resolution, CancellationToken ct) =>
        (await user.AskAsync<SeeResolution, SeeResolution.Answer>((see, who) => see.AskAsync(who, resolution, ct), ct)).RowVersion;
}
