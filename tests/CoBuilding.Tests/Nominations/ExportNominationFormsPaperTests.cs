using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class ExportNominationFormsPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_nominee_has_a_form_of_one_page_filled_with_what_is_known()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var first = await district.NominateAsync(committee, await district.PersonAsync(unit, "王书记"), unit);
        await district.NominateAsync(committee, await district.PersonAsync(unit, "李模范"));
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Rows = [new(first, 1)],
                    Action = NominationAction.Consented,
                    On = district.Today,
                    Source = ConsentSource.Paper,
                    PersonIsWilling = true,
                    DocumentNumber = "湾中党〔2026〕2号",
                },
                Ct
            );
        var use = district.Use<ExportNominationFormsPaper>();

        var all = await use.AskAsync(district.Admin, new(), null, Ct);
        LibreOfficeReader.AssertValidPaper(all.Word().Bytes);
        Assert.Equal(2, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(all.Word().Bytes)));
        var one = await use.AskAsync(district.Admin, new(), first, Ct);
        Assert.Equal("王书记兼职委员推荐审批表2026-11-23.docx", one.FileName);
        var words = LibreOfficeReader.WordsOf(one.Word().Bytes);
        Assert.Equal(
            [
                "兼职委员推荐审批表",
                "姓　　名",
                "王书记",
                "性　　别",
                "女",
                "单位",
                "大连湾中学",
                "党内职务",
                "党支部书记",
                "行政职务",
                "副校长",
                "职务级别",
                "正科级",
            ],
            words[..13]
        );
        Assert.Contains(words, w => w.Contains("单位同意（湾中党〔2026〕2号），2026年11月23日。", StringComparison.Ordinal));
        Assert.Contains(words, w => w.Contains("年　　月　　日", StringComparison.Ordinal));

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(all.Word().Bytes, (await use.AskAsync(district.Admin, new(), null, Ct)).Word().Bytes);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            use.AskAsync(district.Admin, new() { State = NominationState.Rejected }, null, Ct)
        );
        Assert.Equal("Nominations.NothingToPrint", refused.Key);
    }
}
