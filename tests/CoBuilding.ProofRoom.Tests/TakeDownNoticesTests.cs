using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;

namespace CoBuilding.ProofRoom.Tests;

[Collection<ComposedPortal>]
public class TakeDownNoticesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_notice_is_taken_down_once_and_at_the_version_that_was_shown()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var notice = HangNoticeTests.Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(district.Admin, notice, Ct);

        await TakeDownAsync(district, new(notice.NoticeId, 1));
        Assert.Equal(
            NoticeState.TakenDown,
            Assert.Single((await district.Use<ListNotices>().AskAsync(district.Admin, new(), Ct)).Rows).State
        );
        await RuleAssert.BrokenAsync("Noticeboard.IsTakenDown", () => TakeDownAsync(district, new(notice.NoticeId, 2)));
        var stale = await Assert.ThrowsAsync<Stale>(() => TakeDownAsync(district, new(notice.NoticeId, 1)));
        Assert.Equal("admin", Assert.Single(stale.Changes).Who);
    }

    [Fact]
    public async Task The_same_form_with_another_choice_is_no_repeat()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var notice = HangNoticeTests.Notice(district, district.Street1);
        await district.Use<HangNotice>().RunAsync(district.Admin, notice, Ct);

        var form = new TakeDownNotices.Form { Chosen = [new(notice.NoticeId, 1)] };
        await district.Use<TakeDownNotices>().RunAsync(district.Admin, form, Ct);
        var repeated = form with { Chosen = [new(notice.NoticeId, 2)] };
        await Assert.ThrowsAsync<AlreadyDone>(() => district.Use<TakeDownNotices>().RunAsync(district.Admin, repeated, Ct));
        var changed = form with { Chosen = [new(Guid.CreateVersion7(), 1)] };
        await Assert.ThrowsAsync<SentOtherwise>(() => district.Use<TakeDownNotices>().RunAsync(district.Admin, changed, Ct));
    }

    private static Task TakeDownAsync(TestDistrict district, TakeDownNotices.Choice choice) =>
        district.Use<TakeDownNotices>().RunAsync(district.Admin, new() { Chosen = [choice] }, Ct);
}
