using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Series;
using CoBuilding.Resolutions;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Meetings.Series;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task What_another_room_has_open_stands_at_its_position_and_nothing_is_asked_twice_of_it()
    {
        var room = new AnotherRoom();
        var district = await TestDistrict.CreateAsync(cluster, s => s.AddSingleton<IAgendaOpening>(room));
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        await district.ResolutionAsync(district.Admin, committee, member.Unit);
        var form = district.MeetingForm(committee, member.Seat);
        await district.Use<DraftMeeting>().RunAsync(district.Admin, form, Ct);
        var topics = (await district.Use<SeeMeeting>().AskAsync(district.Admin, form.MeetingId, Ct)).Topics;
        Assert.Equal(["议定事项", "通报议定事项进展", .. form.Agenda.Select(l => l.Topic)], topics);
        var words = LibreOfficeReader.WordsOf(
            (await district.Use<ExportAgendaPaper>().AskAsync(district.Admin, form.MeetingId, Ct)).Word().Bytes
        );
        Assert.InRange(words.IndexOf("另一件事"), 0, words.IndexOf("工作日晚间开放二十个车位"));
        Assert.Equal([committee], room.Asked);
    }

    [Theory]
    [InlineData(ResolutionAction.ReportedDone, ResolutionState.ReportedDone, true, false)]
    [InlineData(ResolutionAction.CannotBeDone, ResolutionState.CannotBeDone, false, true)]
    [InlineData(ResolutionAction.Progressed, ResolutionState.Underway, false, false)]
    public async Task A_page_shows_each_with_its_state_and_whether_it_is_done_or_stuck(
        ResolutionAction action,
        ResolutionState state,
        bool isDone,
        bool isStuck
    )
    {
        var scene = await ResolutionsFixture.SceneAsync(cluster);
        await ResolutionsFixture.ReportAsync(
            scene,
            await scene.District.UnitScopeAsync(scene.Lead.Unit, scene.Lead.Person),
            action,
            "说明"
        );
        var series = await SeriesFixture.BeginAsync(scene.District, scene.Clerk, scene.Committee);
        var prepared = await scene.District.Use<SeeMeetingPreparation>().AskAsync(scene.Clerk, series, null, Ct);
        Assert.Equal(
            new(
                "工作日晚间开放二十个车位",
                $"resolutions/{scene.Resolution}",
                "大连湾中学",
                $"Resolutions.ResolutionState_{state}",
                new(2026, 12, 7),
                isDone,
                isStuck
            ),
            Assert.Single(Assert.Single(prepared.Openings).Matters)
        );
    }

    private sealed class AnotherRoom : IAgendaOpening
    {
        public int Position => 50;
        public AgendaOpeningTexts Texts { get; } =
            new(
                "Resolutions.Resolutions",
                "Resolutions.OpenOnAgenda",
                "Resolutions.Resolutions",
                "Series.OpenResolutions",
                "Resolutions.OnAgendaTable",
                "Fields.ResolutionId",
                "Resolutions.Lead"
            );
        public List<Guid> Asked { get; } = [];

        public string ListHref(Guid committeeId) => "";

        public Task<bool> AnyAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct)
        {
            Asked.AddRange(committeeIds);
            return Task.FromResult(true);
        }

        public Task<IReadOnlyList<AgendaOpeningMatter>> MattersAsync(PortalDb db, IReadOnlyList<Guid> committeeIds, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<AgendaOpeningMatter>>([
                new("另一件事", "", "甲单位", "Resolutions.ResolutionState_Underway", null, false, false),
            ]);
    }
}
