using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Replies;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class CountersignMinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_units_comments_wait_for_the_host_who_answers_or_takes_the_minutes_back()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var own = Assert.Single((await scene.District.Use<ListMyUnitCountersigns>().AskAsync(secretary, new(), Ct)).Rows);
        Assert.True(own.IsOpen);
        await scene
            .District.Use<CountersignMinutes>()
            .RunAsync(
                secretary,
                new()
                {
                    CountersignId = own.CountersignId,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明晚间时段",
                },
                Ct
            );
        var seen = await scene.SeeAsync();
        var unit = seen.Units.Single(u => u.CountersignId == own.CountersignId);
        Assert.Equal(
            (CountersignStanding.Comments, ReplySource.Holder, "大连湾中学书记"),
            (unit.Standing, unit.ReplySource, unit.Answered!.Actor)
        );
        await Assert.ThrowsAsync<NotFound>(() =>
            scene
                .District.Use<CountersignMinutes>()
                .RunAsync(
                    secretary,
                    new() { CountersignId = seen.Units.Single(u => u != unit).CountersignId, Answer = CountersignAnswer.NoObjection },
                    Ct
                )
        ); // another unit's

        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = scene.District.Today,
        };
        await RuleAssert.BrokenAsync("Minutes.CommentsWait", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));
        await scene
            .District.Use<SettleComments>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    CountersignId = unit.CountersignId,
                    ExpectedVersion = unit.RowVersion,
                    Settlement = "见第二项",
                },
                Ct
            );
        Assert.Equal("见第二项", (await scene.District.Use<SeeCountersign>().AskAsync(secretary, unit.CountersignId, Ct)).Settlement);
        await scene
            .District.Use<CountersignMinutes>()
            .RunAsync(
                secretary,
                new()
                {
                    CountersignId = own.CountersignId,
                    Answer = CountersignAnswer.Comments,
                    Comments = "仍请写明",
                },
                Ct
            );
        Assert.True((await scene.SeeAsync()).HasComments); // other comments want another answer

        await scene
            .District.Use<TakeBackMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = sent.MinutesId!.Value,
                    ExpectedVersion = sent.RowVersion,
                    Reason = "补写时段",
                },
                Ct
            );
        var back = await scene.SeeAsync();
        Assert.Equal((MinutesState.Drafting, MeetingState.MinutesDrafted), (back.State, await MinutesFixture.StageAsync(cluster, scene)));
        await RuleAssert.BrokenAsync(
            "Minutes.NotCountersigning",
            scene.RunAsync<CountersignMinutes>(u =>
                u.RunAsync(secretary, new() { CountersignId = own.CountersignId, Answer = CountersignAnswer.NoObjection }, Ct)
            )
        );
        await scene
            .District.Use<SendMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = sent.MinutesId!.Value,
                    ExpectedVersion = back.RowVersion,
                    Workdays = 2,
                },
                Ct
            );
        var again = await scene.SeeAsync();
        Assert.All(again.Units, u => Assert.Equal(CountersignStanding.Waiting, u.Standing)); // new rows in each round
        Assert.Equal(
            [MinutesAction.Begun, MinutesAction.Sent, MinutesAction.TakenBack, MinutesAction.Sent],
            again.Steps.Select(s => s.Kind)
        );
        Assert.All(again.Steps, s => Assert.Equal("clerk" + scene.District.Street1.Code, s.Who));
    }

    [Fact]
    public async Task A_unit_countersigns_by_link_and_the_link_ends_with_its_term_and_its_office()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        Assert.Equal(4, links.Count); // holder and liaison officer of two units
        Assert.Equal((true, true), (sent.Units.All(u => !u.WasReached), (await scene.SeeAsync()).Units.All(u => u.WasReached)));
        var link = scene.District.Link(links.Single(l => l.Unit == "大连湾中学" && l.Addressee == Addressee.LiaisonOfficer).Token);
        var read = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾中学", true, "各单位同意错时开放车位。"), (read.Unit, read.IsOpen, read.Text.Items[0].Said));
        await scene.District.Use<CountersignMinutes>().RunAsync(link, new() { Answer = CountersignAnswer.NoObjection }, Ct);
        var unit = (await scene.SeeAsync()).Units.Single(u => u.Name == "大连湾中学");
        Assert.Equal(
            (CountersignStanding.NoObjection, "大连湾中学联络员", "大连湾中学书记"),
            (unit.Standing, unit.Answered!.Actor, unit.Answered.Principal)
        );

        await scene.District.PersonAsync(scene.First.Unit, "新联络员", liaison: true);
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct));
        var holder = scene.District.Link(links.Single(l => l.Unit == "大连湾中学" && l.Addressee == Addressee.Holder).Token);
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeInvitation>().AskAsync(holder, null, Ct)); // for one right alone
        scene.District.Clock.Advance(TimeSpan.FromDays(8));
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeCountersign>().AskAsync(holder, null, Ct));
    }
}
