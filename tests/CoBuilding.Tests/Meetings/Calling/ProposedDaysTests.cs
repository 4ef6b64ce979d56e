using CoBuilding.Meetings.Calling;

namespace CoBuilding.Tests.Meetings.Calling;

public class ProposedDaysTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [Fact]
    public void A_meeting_is_proposed_in_a_week_and_replies_two_days_before()
    {
        Assert.Equal(new DateOnly(2026, 3, 11), ProposedDays.Meeting(Today));
        Assert.Equal(new DateOnly(2026, 3, 9), ProposedDays.ReplyBy(ProposedDays.Meeting(Today)));
    }

    [Fact]
    public void A_meeting_is_planned_for_the_fourth_week_from_now() =>
        Assert.Equal((new DateOnly(2026, 3, 25), new DateOnly(2026, 4, 1)), ProposedDays.Plan(Today));

    [Theory]
    [InlineData("2026-03-25", "2026-04-01", "2026-03-18")] // A week before.
    [InlineData("2026-03-10", "2026-03-20", "2026-03-05")] // Less than a week is left: from tomorrow on.
    [InlineData("2026-03-04", "2026-03-04", "2026-03-04")] // Today is the last day: a later deadline would be refused.
    public void Topics_are_collected_until_a_week_before_but_from_tomorrow_to_the_last_day(string first, string last, string until) =>
        Assert.Equal(
            DateOnly.Parse(until, null),
            ProposedDays.CollectUntil(DateOnly.Parse(first, null), DateOnly.Parse(last, null), Today)
        );

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-04")]
    [InlineData("2026-03-08")]
    public void A_week_goes_from_Monday_to_Sunday(string day) =>
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 8)), ProposedDays.Week(DateOnly.Parse(day, null)));
}
