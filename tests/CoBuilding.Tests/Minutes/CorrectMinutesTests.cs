using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class CorrectMinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Issued_minutes_are_frozen_and_a_correction_is_a_new_version_with_its_reason()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var issued = await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        Assert.Equal(("第4期", scene.District.Today), (issued.Text.DocumentNumber, issued.Text.IssuedOn));
        var item = issued.Items.Single(i => i.Id == issued.Text.Items[0].Id);
        await RuleAssert.BrokenAsync(
            "Minutes.NotDrafting",
            scene.RunAsync<SaveMinutesText>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        ItemId = item.Id,
                        ExpectedVersion = item.RowVersion,
                        Said = "改",
                    },
                    Ct
                )
            )
        );

        // Attendance is changed afterwards: the issued text stays, and corrections of other parts do not include it.
        var board = await scene.District.Use<SeeMeetingAsHost>().AskAsync(scene.Clerk, scene.Meeting, Ct);
        await scene
            .District.Use<MarkPresence>()
            .RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Marks = [new(board.Rows[0].InvitationId, Presence.Absent)] }, Ct);
        Assert.Equal(2, (await scene.SeeAsync()).Text.Present.Count);

        await scene
            .District.Use<CorrectMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ItemId = item.Id,
                    ExpectedVersion = item.RowVersion,
                    Said = "同意，自十二月起。",
                    Consensus = Consensus.Agreed,
                    Reason = "漏写日期",
                },
                Ct
            );
        var corrected = await scene.SeeAsync();
        Assert.Equal((2, "同意，自十二月起。", "第4期"), (corrected.Version, corrected.Text.Items[0].Said, corrected.Text.DocumentNumber));
        Assert.Equal("漏写日期", corrected.Steps[^1].Reason);
        Assert.Equal(2, corrected.Text.Present.Count);
    }
}
