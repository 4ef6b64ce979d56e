using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class IssueMinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Silence_within_the_term_is_no_objection_and_is_never_stored_as_an_answer()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        Assert.Equal(new DateOnly(2026, 11, 30), sent.LastDay); // five workdays after Monday
        Assert.All(sent.Units, u => Assert.Equal(CountersignStanding.Waiting, u.Standing));
        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = scene.District.Today,
        };
        await RuleAssert.BrokenAsync("Minutes.UnitsStillAsked", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));

        scene.District.Clock.Advance(TimeSpan.FromDays(8)); // Tuesday, the day after the term
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        var over = await scene.District.Use<SeeMinutes>().AskAsync(clerk, scene.Meeting, Ct);
        Assert.All(over.Units, u => Assert.Equal((CountersignStanding.Silent, null), (u.Standing, u.AnsweredAt)));
        await scene
            .District.Use<IssueMinutes>()
            .RunAsync(clerk, issue with { OperationId = Guid.CreateVersion7(), IssuedOn = scene.District.Today }, Ct);
        var issued = await scene.District.Use<SeeMinutes>().AskAsync(clerk, scene.Meeting, Ct);
        Assert.Equal((MinutesState.Issued, 1, MeetingState.Issued), (issued.State, issued.Version, issued.MeetingState));
    }

    [Fact]
    public async Task What_is_issued_is_what_was_countersigned_and_facts_that_moved_are_said_before()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        foreach (var unit in sent.Units)
            await scene.RunAsync<RecordCountersign>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        CountersignId = unit.CountersignId,
                        ExpectedVersion = unit.RowVersion,
                        Answer = CountersignAnswer.NoObjection,
                        ToldBy = "王",
                    },
                    Ct
                )
            );
        Assert.Null((await scene.SeeAsync()).Moved);
        await MinutesFixture.MarkAsync(scene, scene.First.Seat, Presence.Absent);
        Assert.Single((await scene.SeeAsync()).Moved!.Present);
        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = scene.District.Today,
        };
        await RuleAssert.BrokenAsync("Minutes.FactsMoved", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));
        await scene.RunAsync<IssueMinutes>(u =>
            u.RunAsync(scene.Clerk, issue with { OperationId = Guid.CreateVersion7(), AsSent = true }, Ct)
        );
        var issued = await scene.SeeAsync();
        Assert.Equal((MinutesState.Issued, 2), (issued.State, issued.Text.Present.Count));
    }

    [Fact]
    public async Task Minutes_are_not_issued_on_a_day_before_the_meeting()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        scene.District.Clock.Advance(TimeSpan.FromDays(8));
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = sent.Meeting.Day.AddDays(-1),
        };
        await RuleAssert.BrokenAsync("Minutes.BeforeMeeting", scene.RunAsync<IssueMinutes>(u => u.RunAsync(clerk, issue, Ct)));
        await scene.RunAsync<IssueMinutes>(u =>
            u.RunAsync(clerk, issue with { OperationId = Guid.CreateVersion7(), IssuedOn = sent.Meeting.Day }, Ct)
        );
    }
}
