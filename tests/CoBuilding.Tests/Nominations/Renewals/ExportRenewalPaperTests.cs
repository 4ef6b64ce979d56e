using CoBuilding.Committees.Seats;
using CoBuilding.Documents;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Renewals;

public class ExportRenewalPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

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
        LibreOfficeReader.AssertValidPaper(paper.Word().Bytes);
        var words = LibreOfficeReader.WordsOf(paper.Word().Bytes);
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
        Assert.Equal(
            paper.Word().Bytes,
            (await district.Use<ExportRenewalPaper>().AskAsync(district.Admin, form.RenewalId, Ct)).Word().Bytes
        );
    }
}
