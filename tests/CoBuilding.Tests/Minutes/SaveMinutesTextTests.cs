using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class SaveMinutesTextTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Two_people_who_write_on_different_items_never_meet_and_on_the_same_one_the_later_is_told()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var other = await scene.District.StaffAsync("colleague", Role.StreetClerk, scene.District.Street1);
        var save = scene.District.Use<SaveMinutesText>();
        var (first, second) = (
            minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id),
            minutes.Items.Single(i => i.Id == minutes.Text.Items[1].Id)
        );
        Assert.Equal(
            first.RowVersion + 1,
            await save.RunAsync(
                scene.Clerk,
                new()
                {
                    ItemId = first.Id,
                    ExpectedVersion = first.RowVersion,
                    Said = "甲写的",
                },
                Ct
            )
        );
        Assert.Equal(
            second.RowVersion + 1,
            await save.RunAsync(
                other,
                new()
                {
                    ItemId = second.Id,
                    ExpectedVersion = second.RowVersion,
                    Said = "乙写的",
                },
                Ct
            )
        );
        var stale = await Assert.ThrowsAsync<Stale>(() =>
            save.RunAsync(
                other,
                new()
                {
                    ItemId = first.Id,
                    ExpectedVersion = first.RowVersion,
                    Said = "乙也写",
                },
                Ct
            )
        );
        Assert.Equal("clerk" + scene.District.Street1.Code, stale.Changes[0].Who);
        Assert.Equal(["甲写的", "乙写的"], (await scene.SeeAsync()).Text.Items.Take(2).Select(i => i.Said));
    }

    [Fact]
    public async Task The_same_text_saved_again_changes_nothing_and_what_is_typed_never_stands_in_the_journal()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var item = minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id);
        var again = new SaveMinutesText.Form
        {
            ItemId = item.Id,
            ExpectedVersion = item.RowVersion,
            Said = minutes.Text.Items[0].Said,
            Consensus = Consensus.Agreed,
        };
        Assert.Equal(item.RowVersion, await scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, again, Ct));
        var journal = await scene
            .District.Use<SeeJournal>()
            .AskAsync(scene.District.Auditor, new() { Subject = "minutes_items", Size = 100 }, Ct);
        Assert.Contains(journal.Rows, r => r.Action == "changed" && r.After!.Contains("Said", StringComparison.Ordinal));
        Assert.DoesNotContain(journal.Rows, r => r.After!.Contains("车位", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Votes_are_counted_only_where_the_district_says_so()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var item = minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id);
        var form = new SaveMinutesText.Form
        {
            ItemId = item.Id,
            ExpectedVersion = item.RowVersion,
            Said = "表决",
            VotesFor = 8,
            VotesAbstained = 1,
        };
        await RuleAssert.BrokenAsync("Minutes.VotesAreNotCounted", scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, form, Ct));
        await scene
            .District.Use<SetMinutesSetting>()
            .RunAsync(scene.District.Admin, new() { CountersignWorkdays = 5, CountsVotes = true }, Ct);
        await scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, form with { OperationId = Guid.CreateVersion7() }, Ct);
        Assert.Equal(8, (await scene.SeeAsync()).Text.Items[0].VotesFor);
    }

    [Fact]
    public async Task A_saving_that_is_repeated_after_its_acknowledgment_was_lost_made_one_version()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var sent = new SaveMinutesText.Form
        {
            ItemId = minutes.Items[1].Id,
            ExpectedVersion = minutes.Items[1].RowVersion,
            Said = "重试",
        };
        await scene.RunAsync<SaveMinutesText>(u => u.RunAsync(scene.Clerk, sent, Ct));
        await Assert.ThrowsAsync<AlreadyDone>(() => scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, sent, Ct));
        Assert.Equal(sent.Next, (await scene.SeeAsync()).Items[1].RowVersion);
    }
}
