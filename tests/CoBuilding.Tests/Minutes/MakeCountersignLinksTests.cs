using CoBuilding.Access;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Minutes;

public class MakeCountersignLinksTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_link_of_an_earlier_round_leads_to_the_present_one_and_a_word_is_on_the_text_that_was_read()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        var link = scene.District.Link(links.First(l => l.Unit == "大连湾中学").Token);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var first = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        await scene.RunAsync<CountersignMinutes>(u =>
            u.RunAsync(link, new() { Answer = CountersignAnswer.NoObjection, CountersignRound = first.CountersignRound }, Ct)
        );
        await MinutesFixture.TakeBackAsync(scene);
        var revised = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        Assert.Equal((MinutesState.Drafting, false), (revised.State, revised.IsOpen));

        var back = await scene.SeeAsync();
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = back.MinutesId!.Value,
                    ExpectedVersion = back.RowVersion,
                    Workdays = 10,
                },
                Ct
            )
        );
        var (byLink, byId) = (
            await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct),
            await scene.District.Use<SeeCountersign>().AskAsync(secretary, first.CountersignId, Ct)
        );
        Assert.All(
            [byLink, byId],
            asked => Assert.Equal((2, true, true, null), (asked.CountersignRound, asked.IsThisRound, asked.IsOpen, asked.Given))
        );
        await RuleAssert.BrokenAsync(
            "Minutes.WasRevised",
            scene.RunAsync<CountersignMinutes>(u =>
                u.RunAsync(link, new() { Answer = CountersignAnswer.NoObjection, CountersignRound = first.CountersignRound }, Ct)
            )
        );
        scene.District.Clock.Advance(TimeSpan.FromDays(8)); // beyond the first term, within the second
        await scene.RunAsync<CountersignMinutes>(u =>
            u.RunAsync(link, new() { Answer = CountersignAnswer.NoObjection, CountersignRound = 2 }, Ct)
        );
        Assert.Equal(CountersignStanding.NoObjection, (await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct)).Standing);
    }

    [Fact]
    public async Task A_unit_that_moved_away_after_the_meeting_is_still_asked_and_named()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var version = (await scene.District.Use<SeeUnit>().AskAsync(scene.District.Admin, scene.First.Unit, Ct)).RowVersion;
        var elsewhere = new MoveUnit.Form
        {
            UnitId = scene.First.Unit,
            ExpectedVersion = version,
            PlaceId = scene.District.Street2.Id,
            On = scene.District.Today,
        };
        var drafted = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        await scene.RunAsync<MoveUnit>(u => u.RunAsync(scene.District.Admin, elsewhere, Ct));
        Assert.Contains("大连湾中学 大连湾中学书记", (await scene.SeeAsync()).Text.Present.Select(p => p.Said));
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(scene.Clerk, new() { MinutesId = drafted.MinutesId!.Value, ExpectedVersion = drafted.RowVersion }, Ct)
        );
        Assert.Contains("大连湾中学", (await scene.SeeAsync()).Units.Select(u => u.Name));
        var links = await scene
            .District.Use<MakeCountersignLinks>()
            .RunAsync(scene.Clerk, new() { MinutesId = drafted.MinutesId!.Value }, Ct);
        Assert.Contains(links, l => l.Unit == "大连湾中学");
    }
}
