using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.CrossAppointments;

public class ExportPairsWorkbookTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_table_prints_who_is_in_office_and_the_workbook_what_is_under_way_as_well()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        await pair.TakeOfficeAsync();
        var (district, question) = (pair.District, new ListPairs.Question { PlaceId = pair.District.Street1.Id });
        var paper = await district.Use<ExportPairsPaper>().AskAsync(pair.Clerk, question, Ct);
        LibreOfficeReader.AssertValidPaper(paper.Word().Bytes);
        Assert.Equal("东街道双向交叉任职一览表2026-11-23.docx", paper.FileName);
        var words = LibreOfficeReader.WordsOf(paper.Word().Bytes);
        Assert.Equal(["东街道双向交叉任职一览表", "（2026年11月23日在任情况）", "共 1 对任职关系：双向 1，单向 0"], words[..3]);
        var row = words.IndexOf("甲校");
        Assert.Equal(
            [
                "甲校",
                "东街道BigWorking",
                "双向",
                "甲校书记",
                "兼职委员",
                "2026年5月23日",
                "街道副书记",
                "党总支兼职副书记",
                "2026年11月13日",
            ],
            words[row..(row + 9)]
        );
        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(paper.Word().Bytes, (await district.Use<ExportPairsPaper>().AskAsync(pair.Clerk, question, Ct)).Word().Bytes);

        var book = await district.Use<ExportPairsWorkbook>().AskAsync(pair.Clerk, question, Ct);
        LibreOfficeReader.AssertValid(book.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(book.Bytes);
        Assert.Contains(cells, r => r.Contains("甲校") && r.Contains("双向") && r.Contains("街道副书记"));
        Assert.Equal(
            "CrossAppointments.NoPairs",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<ExportPairsPaper>().AskAsync(pair.Clerk, question with { On = district.Today.AddYears(-1) }, Ct)
            )
        );
    }
}
