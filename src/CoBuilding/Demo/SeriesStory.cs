using CoBuilding.Meetings.Series;
using CoBuilding.Meetings.Words;
using CoBuilding.Texts;

namespace CoBuilding.Demo;

/// <summary>Sets up a quarterly series of meetings, with reasons for quarters without a meeting.</summary>
internal sealed class SeriesStory(DemoUser user, StorySchedule storySchedule, Guid committee)
{
    private static readonly string[] Reasons = ["防汛期间暂停，议题并入下一季度一并商议", "与大工委联席会议合并召开，不再另开"];

    private readonly Guid series = Guid.CreateVersion7();

    /// <param name="kind">The customary kind of its meetings.</param>
    /// <param name="title">The title of the meetings, after the quarter.</param>
    /// <param name="month">Of the quarter, in which they are usually held.</param>
    /// <param name="explains">Quarters without a meeting are given their reasons.</param>
    public void Plan(MeetingKind kind, string title, int month, bool explains)
    {
        At(
            20,
            async ct =>
            {
                var words = await user.AskAsync<SeeMeetingWords, IReadOnlyList<SeeMeetingWords.Row>>(
                    (see, who) => see.AskAsync(who, ct),
                    ct
                );
                await user.DoAsync<BeginSeries>(
                    (begin, who) =>
                        begin.RunAsync(
                            who,
                            new()
                            {
                                SeriesId = series,
                                CommitteeId = committee,
                                KindId = words.First(w => w.Standard == kind.ToString()).Id,
                                Cadence = Cadence.Quarterly,
                                Title = title,
                                UsualMonth = month,
                                BegunOn = storySchedule.Today.AddMonths(-11),
                            },
                            ct
                        ),
                    ct
                );
            }
        );
        if (explains)
            At(1, ExplainAsync);
    }

    /// <summary>The month of its quarter in which a day lies.</summary>
    public static int MonthOf(DateOnly day) => ((day.Month - 1) % 3) + 1;

    private async Task ExplainAsync(CancellationToken ct)
    {
        var seen = await user.AskAsync<SeeSeries, ListSeries.Row>((see, who) => see.AskAsync(who, series, ct), ct);
        foreach (var (period, n) in seen.Periods.Where(p => p.State == PeriodState.Missed).Reverse().Select((p, n) => (p, n)))
            await user.DoAsync<ExplainPeriod>(
                (explain, who) =>
                    explain.RunAsync(
                        who,
                        new()
                        {
                            SeriesId = series,
                            FirstDay = period.Period.FirstDay,
                            Reason = Reasons[n % Reasons.Length],
                        },
                        ct
                    ),
                ct
            );
    }

    private void At(int daysAgo, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.WorkdayBefore(storySchedule.Today.AddDays(-daysAgo)), new TimeOnly(9, 50)), happens);
}
