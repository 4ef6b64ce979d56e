using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Nominations;
using CoBuilding.Committees.Terms;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Nominations;

public class NominationPapersTests(TestCluster cluster)
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
        var use = district.Use<ExportNominationForms>();

        var all = await use.AskAsync(district.Admin, new(), null, Ct);
        LibreOfficeReader.AssertValidPaper(all.Bytes);
        Assert.Equal(2, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(all.Bytes)));
        var one = await use.AskAsync(district.Admin, new(), first, Ct);
        Assert.Equal("王书记兼职委员推荐审批表2026-11-23.docx", one.FileName);
        var words = LibreOfficeReader.WordsOf(one.Bytes);
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
        Assert.Equal(all.Bytes, (await use.AskAsync(district.Admin, new(), null, Ct)).Bytes);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            use.AskAsync(district.Admin, new() { State = NominationState.Rejected }, null, Ct)
        );
        Assert.Equal("Nominations.NothingToPrint", refused.Key);
    }

    [Fact]
    public async Task The_renewal_sheet_tells_holder_and_nominee_of_each_seat_in_both_forms()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "大连湾中学");
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    UnitId = await district.UnitAsync(district.Street1, "大连湾医院"),
                    Title = "兼职委员",
                    From = district.Today.AddMonths(-6),
                },
                Ct
            );
        var form = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion,
            On = district.Today,
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, form, Ct);

        var paper = await district.Use<ExportRenewalPaper>().AskAsync(district.Admin, form.RenewalId, Ct);
        LibreOfficeReader.AssertValidPaper(paper.Bytes);
        var words = LibreOfficeReader.WordsOf(paper.Bytes);
        Assert.Equal(
            ["东街道BigWorking第2届换届工作表", "启动日期：2026年11月23日　原届满日：未定　共2席，可以聘任0席，暂时空着1席"],
            words[..2]
        );
        var row = words.IndexOf("大连湾中学");
        Assert.Equal(["大连湾中学", "大连湾中学书记", "大连湾中学书记", "连任"], words[row..(row + 4)]);
        row = words.IndexOf("大连湾医院");
        Assert.Equal(["大连湾医院", "（空缺）", "暂时空着"], words[row..(row + 3)]);

        var book = await district.Use<ExportRenewalWorkbook>().AskAsync(district.Admin, form.RenewalId, Ct);
        LibreOfficeReader.AssertValid(book.Bytes);
        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(paper.Bytes, (await district.Use<ExportRenewalPaper>().AskAsync(district.Admin, form.RenewalId, Ct)).Bytes);
    }
}
