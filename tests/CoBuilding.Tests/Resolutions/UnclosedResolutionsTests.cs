using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Resolutions;

public class UnclosedResolutionsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_new_draft_begins_with_what_is_open_and_the_line_stays_off_once_it_is_taken_off()
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        var form = scene.District.MeetingForm(scene.Committee, scene.Lead.Seat);
        string[] topics = [.. form.Agenda.Select(l => l.Topic)];
        await DraftAsync(form);
        Assert.Equal(["通报议定事项进展", .. topics], await AgendaAsync());
        await DraftAsync(form with { OperationId = Guid.CreateVersion7() });
        Assert.Equal(topics, await AgendaAsync());

        var other = await scene.District.CommitteeAsync(scene.District.Street1, CoBuilding.Committees.CommitteeKind.Coordination);
        form = scene.District.MeetingForm(other, (await scene.District.MemberAsync(other, scene.District.Community1, "大连湾船厂")).Seat);
        await DraftAsync(form);
        Assert.Equal(topics, await AgendaAsync()); // that body has no resolutions

        Task DraftAsync(DraftMeeting.Form draft) => scene.District.Use<DraftMeeting>().RunAsync(scene.Clerk, draft, Ct);
        async Task<IReadOnlyList<string>> AgendaAsync() =>
            (await scene.District.Use<SeeMeeting>().AskAsync(scene.Clerk, form.MeetingId, Ct)).Topics;
    }
}
