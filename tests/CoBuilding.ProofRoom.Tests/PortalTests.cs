using System.Globalization;
using CoBuilding.Jobs;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Web.Shell;

namespace CoBuilding.ProofRoom.Tests;

/// <summary>What the portal finds of the room by its type or its name.</summary>
[Collection<ComposedPortal>]
public class PortalTests(TestCluster cluster)
{
    [Fact]
    public void Its_use_cases_and_questions_are_among_all()
    {
        Type[] own =
        [
            typeof(ExportNoticesWorkbook),
            typeof(HangNotice),
            typeof(ListMyUnitNotices),
            typeof(ListNoticeTopics),
            typeof(ListNotices),
            typeof(TakeDownNotices),
            typeof(TakeDownPastNotices),
        ];
        Assert.Equal(own, Portal.UseCases.Where(t => t.Assembly == typeof(Notice).Assembly));
        Assert.True(Portal.UseCases.Count() > 100);
    }

    [Fact]
    public async Task Its_contributions_are_registered_once_each()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Single(district.Use<IEnumerable<IDailyJob>>().OfType<TakeDownPastNotices>());
        Assert.Single(district.Use<IEnumerable<INewDistrictRows>>().SelectMany(r => r.Make()).OfType<NoticeTopic>());
    }

    [Theory]
    [InlineData("zh-CN", "公告栏", "张贴中", "张贴至", "公告")]
    [InlineData("en", "Noticeboard", "Hanging", "Hangs until", "Notices")]
    public void Its_texts_are_found_in_both_languages(string language, string room, string state, string field, string table)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(
            (room, state, field, table),
            (
                Wording.T("Noticeboard.Noticeboard"),
                Wording.T(NoticeState.Hanging),
                Wording.Label(nameof(Notice.HangsUntil)),
                JournalText.Subject("notices")
            )
        );
        Assert.Equal("公告栏", Wording.FindIn(CultureInfo.GetCultureInfo("zh-CN"), "Noticeboard.Noticeboard"));
    }

    [Fact]
    public void A_pair_that_the_portal_has_as_well_keeps_all_its_texts()
    {
        Assert.Equal("开始日期", Wording.Label("From"));
        Assert.Subset(Wording.NamesIn("Fields").ToHashSet(), new HashSet<string> { "From", nameof(Notice.HangsUntil) });
        Assert.Subset(JournalText.Subjects.ToHashSet(), new HashSet<string> { "units", "notices" });
    }

    [Fact]
    public void The_journal_says_the_values_of_its_columns() =>
        Assert.Equal("已撤下", Assert.Single(JournalText.Columns("""{"State":"TakenDown"}""")).Value);

    [Fact]
    public void The_list_of_assemblies_is_closed() =>
        Assert.Throws<InvalidOperationException>(() => RoomAssemblies.Compose(typeof(PortalTests).Assembly));
}
