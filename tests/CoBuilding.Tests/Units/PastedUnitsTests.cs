using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using static CoBuilding.Units.CheckPastedUnits;

namespace CoBuilding.Tests.Units;

public class PastedUnitsTests(TestCluster cluster)
{
    private const string Header = "单位名称\t类型\t所在地\t书记\t联络员\t联络员电话";

    private static CancellationToken Ct => TestDistrict.Ct;

    private static async Task<(TestDistrict, Scope)> FoundAsync(TestCluster cluster)
    {
        var district = await TestDistrict.FoundAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1));
    }

    private static async Task<Row> OneAsync(TestDistrict district, Scope clerk, string row, string header = Header) =>
        Assert.Single((await district.Use<CheckPastedUnits>().AskAsync(clerk, header + "\n" + row, Ct)).Rows);

    private static string Block(int rows) =>
        Header + "\n" + string.Join('\n', Enumerable.Range(1, rows).Select(n => $"单位{n}\t学校\t东一社区\t王{n}\t李{n}\t13800138000"));

    [Fact]
    public async Task A_block_is_checked_and_then_saved_with_its_people()
    {
        var (district, clerk) = await FoundAsync(cluster);
        var block = "东街道驻区单位花名册\t\t\t\t\t\t\r\n\r\n" +
            "序号\t驻区单位名称*\t简称\t单位性质（必填）\t所在社区\t党组织\t书　记\t职务\t电话\t联络员\t手机\t星级\r\n" +
            "1\t大连湾中学\t湾中\t学校\t东一社区居委会\t大连湾中学党支部\t王 强\t党支部书记\t13900139000\t李芳\t１３８ 0013 8000\t5\r\n" +
            "2\t　𠮷田㛃😀公司 \t\t民企\t东街道\t\t\t\t\t王强\t\t\r\n\r\n" +
            "3\t\"大连湾\r\n医院\"\t\t医院\t东二社区\t党委\t赵敏\t\t\t赵敏\t0411-87654321\t\r\n";

        var check = await district.Use<CheckPastedUnits>().AskAsync(clerk, block, Ct);

        Assert.All(check.Rows, r => Assert.Equal((Status.New, 0), (r.Status, r.Messages.Count)));
        Assert.Equal([4, 5, 7], check.Rows.Select(r => r.Number));
        Assert.Equal(["大连湾中学", "𠮷田㛃😀公司", "大连湾医院"], check.Rows.Select(r => r.Name));
        Assert.Equal([UnitKind.School, UnitKind.PrivateEnterprise, UnitKind.Hospital], check.Rows.Select(r => r.Kind!.Value));
        Assert.Equal(["东一社区", "东街道", "东二社区"], check.Rows.Select(r => r.Place));
        Assert.Equal([PartyOrganizationKind.Branch, PartyOrganizationKind.None, PartyOrganizationKind.Committee], check.Rows.Select(r => r.PartyOrganization));
        Assert.Equal("星级", Assert.Single(check.UnknownHeaders));
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);

        Assert.Equal(3, await district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = block }, Ct));

        var units = (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows.ToDictionary(r => r.Name);
        Assert.Equal(("湾中", "王强", "李芳"), (units["大连湾中学"].ShortName, units["大连湾中学"].Secretary, units["大连湾中学"].LiaisonOfficer));
        Assert.Equal((null, "王强"), (units["𠮷田㛃😀公司"].Secretary, units["𠮷田㛃😀公司"].LiaisonOfficer));
        var school = await district.Use<SeeUnit>().AskAsync(clerk, units["大连湾中学"].Id, Ct);
        Assert.Equal([("王强", "党支部书记", true, "139****9000"), ("李芳", "联络员", false, "138****8000")],
            school.Posts.Select(p => (p.Name, p.Title, p.IsSecretary, p.Mobile))!);
        var hospital = await district.Use<SeeUnit>().AskAsync(clerk, units["大连湾医院"].Id, Ct);
        var both = Assert.Single(hospital.Posts);
        Assert.Equal(("赵敏", "书记", true, true, "041****4321"), (both.Name, both.Title, both.IsSecretary, both.IsLiaisonOfficer, both.Mobile));
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "units" }, Ct);
        Assert.Equal(3, journal.Total);

        var again = await district.Use<CheckPastedUnits>().AskAsync(clerk, block, Ct);
        Assert.Equal(3, again.AlreadyThere);
        Assert.Equal(0, await district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = block }, Ct));
        Assert.Equal(3, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task Without_a_header_the_columns_are_the_standard_ones()
    {
        var (district, clerk) = await FoundAsync(cluster);
        const string Row = "大连湾中学\t湾中\t学校\t东一社区\t区教育局\t党支部\t王强\t支部书记\t李芳\t13800138000\t湾路1号\t有操场";
        var check = Assert.Single((await district.Use<CheckPastedUnits>().AskAsync(clerk, Row, Ct)).Rows);
        Assert.Equal((1, Status.New, "王强", "李芳"), (check.Number, check.Status, check.Secretary, check.LiaisonOfficer));
        await district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = Row }, Ct);
        var unit = (await district.Use<SeeUnit>().AskAsync(clerk, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows[0].Id, Ct)).Unit;
        Assert.Equal(("区教育局", "湾路1号", "有操场"), (unit.SuperiorOrganization, unit.Address, unit.Remark));
    }

    [Fact]
    public async Task One_row_with_a_problem_keeps_all_from_being_saved()
    {
        var (district, clerk) = await FoundAsync(cluster);
        var block = Block(3) + "\n坏单位\t不存在的类型\t东一社区\t\t\t";
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = block }, Ct));
        Assert.Equal(("Units.PasteHasProblems", 1, 5), (refused.Key, (int)refused.Args[0]!, (int)refused.Args[1]!));
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Theory]
    [InlineData("大连湾中学\t学校\t西一社区\t\t\t", "不在您联系的区域内")]
    [InlineData("大连湾中学\t学校\t北一社区\t\t\t", "没有找到“北一社区”")]
    [InlineData("大连湾中学\t学校\t测试区\t\t\t", "是区（市、县）")]
    [InlineData("大连湾中学\t学校\t\t\t\t", "请填写所在的街道")]
    [InlineData("大连湾中学\t航天局\t东一社区\t\t\t", "未能识别单位类型“航天局”，可填：机关、")]
    [InlineData("大连湾中学\t学校\t东一社区\t\t李芳\t1.38E+10", "“1.38E+10”已被表格软件改成科学计数")]
    [InlineData("大连湾中学\t学校\t东一社区\t\t李芳\t1.38001E+10", "设为“文本”格式")]
    [InlineData("大连湾中学\t学校\t东一社区\t\t\t13800138000", "请填写“联络员”一列")]
    [InlineData("大连湾中学\t学校\t东一社区\t\t李芳\t转304", "联络员：")]
    [InlineData("\t学校\t东一社区\t\t\t", "名称")]
    [InlineData("大连湾中学\t学校\t东一社区\t\t\t\t\t多出来的", "列数比表头多")]
    [InlineData("大连湾中学\t学校\t\"东一社区\t\t\t\n下一行\t学校\t东二社区\t\t\t", "引号没有成对")]
    public async Task A_problem_is_said_in_clear_words(string row, string message)
    {
        var (district, clerk) = await FoundAsync(cluster);
        var check = await OneAsync(district, clerk, row);
        Assert.Equal(Status.Problem, check.Status);
        Assert.Contains(check.Messages, m => m.Contains(message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBroken>(() => district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = Header + "\n" + row }, Ct));
    }

    [Fact]
    public async Task A_name_as_long_as_the_column_passes_and_a_longer_one_is_a_problem()
    {
        var (district, clerk) = await FoundAsync(cluster);
        Assert.Equal(Status.New, (await OneAsync(district, clerk, new string('湾', 100) + "\t学校\t东一社区\t\t\t")).Status);
        var tooLong = await OneAsync(district, clerk, new string('湾', 200) + "\t学校\t东一社区\t\t\t");
        Assert.Equal(Status.Problem, tooLong.Status);
        Assert.Contains("100", Assert.Single(tooLong.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_found_by_its_street_where_two_bear_one_name()
    {
        var district = await TestDistrict.FoundAsync(cluster);
        await Crowd.SameCommunityAsync(cluster, district, "和平社区");
        var clerk = await district.ClerkAsync(district.Street1);

        var vague = await OneAsync(district, district.Admin, "大连湾中学\t学校\t和平社区\t\t\t");
        Assert.Equal(Status.Problem, vague.Status);
        Assert.Contains("有多个“和平社区”：东街道和平社区、西街道和平社区", Assert.Single(vague.Messages), StringComparison.Ordinal);
        Assert.Equal(Status.New, (await OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道 / 和平社区\t\t\t")).Status);
        Assert.Equal(Status.New, (await OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道\t和平社区", "单位\t类型\t所属街道\t社区")).Status);
        var street = await OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道\t", "单位\t类型\t所属街道\t社区");
        Assert.Equal((Status.New, "西街道"), (street.Status, street.Place));
        Assert.Equal(Status.New, (await OneAsync(district, clerk, "大连湾中学\t学校\t和平社区\t\t\t")).Status); // one of them is the clerk's
        Assert.Equal(Status.Problem, (await OneAsync(district, district.Admin, "大连湾中学\t学校\t东街道\t西一社区", "单位\t类型\t街道\t社区")).Status);
    }

    [Fact]
    public async Task Doubles_are_seen_in_the_block_and_in_the_portal()
    {
        var (district, clerk) = await FoundAsync(cluster);
        await district.UnitAsync(district.Community1, "大连湾中学（本部）");
        var check = await district.Use<CheckPastedUnits>().AskAsync(clerk,
            Header + "\n大连湾中学(本部)\t学校\t东一社区\t\t\t\n新单位\t学校\t东一社区\t\t\t\n新 单位\t学校\t东一社区\t\t\t\n新单位\t学校\t东二社区\t\t\t\n大连湾中学（本部）\t学校\t东街道\t\t\t", Ct);
        Assert.Equal([Status.AlreadyThere, Status.New, Status.Problem, Status.New, Status.New], check.Rows.Select(r => r.Status));
        Assert.Equal("与第 3 行重复，请保留一行。", Assert.Single(check.Rows[2].Messages));
        Assert.Contains("东一社区有同名单位", Assert.Single(check.Rows[4].Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotation_marks_of_a_cells_own_stay()
    {
        var (district, clerk) = await FoundAsync(cluster);
        Assert.Equal("\"老地方\"酒店", (await OneAsync(district, clerk, "\"老地方\"酒店\t非公企业\t东一社区\t\t\t")).Name);
        Assert.Equal("带\"引号\"的店", (await OneAsync(district, clerk, "\"带\"\"引号\"\"的\n店\"\t非公企业\t东一社区\t\t\t")).Name);
        Assert.Equal("New Harbor Ltd", (await OneAsync(district, clerk, "\"New\tHarbor\nLtd\"\t非公企业\t东一社区\t\t\t")).Name);
    }

    [Fact]
    public async Task Five_hundred_rows_are_taken_and_one_more_is_not()
    {
        var (district, clerk) = await FoundAsync(cluster);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<CheckPastedUnits>().AskAsync(clerk, Block(501), Ct));
        Assert.Equal("Units.TooManyRows", refused.Key);
        Assert.Equal(500, await district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = Block(500) }, Ct));
        Assert.Equal(500, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task A_check_reads_as_often_for_300_rows_as_for_10_and_a_repeat_saves_nothing_twice()
    {
        var (district, clerk) = await FoundAsync(cluster);
        var few = await CountStatements.OfAsync(() => district.Use<CheckPastedUnits>().AskAsync(clerk, Block(10), Ct));
        var many = await CountStatements.OfAsync(() => district.Use<CheckPastedUnits>().AskAsync(clerk, Block(300), Ct));
        Assert.Equal((4, 4), (few, many)); // the door, the places, the kinds, the units

        var form = new EnterPastedUnits.Form { Text = Block(300) };
        var writing = await CountStatements.OfAsync(() => district.Use<EnterPastedUnits>().RunAsync(clerk, form, Ct));
        Assert.InRange(writing, 4, 10); // the inserts in batches
        await Assert.ThrowsAsync<AlreadyDone>(() => district.Use<EnterPastedUnits>().RunAsync(clerk, form, Ct));
    }

    [Fact]
    public async Task A_wild_paste_finds_problems_and_never_an_error()
    {
        var (district, clerk) = await FoundAsync(cluster);
        foreach (var text in new[] { "", "\t\t\n\n", "\"", "\0\u0001", "单位名称", Header, "\uD800\tx\ty", "一段话，没有表格。", string.Concat(Enumerable.Repeat("\t", 5_000)) + "x" })
        {
            var check = await district.Use<CheckPastedUnits>().AskAsync(clerk, text, Ct);
            Assert.All(check.Rows, r => Assert.Equal(Status.Problem, r.Status));
        }
        await Assert.ThrowsAsync<Denied>(() => district.Use<CheckPastedUnits>().AskAsync(district.Auditor, Header, Ct));
    }

    [Fact]
    public void Every_kind_of_Party_organization_is_known_by_the_word_that_the_portal_shows()
    {
        Language.In(TestDistrict.Chinese, () =>
        {
            Assert.All(Enum.GetValues<PartyOrganizationKind>(), kind => Assert.Equal(kind, UnitWords.PartyOrganization(Wording.T(kind))));
            return 0;
        });
    }

    [Fact]
    public async Task The_exported_ledger_can_be_pasted_back()
    {
        var (district, clerk) = await FoundAsync(cluster);
        await district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = Block(2) }, Ct);
        var file = await district.Use<ExportUnits>().AskAsync(clerk, new(), Ct);
        var cells = await Office.CellsAsync(file.Bytes);
        var check = await district.Use<CheckPastedUnits>().AskAsync(clerk, string.Join('\n', cells[..^1].Select(row => string.Join('\t', row))), Ct);
        Assert.Equal((2, 2, 0), (check.Rows.Count, check.AlreadyThere, check.UnknownHeaders.Count));
    }

    [Fact]
    public async Task What_has_a_problem_is_left_over_under_its_header_and_the_rest_can_be_saved()
    {
        var (district, clerk) = await FoundAsync(cluster);
        var block = "花名册\n" + Header + "\n甲公司\t飞船\t东一社区\n\"乙\n公司\"\t民企\t东一社区\n丙公司\t民企\t火星街道\n";

        var check = await district.Use<CheckPastedUnits>().AskAsync(clerk, block, Ct);
        await district.Use<EnterPastedUnits>().RunAsync(clerk, new() { Text = check.Ready }, Ct);
        var again = await district.Use<CheckPastedUnits>().AskAsync(clerk, check.Left, Ct);

        Assert.Equal(Header + "\n甲公司\t飞船\t东一社区\n丙公司\t民企\t火星街道", check.Left);
        Assert.Equal(["甲公司", "丙公司"], again.Rows.Select(r => r.Name));
        Assert.Equal("", again.Ready);
        var units = await district.Use<ListUnits>().AskAsync(clerk, new(), Ct);
        Assert.Equal("乙公司", Assert.Single(units.Rows).Name);
    }
}
