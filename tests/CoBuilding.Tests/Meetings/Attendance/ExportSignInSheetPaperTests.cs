using CoBuilding.Documents;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class ExportSignInSheetPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_sign_in_sheet_has_a_row_for_each_due_and_three_to_spare()
    {
        var (district, meeting) = await CalledMeetingFixture.CallAsync(cluster);
        var file = await district.Use<ExportSignInSheetPaper>().AskAsync(district.Admin, meeting, Ct);
        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
        Assert.Equal("第四季度联席会议签到表", words[0]);
        Assert.Equal("应到 2 人", words[^1]);
        Assert.Contains("大连湾医院书记", words);
        Assert.Equal(["1", "2", "3", "4", "5"], words.Where(w => w.Length == 1 && char.IsDigit(w[0])));
    }
}
