using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Committees.Importing;

public class ImportableRostersTests(TestCluster cluster)
{
    private const string Header = "组织名称\t类别\t职责\t委员会职务\t单位\t姓名\t单位职务\t任职起\t任职止\t离任原因\t聘书编号\n";

    private static CancellationToken Ct => TestDistrict.Ct;

    private async Task<(TestDistrict District, Scope Clerk, Guid Committee)> CreateAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = new DateOnly(2020, 1, 1),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, await district.ClerkAsync(district.Street1), form.CommitteeId);
    }

    [Fact]
    public async Task A_roster_comes_in_with_past_members_new_people_and_new_units()
    {
        var (district, clerk, committee) = await CreateAsync();
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var known = await district.PersonAsync(unit, "王强", secretary: true);
        var list = Pasted(
            Header.Replace("聘书编号\n", "聘书编号\t单位类型\t单位所在地\n", StringComparison.Ordinal)
                + "东街道大工委\t\t\t\t大连湾中学\t李 芳\t校长\t2020.3.1\t2024.3.1\t退休\t1号\t\t\n"
                + "东街道大工委\t兼职\t副主任\t兼职副书记\t大连湾中学\t王强\t\t2024年3月1日\t\t\t2号\t\t\n"
                + "东街道大工委\t专职\t召集人\t书记\t\t周专职\t\t2021-01-01\t\t\t\t\t\n"
                + "东街道大工委\t\t\t\t湾里医院\t赵敏\t院长\t2025-01-01\t\t\t\t医院\t东二社区\n"
        );

        var done = await district.ImportRosterAsync(clerk, list);

        Assert.Equal((4, 0, 0, 0), done.Counts());
        Assert.Contains("一并登记在东二社区", Assert.Single(done.Rows[3].Messages), StringComparison.Ordinal);
        var roster = await district.Use<SeeRoster>().AskAsync(clerk, committee, null, null, Ct);
        Assert.Equal(
            [("周专职", SeatRole.Convener, "书记"), ("王强", SeatRole.Deputy, "兼职副书记"), ("赵敏", SeatRole.Member, "兼职委员")],
            roster.Rows.Where(r => r.Holder is not null).Select(r => (r.Holder, r.Role, r.Title)).OrderBy(r => r.Role)!
        );
        Assert.Equal(known, roster.Rows.Single(r => r.Holder == "王强").PersonId);
        var then = await district.Use<SeeRoster>().AskAsync(clerk, committee, new DateOnly(2022, 1, 1), null, Ct);
        Assert.Equal(
            ("李芳", "1号"),
            (then.Rows.Single(r => r.UnitId == unit).Holder, then.Rows.Single(r => r.UnitId == unit).LetterNumber)
        );
        Assert.Equal((0, 0, 4, 0), (await district.CheckRosterAsync(clerk, list)).Counts());
    }

    [Fact]
    public async Task A_handover_on_the_list_ends_the_one_and_begins_the_other_whatever_their_order()
    {
        var (district, clerk, committee) = await CreateAsync();
        var (seat, _, person) = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var list = Pasted(
            Header + "\t\t\t\t大连湾中学\t新任\t书记\t2026-10-01\t\t\t\n\t\t\t\t大连湾中学\t大连湾中学书记\t\t\t2026-10-01\t工作变动\t\n"
        );

        var done = await district.ImportRosterAsync(clerk, list, committee);

        Assert.Equal((1, 1, 0, 0), done.Counts());
        Assert.Equal(
            "新任",
            (await district.Use<SeeRoster>().AskAsync(clerk, committee, null, null, Ct)).Rows.Single(r => r.SeatId == seat).Holder
        );
        Assert.Equal(
            person,
            (await district.Use<SeeRoster>().AskAsync(clerk, committee, new DateOnly(2026, 9, 30), null, Ct))
                .Rows.Single(r => r.SeatId == seat)
                .PersonId
        );
    }

    [Theory]
    [InlineData("没有的组织\t\t\t\t大连湾中学\t王强\t\t2026-01-01\t\t\t", "组织名称：没有找到组织“没有的组织”")]
    [InlineData("东街道大工委\t\t\t\t西单位\t王强\t\t2026-01-01\t\t\t", "单位名称：“西单位”驻在西一社区，不在东街道范围内")]
    [InlineData("东街道大工委\t\t\t\t没有的单位\t王强\t\t2026-01-01\t\t\t", "没有找到单位“没有的单位”")]
    [InlineData("东街道大工委\t\t\t\t大连湾中学\t王强\t\t\t\t\t", "任职起：请填写任职起")]
    [InlineData("东街道大工委\t\t\t\t大连湾中学\t王强\t\t2026-01-01\t2025-01-01\t\t", "止期应晚于起期")]
    [InlineData("东街道大工委\t\t\t\t大连湾中学\t王强\t\t昨天\t\t\t", "任职起：未能识别日期“昨天”")]
    [InlineData("东街道大工委\t\t主持人\t\t大连湾中学\t王强\t\t2026-01-01\t\t\t", "职责：未能识别“主持人”")]
    [InlineData("东街道大工委\t\t\t\t\t王强\t\t2026-01-01\t\t\t", "请填写单位")]
    [InlineData("东街道大工委\t\t\t\t大连湾中学\t王强\t\t2019-01-01\t\t\t", "2020")]
    [InlineData("东街道大工委\t\t\t\t驻连某部\t王强\t政委\t2026-01-01\t\t\t", "姓名：")]
    [InlineData("东街道大工委\t\t\t\t湾里医院\t王强\t\t2026-07-01\t\t\t", "任期重叠")]
    public async Task An_error_is_said_in_clear_words_at_its_column(string row, string message)
    {
        var (district, _, committee) = await CreateAsync();
        await district.UnitAsync(district.Community1, "大连湾中学");
        await district.UnitAsync(district.Community2, "西单位");
        await district.UnitAsync(district.Community1, "驻连某部", UnitKind.Military);
        await district.MemberAsync(committee, district.Community1, "湾里医院");
        var found = Assert.Single((await district.CheckRosterAsync(district.Admin, Pasted(Header + row))).Rows);
        Assert.Equal(RowStatus.Error, found.Status);
        Assert.Contains(found.Messages, m => m.Contains(message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBroken>(() => district.ImportRosterAsync(district.Admin, Pasted(Header + row)));
    }

    [Fact]
    public async Task Going_beyond_the_usual_number_is_noticed_and_another_street_finds_nothing()
    {
        var (district, clerk, _) = await CreateAsync();
        for (var n = 1; n <= 11; n++)
            await district.UnitAsync(district.Community1, "单位" + n);
        var list = Pasted(
            Header + string.Join('\n', Enumerable.Range(1, 11).Select(n => $"东街道大工委\t\t\t\t单位{n}\t王{n}\t\t2026-01-01\t\t\t"))
        );
        var found = await district.CheckRosterAsync(clerk, list);
        Assert.Equal((11, 0, 0, 0), found.Counts());
        Assert.Contains("超出一般的 10 人", Assert.Single(found.Rows.SelectMany(r => r.Messages)), StringComparison.Ordinal);
        Assert.Equal(11, (await district.CheckRosterAsync(await district.ClerkAsync(district.Street2), list)).Error);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_is_exported_comes_back_without_a_change(string language)
    {
        var (district, clerk, committee) = await CreateAsync();
        await district.MemberAsync(committee, district.Community1, "=1+1");
        await district.ImportRosterAsync(
            clerk,
            Pasted(
                Header
                    + "东街道大工委\t专职\t召集人\t书记\t\t周专职\t\t2021-01-01\t2022-01-01\t退休\t1号\n东街道大工委\t专职\t\t委员\t\t（空缺）\t\t2021-01-01\t\t\t"
            )
        );
        var scope = Scope.ForPerson(district.Id, ((Actor.SignedIn)clerk.Actor).SessionHash, CultureInfo.GetCultureInfo(language));
        foreach (
            var file in new[]
            {
                (await district.Use<ExportRostersForImportWorkbook>().AskAsync(scope, new() { WithPast = true }, Ct)).Bytes,
                (await district.Use<ExportRostersForImportWorkbook>().AskAsync(scope, new(), Ct)).Bytes,
                (await district.Use<ExportRosterWorkbook>().AskAsync(scope, committee, null, null, null, Ct)).Bytes,
            }
        )
        {
            LibreOfficeReader.AssertValid(file);
            var found = await district.CheckRosterAsync(scope, new ImportSource(file), committee);
            Assert.Empty(found.Rows.SelectMany(r => r.Messages));
            Assert.Empty(found.Rows.SelectMany(r => r.Changes).Select(c => c.ToString()));
            Assert.Equal((0, 0, 3, 0), found.Counts());
        }
    }
}
