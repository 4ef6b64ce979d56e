using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees;

public class CommitteePapersTests(TestCluster cluster)
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

        LibreOfficeReader.AssertValidPaper(file.Bytes);
        Assert.Equal("东街道BigWorking兼职委员花名册2026-11-23.docx", file.FileName);
        var words = LibreOfficeReader.WordsOf(file.Bytes);
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
            (await use.AskAsync(district.Admin, committee, district.Today.AddDays(-1), null, null, Ct)).Bytes
        );
        Assert.Contains("大连湾中学", before);
        Assert.DoesNotContain("大连湾医院", before);

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(file.Bytes, (await use.AskAsync(district.Admin, committee, district.Today, null, null, Ct)).Bytes);
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
            LibreOfficeReader.WordsOf((await use.AskAsync(district.Admin, committee, district.Today, null, null, Ct)).Bytes)
        );
    }

    [Fact]
    public async Task An_empty_roster_prints_that_it_is_empty_and_gives_no_letters()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var words = LibreOfficeReader.WordsOf(
            (await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, null, null, null, Ct)).Bytes
        );
        Assert.Equal("这一天名册上没有席位。", words[^1]);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district.Use<ExportAppointmentLetters>().AskAsync(district.Admin, committee, null, null, null, Ct)
        );
        Assert.Equal("Committees.NoLetters", refused.Key);
    }

    [Fact]
    public async Task Each_invited_member_gets_a_letter_and_the_hosts_staff_none()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        await district.MemberAsync(committee, district.Street1, "大连湾医院");
        var office = await district.UnitAsync(district.Street1, "街道办事处");
        var staff = await district.PersonAsync(office, "专职同志");
        var fullTime = new AddSeat.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.FullTime,
            Title = "专职委员",
            PersonId = staff,
            From = district.Today.AddMonths(-1),
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, fullTime, Ct);
        var use = district.Use<ExportAppointmentLetters>();

        var all = await use.AskAsync(district.Admin, committee, null, null, null, Ct);
        LibreOfficeReader.AssertValidPaper(all.Bytes);
        Assert.Equal(2, LibreOfficeReader.PagesOf(await LibreOfficeReader.PdfOfPaperAsync(all.Bytes)));
        Assert.DoesNotContain("专职同志同志：", LibreOfficeReader.WordsOf(all.Bytes));

        var one = await use.AskAsync(district.Admin, committee, null, null, first.Seat, Ct);
        Assert.Equal(
            [
                "聘书",
                "大连湾中学书记同志：",
                "经协商一致，兹聘请您担任东街道BigWorking兼职委员，聘期自2026年5月23日起。",
                "受聘不改变您的人事关系和组织关系。感谢您对共建互补工作的支持！",
                "东街道BigWorking",
                "2026年5月23日",
            ],
            LibreOfficeReader.WordsOf(one.Bytes)
        );
        Assert.Contains("大连湾中学书记", one.FileName, StringComparison.Ordinal);

        await Assert.ThrowsAsync<NotFound>(() => use.AskAsync(district.Admin, committee, null, null, fullTime.SeatId, Ct));
        var other = await district.CommitteeAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() => use.AskAsync(district.Admin, other, null, null, first.Seat, Ct));
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = first.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal(
            "Committees.SeatIsVacant",
            (await Assert.ThrowsAsync<RuleBroken>(() => use.AskAsync(district.Admin, committee, null, null, first.Seat, Ct))).Key
        );
    }

    [Fact]
    public async Task The_notice_of_changes_tells_the_appointed_the_added_and_the_leaving_apart_and_no_reasons()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "大连湾中学", from: district.Today.AddYears(-1));
        await district.MemberAsync(committee, district.Street1, "大连湾医院", from: district.Today.AddDays(-3));
        var leaving = await district.MemberAsync(committee, district.Street1, "大连湾船厂");
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = leaving.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(-1),
                    Reason = EndReason.Resigned,
                    Remark = "身体原因",
                },
                Ct
            );
        var use = district.Use<ExportRosterChanges>();

        var month = await use.AskAsync(district.Admin, committee, null, null, Ct);

        LibreOfficeReader.AssertValidPaper(month.Bytes);
        var words = LibreOfficeReader.WordsOf(month.Bytes);
        Assert.Equal(
            [
                "关于东街道BigWorking委员增补、离任的通知",
                "各驻区单位、各位委员：",
                "经与有关单位协商一致，现将2026年10月23日至2026年11月23日期间东街道BigWorking委员的变化情况通知如下：",
                "一、增补委员",
                "1. 大连湾医院书记（大连湾医院书记）任兼职委员，自2026年11月20日起。",
                "二、离任委员",
                "1. 大连湾船厂书记（大连湾船厂书记）自2026年11月22日起不再担任兼职委员。",
                "感谢各单位和各位委员对共建互补工作的支持！",
                "东街道BigWorking",
                "2026年11月23日",
            ],
            words
        );

        var year = LibreOfficeReader.WordsOf(
            (await use.AskAsync(district.Admin, committee, district.Today.AddYears(-1), district.Today.AddYears(-1), Ct)).Bytes
        );
        Assert.Equal(["一、聘任委员", "1. 大连湾中学书记（大连湾中学书记）任兼职委员，自2025年11月23日起。"], year[3..5]);
        Assert.Equal(
            "Committees.NothingChanged",
            (await Assert.ThrowsAsync<RuleBroken>(() => use.AskAsync(district.Admin, committee, district.Today, district.Today, Ct))).Key
        );

        district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(month.Bytes, (await use.AskAsync(district.Admin, committee, null, null, Ct)).Bytes);
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
