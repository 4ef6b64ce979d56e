using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class ExportRosterPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_printed_roster_is_the_roster_of_its_day_whenever_it_is_printed()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var late = await district.MemberAsync(committee, district.Street1, "大连湾医院", from: district.Today);
        var use = district.Use<ExportRosterPaper>();

        var file = await use.AskAsync(district.Admin, committee, district.Today, null, null, Ct);

        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        Assert.Equal("东街道BigWorking兼职委员花名册2026-11-23.docx", file.FileName);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
        Assert.Equal(
            [
                "东街道BigWorking兼职委员花名册",
                "（2026年11月23日在任情况）",
                "兼职委员 2 人（一般 8–10 人，少于一般名额），空缺席位 0 个",
                "序号",
                "单位名称",
            ],
            words[..5]
        );
        var row = words.IndexOf("大连湾中学");
        Assert.Equal(["1", "大连湾中学", "大连湾中学书记", "书记", "委员", "兼职委员", "2026年5月23日"], words[(row - 1)..(row + 6)]);

        var before = LibreOfficeReader.WordsOf(
            (await use.AskAsync(district.Admin, committee, district.Today.AddDays(-1), null, null, Ct)).Word().Bytes
        );
        Assert.Contains("大连湾中学", before);
        Assert.DoesNotContain("大连湾医院", before);

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(file.Word().Bytes, (await use.AskAsync(district.Admin, committee, district.Today, null, null, Ct)).Word().Bytes);
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = late.Seat,
                    ExpectedVersion = 1,
                    From = district.Today,
                },
                Ct
            );
        Assert.Contains(
            "暂停中",
            LibreOfficeReader.WordsOf((await use.AskAsync(district.Admin, committee, district.Today, null, null, Ct)).Word().Bytes)
        );
    }

    [Fact]
    public async Task An_empty_roster_prints_that_it_is_empty_and_gives_no_letters()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var words = LibreOfficeReader.WordsOf(
            (await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, null, null, null, Ct)).Word().Bytes
        );
        Assert.Equal("这一天名册上没有席位。", words[^1]);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district.Use<ExportAppointmentLettersPaper>().AskAsync(district.Admin, committee, null, null, null, Ct)
        );
        Assert.Equal("Committees.NoLetters", refused.Key);
    }

    [Fact]
    public async Task A_paper_is_journaled_as_an_export_and_needs_the_right()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, null, null, null, Ct);
        var row = Assert.Single(
            (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = nameof(Right.Export) }, Ct)).Rows
        );
        Assert.Equal(("exported", "committees", committee), (row.Action, row.Subject, row.SubjectId));
        Assert.Contains("花名册2026-11-23.docx", row.After, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Denied>(() =>
            district.Use<ExportRosterPaper>().AskAsync(district.Auditor, committee, null, null, null, Ct)
        );
    }
}
