using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units;

public class ImportUnitsTests(TestCluster cluster)
{
    private static readonly string[] FileHeader = ["序号", "驻区单位名称", "类型", "社区", "书记", "联络员", "联络员电话"];

    private const string Header = "单位名称\t类型\t所在地\t书记\t联络员\t联络员电话";

    private static CancellationToken Ct => TestDistrict.Ct;

    private static async Task<(TestDistrict, Scope)> CreateAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1));
    }

    private static async Task<ImportRow> OneAsync(TestDistrict district, Scope clerk, string row, string header = Header) =>
        Assert.Single((await district.CheckUnitsAsync(clerk, Pasted(header + "\n" + row))).Rows);

    private static string Block(int rows) =>
        Header + "\n" + string.Join('\n', Enumerable.Range(1, rows).Select(n => $"单位{n}\t学校\t东一社区\t王{n}\t李{n}\t13800138000"));

    [Fact]
    public async Task A_block_is_checked_and_then_saved_with_its_people()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var block =
            "东街道驻区单位花名册\t\t\t\t\t\t\r\n\r\n"
            + "序号\t驻区单位名称*\t简称\t单位性质（必填）\t所在社区\t党组织\t书　记\t职务\t电话\t联络员\t手机\t星级\r\n"
            + "1\t大连湾中学\t湾中\t学校\t东一社区居委会\t大连湾中学党支部\t王 强\t党支部书记\t13900139000\t李芳\t１３８ 0013 8000\t5\r\n"
            + "2\t　𠮷田㛃😀公司 \t\t民企\t东街道\t\t\t\t\t王强\t\t\r\n\r\n"
            + "3\t\"大连湾\r\n医院\"\t\t医院\t东二社区\t党委\t赵敏\t\t\t赵敏\t0411-87654321\t\r\n";

        var check = await district.CheckUnitsAsync(clerk, Pasted(block));

        Assert.All(check.Rows, r => Assert.Equal((RowStatus.New, 0), (r.Status, r.Messages.Count)));
        Assert.Equal([4, 5, 7], check.Rows.Select(r => r.Number));
        Assert.Equal(["大连湾中学", "𠮷田㛃😀公司", "大连湾医院"], check.Rows.Select(r => r.Shown[0]));
        Assert.Equal(["学校", "非公企业", "医院、卫生机构"], check.Rows.Select(r => r.Shown[1]));
        Assert.Equal(["东一社区", "东街道", "东二社区"], check.Rows.Select(r => r.Shown[2]));
        Assert.Equal("星级", Assert.Single(check.UnknownHeaders));
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);

        Assert.Equal(3, (await district.ImportUnitsAsync(clerk, Pasted(block))).New);

        var units = (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows.ToDictionary(r => r.Name);
        Assert.Equal(
            ("湾中", "王强", "李芳"),
            (units["大连湾中学"].ShortName, units["大连湾中学"].Secretary, units["大连湾中学"].LiaisonOfficer)
        );
        Assert.Equal((null, "王强"), (units["𠮷田㛃😀公司"].Secretary, units["𠮷田㛃😀公司"].LiaisonOfficer));
        var school = await district.Use<SeeUnit>().AskAsync(clerk, units["大连湾中学"].Id, Ct);
        Assert.Equal(
            [("王强", "党支部书记", true, "139****9000"), ("李芳", "联络员", false, "138****8000")],
            school.Posts.Select(p => (p.Name, p.Title, p.IsSecretary, p.Mobile))!
        );
        var hospital = await district.Use<SeeUnit>().AskAsync(clerk, units["大连湾医院"].Id, Ct);
        var both = Assert.Single(hospital.Posts);
        Assert.Equal(
            ("赵敏", "书记", true, true, "041****4321"),
            (both.Name, both.Title, both.IsSecretary, both.IsLiaisonOfficer, both.Mobile)
        );
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "units" }, Ct);
        Assert.Equal(3, journal.Total);

        var again = await district.CheckUnitsAsync(clerk, Pasted(block));
        Assert.Equal((0, 0, 3, 0), again.Counts());
        Assert.Equal((0, 0, 3, 0), (await district.ImportUnitsAsync(clerk, Pasted(block))).Counts());
        Assert.Equal(3, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task Without_a_header_the_columns_are_the_standard_ones()
    {
        var (district, clerk) = await CreateAsync(cluster);
        const string Row = "大连湾中学\t湾中\t学校\t东一社区\t区教育局\t党支部\t王强\t支部书记\t李芳\t13800138000\t湾路1号\t有操场";
        var check = Assert.Single((await district.CheckUnitsAsync(clerk, Pasted(Row))).Rows);
        Assert.Equal((1, RowStatus.New, "王强", "李芳"), (check.Number, check.Status, check.Shown[3], check.Shown[4]));
        await district.ImportUnitsAsync(clerk, Pasted(Row));
        var unit = (
            await district.Use<SeeUnit>().AskAsync(clerk, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows[0].Id, Ct)
        ).Unit;
        Assert.Equal(("区教育局", "湾路1号", "有操场"), (unit.SuperiorOrganization, unit.Address, unit.Remark));
    }

    [Fact]
    public async Task One_row_with_a_problem_keeps_all_from_being_saved()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var block = Block(3) + "\n坏单位\t不存在的类型\t东一社区\t\t\t";
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.ImportUnitsAsync(clerk, Pasted(block)));
        Assert.Equal(("Importing.HasErrors", 1, 5), (refused.Key, (int)refused.Args[0]!, (int)refused.Args[1]!));
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
        var (district, clerk) = await CreateAsync(cluster);
        var check = await OneAsync(district, clerk, row);
        Assert.Equal(RowStatus.Error, check.Status);
        Assert.Contains(check.Messages, m => m.Contains(message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBroken>(() => district.ImportUnitsAsync(clerk, Pasted(Header + "\n" + row)));
    }

    [Fact]
    public async Task A_name_as_long_as_the_column_passes_and_a_longer_one_is_a_problem()
    {
        var (district, clerk) = await CreateAsync(cluster);
        Assert.Equal(RowStatus.New, (await OneAsync(district, clerk, new string('湾', 100) + "\t学校\t东一社区\t\t\t")).Status);
        var tooLong = await OneAsync(district, clerk, new string('湾', 200) + "\t学校\t东一社区\t\t\t");
        Assert.Equal(RowStatus.Error, tooLong.Status);
        Assert.Contains("100", Assert.Single(tooLong.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_found_by_its_street_where_two_bear_one_name()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.SameCommunityAsync(cluster, district, "和平社区");
        var clerk = await district.ClerkAsync(district.Street1);

        var vague = await OneAsync(district, district.Admin, "大连湾中学\t学校\t和平社区\t\t\t");
        Assert.Equal(RowStatus.Error, vague.Status);
        Assert.Contains("有多个“和平社区”：东街道和平社区、西街道和平社区", Assert.Single(vague.Messages), StringComparison.Ordinal);
        Assert.Equal(RowStatus.New, (await OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道 / 和平社区\t\t\t")).Status);
        Assert.Equal(
            RowStatus.New,
            (await OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道\t和平社区", "单位\t类型\t所属街道\t社区")).Status
        );
        var street = await OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道\t", "单位\t类型\t所属街道\t社区");
        Assert.Equal((RowStatus.New, "西街道"), (street.Status, street.Shown[2]));
        Assert.Equal(RowStatus.New, (await OneAsync(district, clerk, "大连湾中学\t学校\t和平社区\t\t\t")).Status); // one of them is the clerk's
        Assert.Equal(
            RowStatus.Error,
            (await OneAsync(district, district.Admin, "大连湾中学\t学校\t东街道\t西一社区", "单位\t类型\t街道\t社区")).Status
        );
    }

    [Fact]
    public async Task Doubles_are_seen_in_the_block_and_in_the_portal()
    {
        var (district, clerk) = await CreateAsync(cluster);
        await district.UnitAsync(district.Community1, "大连湾中学（本部）");
        var check = await district.CheckUnitsAsync(
            clerk,
            Pasted(
                Header
                    + "\n大连湾中学(本部)\t学校\t东一社区\t\t\t\n新单位\t学校\t东一社区\t\t\t\n新 "
                    + "单位\t学校\t东一社区\t\t\t\n新单位\t学校\t东二社区\t\t\t\n大连湾中学（本部）\t学校\t东街道\t\t\t"
            )
        );
        Assert.Equal([RowStatus.Skip, RowStatus.New, RowStatus.Error, RowStatus.New, RowStatus.New], check.Rows.Select(r => r.Status));
        Assert.Equal("与第 3 行重复，请保留一行。", Assert.Single(check.Rows[2].Messages));
        Assert.Contains("东一社区有同名单位", Assert.Single(check.Rows[4].Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotation_marks_of_a_cells_own_stay()
    {
        var (district, clerk) = await CreateAsync(cluster);
        Assert.Equal("\"老地方\"酒店", (await OneAsync(district, clerk, "\"老地方\"酒店\t非公企业\t东一社区\t\t\t")).Shown[0]);
        Assert.Equal("带\"引号\"的店", (await OneAsync(district, clerk, "\"带\"\"引号\"\"的\n店\"\t非公企业\t东一社区\t\t\t")).Shown[0]);
        Assert.Equal("New Harbor Ltd", (await OneAsync(district, clerk, "\"New\tHarbor\nLtd\"\t非公企业\t东一社区\t\t\t")).Shown[0]);
    }

    [Fact]
    public async Task Two_thousand_pasted_rows_are_taken_and_one_more_is_not()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.CheckUnitsAsync(clerk, Pasted(Block(2_001))));
        Assert.Equal("Importing.TooManyPasted", refused.Key);
        Assert.Equal(2_000, (await district.ImportUnitsAsync(clerk, Pasted(Block(2_000)))).New);
        Assert.Equal(2_000, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task A_check_reads_as_often_for_300_rows_as_for_10_and_a_repeat_saves_nothing_twice()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var few = await StatementCounter.OfAsync(() => district.CheckUnitsAsync(clerk, Pasted(Block(10))));
        var many = await StatementCounter.OfAsync(() => district.CheckUnitsAsync(clerk, Pasted(Block(300))));
        Assert.Equal((5, 5), (few, many)); // the door, the places, the kinds, the units, their people

        var form = new ImportUnits.Form { Source = Pasted(Block(300)) };
        var writing = await StatementCounter.OfAsync(() => district.Use<ImportUnits>().RunAsync(clerk, form, null, Ct));
        Assert.InRange(writing, 8, 12); // people, units and posts, each in one batch with its journal
        await Assert.ThrowsAsync<AlreadyDone>(() => district.Use<ImportUnits>().RunAsync(clerk, form, null, Ct));
        Assert.Equal(300, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task A_wild_paste_finds_problems_and_never_an_error()
    {
        var (district, clerk) = await CreateAsync(cluster);
        foreach (
            var text in new[]
            {
                "",
                "\t\t\n\n",
                "\"",
                "\0\u0001",
                "单位名称",
                Header,
                "\uD800\tx\ty",
                "一段话，没有表格。",
                string.Concat(Enumerable.Repeat("\t", 5_000)) + "x",
            }
        )
        {
            var check = await district.CheckUnitsAsync(clerk, Pasted(text));
            Assert.All(check.Rows, r => Assert.Equal(RowStatus.Error, r.Status));
        }
        await Assert.ThrowsAsync<Denied>(() => district.CheckUnitsAsync(district.Auditor, Pasted(Header)));
    }

    [Fact]
    public void Every_kind_of_Party_organization_is_known_by_the_word_that_the_portal_shows()
    {
        CultureScope.In(
            TestDistrict.Chinese,
            () =>
            {
                Assert.All(
                    Enum.GetValues<PartyOrganizationKind>(),
                    kind => Assert.Equal(kind, UnitKindWords.PartyOrganization(Wording.T(kind)))
                );
                return 0;
            }
        );
    }

    [Fact]
    public async Task The_exported_ledger_can_be_pasted_back()
    {
        var (district, clerk) = await CreateAsync(cluster);
        await district.ImportUnitsAsync(clerk, Pasted(Block(2)));
        var file = await district.Use<ExportUnits>().AskAsync(clerk, new(), Ct);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        var check = await district.CheckUnitsAsync(clerk, Pasted(string.Join('\n', cells[..^1].Select(row => string.Join('\t', row)))));
        Assert.Equal((0, 0, 2, 0), check.Counts());
        Assert.Empty(check.UnknownHeaders);
    }

    [Fact]
    public async Task What_has_an_error_is_left_over_under_its_header_and_the_rest_can_be_saved()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var block = "花名册\n" + Header + "\n甲公司\t飞船\t东一社区\n\"乙\n公司\"\t民企\t东一社区\n丙公司\t民企\t火星街道\n";

        var done = await district.ImportUnitsAsync(clerk, Pasted(block), onlyGood: true);

        Assert.Equal((1, 0, 0, 2), done.Counts());
        Assert.Equal(Header + "\n甲公司\t飞船\t东一社区\n丙公司\t民企\t火星街道", done.Left);
        Assert.Equal(["甲公司", "丙公司"], (await district.CheckUnitsAsync(clerk, Pasted(done.Left))).Rows.Select(r => r.Shown[0]));
        Assert.Equal("乙公司", Assert.Single((await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows).Name);
    }

    [Fact]
    public async Task A_workbook_is_checked_without_saving_and_then_saved_with_its_people()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var file = Sheet(
            ["驻区单位花名册"],
            ["填报单位：东街道"],
            FileHeader,
            ["1", "大连湾中学", "学校", "东一社区", "买买提·艾力", "李　芳", "<c><v>1.3800138E+10</v></c>"],
            ["2", "<c t=\"str\"><f>A1</f><v>湾里医院</v></c>", "医院", "东二社区", "", "", ""]
        );

        var found = await district.CheckUnitsAsync(clerk, file);

        Assert.Equal(
            [(4, RowStatus.New, "大连湾中学"), (5, RowStatus.New, "湾里医院")],
            found.Rows.Select(r => (r.Number, r.Status, r.Shown[0]))
        );
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);

        Assert.Equal(2, (await district.ImportUnitsAsync(clerk, file)).New);
        var units = (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows.ToDictionary(r => r.Name);
        Assert.Equal(("买买提·艾力", "李芳"), (units["大连湾中学"].Secretary, units["大连湾中学"].LiaisonOfficer));
        Assert.Contains(
            "138****8000",
            (await district.Use<SeeUnit>().AskAsync(clerk, units["大连湾中学"].Id, Ct)).Posts.Select(p => p.Mobile)
        );
        Assert.Equal((0, 0, 2, 0), (await district.ImportUnitsAsync(clerk, file)).Counts());
    }

    [Fact]
    public async Task All_or_the_good_rows_alone_as_the_clerk_chooses_and_the_rest_comes_back_to_be_corrected()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var file = Sheet(
            FileHeader,
            ["1", "甲公司", "民企", "东一社区", "", "", ""],
            ["2", "乙公司", "飞船", "东一社区", "", "", ""],
            ["3", "丙公司", "民企", "西一社区", "", "", ""],
            ["4", "甲公司", "民企", "东一社区", "", "", ""],
            ["5", "丁公司", "民企", "东一社区", "", "", "<c t=\"e\"><v>#N/A</v></c>"]
        );

        var found = await district.CheckUnitsAsync(clerk, file);
        Assert.Equal([RowStatus.New, RowStatus.Error, RowStatus.Error, RowStatus.Error, RowStatus.Error], found.Rows.Select(r => r.Status));
        Assert.Contains("飞船", found.Rows[1].Messages[0], StringComparison.Ordinal);
        Assert.Contains("不在您联系的区域内", found.Rows[2].Messages[0], StringComparison.Ordinal);
        Assert.Contains("与第 2 行重复", found.Rows[3].Messages[0], StringComparison.Ordinal);
        Assert.Contains("#REF!", found.Rows[4].Messages[0], StringComparison.Ordinal);

        Assert.Equal("Importing.HasErrors", (await Assert.ThrowsAsync<RuleBroken>(() => district.ImportUnitsAsync(clerk, file))).Key);
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
        Assert.Equal((1, 0, 0, 4), (await district.ImportUnitsAsync(clerk, file, onlyGood: true)).Counts());

        var report = found.Report(TestDistrict.Chinese);
        LibreOfficeReader.AssertValid(report.Bytes);
        var cells = await LibreOfficeReader.CellsAsync(report.Bytes);
        Assert.Equal(["需修改的原因", .. FileHeader], cells[2]);
        Assert.Equal(["2", "乙公司", "飞船", "东一社区"], cells[3][1..5]);
        Assert.Contains("飞船", cells[3][0], StringComparison.Ordinal);
        Assert.Contains((await LibreOfficeReader.CellsAsync(report.Bytes, 1))[3], c => c == "新增");
        var again = await district.CheckUnitsAsync(clerk, new ImportSource(report.Bytes));
        Assert.Equal((4, 0), (again.Rows.Count, again.UnknownHeaders.Count));
        Assert.Equal(found.Rows.Skip(1).Take(2).SelectMany(r => r.Messages), again.Rows.Take(2).SelectMany(r => r.Messages));
        // The reason is not there twice.
        Assert.Equal(FileHeader.Length + 1, (await LibreOfficeReader.CellsAsync(again.Report(TestDistrict.Chinese).Bytes))[2].Length);
    }

    [Fact]
    public async Task What_changed_is_named_and_a_blank_or_masked_cell_changes_nothing()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        await district.PersonAsync(unit, "王强", secretary: true);
        var liaison = await district.PersonAsync(unit, "李芳", liaison: true);
        const string header = "单位名称\t简称\t类型\t社区\t党组织\t书记\t书记电话\t联络员\t联络员电话\t地址\n";

        var none = await district.CheckUnitsAsync(clerk, Pasted(header + "大连湾中学\t\t\t东一社区\t\t王强\t138****5678\t\t\t"));
        Assert.Equal((0, 0, 1, 0), none.Counts());

        var block = Pasted(header + "大连湾中学\t湾中\t医院\t东一社区\t党总支\t赵敏\t13700137000\t李芳\t13900139000\t湾路1号");
        var row = Assert.Single((await district.CheckUnitsAsync(clerk, block)).Rows);
        Assert.Equal(RowStatus.Update, row.Status);
        Assert.Equal(
            [
                "单位类型：学校 → 医院、卫生机构",
                "简称：（空） → 湾中",
                "党组织：暂无党组织 → 党总支",
                "地址：（空） → 湾路1号",
                "书记：王强 → 赵敏",
                "联络员电话：138****5678 → 139****9000",
            ],
            CultureScope.In(TestDistrict.Chinese, () => row.Changes.Select(c => c.InWords()).ToList())
        );

        Assert.Equal((0, 1, 0, 0), (await district.ImportUnitsAsync(clerk, block)).Counts());
        var after = await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct);
        Assert.Equal(
            ("湾中", "医院、卫生机构", PartyOrganizationKind.GeneralBranch, "湾路1号"),
            (after.Unit.ShortName, after.KindText, after.Unit.PartyOrganization, after.Unit.Address)
        );
        Assert.Equal([("赵敏", true), ("李芳", true), ("王强", false)], after.Posts.Select(p => (p.Name, p.IsCurrent)));
        Assert.Equal(liaison, after.Unit.LiaisonOfficerId);
        Assert.Equal("13900139000", await district.Use<SeeMobile>().AskAsync(clerk, liaison, Ct));
        Assert.Equal((0, 0, 1, 0), (await district.CheckUnitsAsync(clerk, block)).Counts());
    }

    [Fact]
    public async Task By_its_key_a_unit_is_renamed_and_a_move_or_an_end_is_left_to_its_page()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "旧名公司");
        var foreign = await district.UnitAsync(district.Community2, "西单位");
        const string header = "系统编号\t单位名称\t社区\t迁出、撤并日期\n";

        Assert.Equal((0, 1, 0, 0), (await district.ImportUnitsAsync(clerk, Pasted(header + $"{unit}\t新名公司\t\t"))).Counts());
        Assert.Equal("新名公司", (await district.Use<SeeUnit>().AskAsync(clerk, unit, Ct)).Unit.Name);
        foreach (
            var (row, says) in new[]
            {
                ($"{unit}\t新名公司\t东二社区\t", "迁址请在单位页面登记"),
                ($"{unit}\t新名公司\t\t2026-01-01", "迁出、撤并请在单位页面登记"),
                ($"{foreign}\t西单位\t\t", "系统编号不在您联系的区域内"),
                ("42\t新名公司\t\t", "系统编号不在您联系的区域内"),
            }
        )
            Assert.Contains(says, (await OneAsync(district, clerk, row, header.TrimEnd())).Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_otherwise_than_shown_is_not_saved()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var source = Pasted(Block(2));
        var seen = (await district.CheckUnitsAsync(clerk, source)).FindingsHash;
        await district.UnitAsync(district.Community1, "单位1");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            district.Use<ImportUnits>().RunAsync(clerk, new() { Source = source, FindingsHash = seen }, null, Ct)
        );
        Assert.Equal("Importing.ChangedMeanwhile", refused.Key);
        Assert.Equal(1, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_exported_ledger_comes_back_without_a_change(string language)
    {
        var (district, clerk) = await CreateAsync(cluster);
        await district.ImportUnitsAsync(clerk, Pasted(Block(3)));
        await district.UnitAsync(district.Street1, "街道直属", UnitKind.Military);
        var gone = await district.UnitAsync(district.Community1, "=1+1");
        await district
            .Use<EndUnit>()
            .RunAsync(
                clerk,
                new()
                {
                    UnitId = gone,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(-1),
                    Reason = UnitEndReason.MovedOut,
                },
                Ct
            );
        var scope = Scope.ForPerson(district.Id, ((Actor.SignedIn)clerk.Actor).SessionHash, CultureInfo.GetCultureInfo(language));
        var ledger = new ImportSource((await district.Use<ExportUnits>().AskAsync(scope, new() { WithEnded = true }, Ct)).Bytes);

        var found = await district.CheckUnitsAsync(scope, ledger);

        Assert.Empty(found.Rows.SelectMany(r => r.Messages));
        Assert.Empty(found.Rows.SelectMany(r => r.Changes));
        Assert.Equal((0, 0, 5, 0), found.Counts());
        Assert.Empty(found.UnknownHeaders);
    }

    [Fact]
    public async Task The_template_is_a_workbook_with_choices_and_is_read_as_an_empty_list()
    {
        var (district, clerk) = await CreateAsync(cluster);
        var template = await district.Use<MakeUnitTemplate>().AskAsync(clerk, Ct);
        LibreOfficeReader.AssertValid(template.Bytes);
        var found = await district.CheckUnitsAsync(clerk, new ImportSource(template.Bytes));
        Assert.Equal((0, 0), (found.Rows.Count, found.UnknownHeaders.Count));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(template.Bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("sqref=\"C4:C203\"", await sheet.ReadToEndAsync(Ct), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Denied>(() => district.Use<MakeUnitTemplate>().AskAsync(district.Auditor, Ct));
    }

    [Fact]
    public async Task A_file_without_a_header_is_refused()
    {
        var (district, clerk) = await CreateAsync(cluster);
        foreach (var file in new[] { new ImportSource(WorkbookBytes.Of("")), Sheet(["甲公司", "民企", "东一社区"]) })
            Assert.Equal("Importing.NoHeader", (await Assert.ThrowsAsync<RuleBroken>(() => district.CheckUnitsAsync(clerk, file))).Key);
    }

    [Fact]
    public async Task A_list_can_be_stopped_and_tells_how_far_it_is()
    {
        var (district, clerk) = await CreateAsync(cluster);
        using var stop = new CancellationTokenSource();
        Told told = new(step =>
        {
            if (step.Phase == ImportPhase.Saving)
                stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            district.Use<ImportUnits>().RunAsync(clerk, new() { Source = Pasted(Block(1_500)) }, told, stop.Token)
        );
        Assert.Equal([ImportPhase.Reading, ImportPhase.Checking, ImportPhase.Saving], told.Steps.Select(s => s.Phase).Distinct());
        Assert.Equal([500, 1_000, 1_500], told.Steps.Where(s => s.Phase == ImportPhase.Checking).Select(s => s.Done));
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    private sealed class Told(Action<ImportStep> also) : IProgress<ImportStep>
    {
        public List<ImportStep> Steps { get; } = [];

        public void Report(ImportStep value)
        {
            Steps.Add(value);
            also(value);
        }
    }
}
