using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units.Importing;

public class ImportableUnitsTests(TestCluster cluster)
{
    private static readonly string[] FileHeader = ["序号", "驻区单位名称", "类型", "社区", "书记", "联络员", "联络员电话"];

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_block_is_checked_and_then_saved_with_its_people()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
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
    public async Task One_row_with_a_problem_keeps_all_from_being_saved()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var block = UnitListFixture.Block(3) + "\n坏单位\t不存在的类型\t东一社区\t\t\t";
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.ImportUnitsAsync(clerk, Pasted(block)));
        Assert.Equal(("Importing.HasErrors", 1, 5), (refused.Key, (int)refused.Args[0]!, (int)refused.Args[1]!));
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task The_exported_ledger_can_be_pasted_back()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        await district.ImportUnitsAsync(clerk, Pasted(UnitListFixture.Block(2)));
        var file = await district.Use<ExportUnitsWorkbook>().AskAsync(clerk, new(), Ct);
        var cells = await LibreOfficeReader.CellsAsync(file.Bytes);
        var check = await district.CheckUnitsAsync(clerk, Pasted(string.Join('\n', cells[..^1].Select(row => string.Join('\t', row)))));
        Assert.Equal((0, 0, 2, 0), check.Counts());
        Assert.Empty(check.UnknownHeaders);
    }

    [Fact]
    public async Task What_has_an_error_is_left_over_under_its_header_and_the_rest_can_be_saved()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var block =
            "花名册\n" + UnitListFixture.Header + "\n甲公司\t飞船\t东一社区\n\"乙\n公司\"\t民企\t东一社区\n丙公司\t民企\t火星街道\n";

        var done = await district.ImportUnitsAsync(clerk, Pasted(block), onlyGood: true);

        Assert.Equal((1, 0, 0, 2), done.Counts());
        Assert.Equal(UnitListFixture.Header + "\n甲公司\t飞船\t东一社区\n丙公司\t民企\t火星街道", done.Left);
        Assert.Equal(["甲公司", "丙公司"], (await district.CheckUnitsAsync(clerk, Pasted(done.Left))).Rows.Select(r => r.Shown[0]));
        Assert.Equal("乙公司", Assert.Single((await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows).Name);
    }

    [Fact]
    public async Task A_workbook_is_checked_without_saving_and_then_saved_with_its_people()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
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
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
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
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
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
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
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
            Assert.Contains(
                says,
                (await UnitListFixture.OneAsync(district, clerk, row, header.TrimEnd())).Messages[0],
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task What_was_found_otherwise_than_shown_is_not_saved()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var source = Pasted(UnitListFixture.Block(2));
        var seen = (await district.CheckUnitsAsync(clerk, source)).FindingsHash;
        await district.UnitAsync(district.Community1, "单位1");
        var form = new ImportList.Form
        {
            List = new ImportableUnits(),
            Source = source,
            FindingsHash = seen,
        };
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<ImportList>().RunAsync(clerk, form, null, Ct));
        Assert.Equal("Importing.ChangedMeanwhile", refused.Key);
        Assert.Equal(1, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_exported_ledger_comes_back_without_a_change(string language)
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        await district.ImportUnitsAsync(clerk, Pasted(UnitListFixture.Block(3)));
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
        var ledger = new ImportSource((await district.Use<ExportUnitsWorkbook>().AskAsync(scope, new() { WithEnded = true }, Ct)).Bytes);

        var found = await district.CheckUnitsAsync(scope, ledger);

        Assert.Empty(found.Rows.SelectMany(r => r.Messages));
        Assert.Empty(found.Rows.SelectMany(r => r.Changes));
        Assert.Equal((0, 0, 5, 0), found.Counts());
        Assert.Empty(found.UnknownHeaders);
    }

    [Fact]
    public async Task A_list_brings_neither_names_nor_addresses_and_an_export_comes_back_as_it_went()
    {
        var (district, unit) = await MilitaryFixture.CreateAsync(cluster, agrees: false);
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    Title = "政治工作负责人",
                    IsSecretary = true,
                },
                Ct
            );
        const string header = "单位名称\t类型\t所在地\t书记\t书记职务\t地址\n";
        var check = await district.CheckUnitsAsync(
            district.Admin,
            Pasted(
                header
                    + $"甲部\t部队\t东街道\t{MilitaryFixture.Head}\t负责人\t\n乙部\t部队\t东街道\t\t\t某路1号\n"
                    + $"丙部\t部队\t东街道\t\t负责人\t\n某部\t部队\t东街道\t{MilitaryFixture.Head}\t\t\n"
            )
        );
        Assert.Equal([RowStatus.Error, RowStatus.Error, RowStatus.New, RowStatus.Error], check.Rows.Select(r => r.Status));
        await district.ImportUnitsAsync(district.Admin, Pasted(header + "丙部\t部队\t东街道\t\t负责人\t\n"));
        var list = await district.Use<ExportUnitsWorkbook>().AskAsync(district.Admin, new(), Ct);
        Assert.Equal((0, 0, 2, 0), (await district.CheckUnitsAsync(district.Admin, new ImportSource(list.Bytes))).Counts());

        var people = await district.CheckPeopleAsync(
            district.Admin,
            Pasted($"姓名\t单位\t职务\n{MilitaryFixture.Head}\t某部\t联系人\n\t某部\t值班员\n\t第一中学\t校长\n")
        );
        Assert.Equal([RowStatus.Error, RowStatus.New, RowStatus.Error], people.Rows.Select(r => r.Status));
    }

    [Fact]
    public async Task The_template_offers_the_kinds_of_the_district()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var template = await district.Use<MakeTemplate>().AskAsync(clerk, new ImportableUnits(), Ct);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(template.Bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("sqref=\"C4:C203\"", await sheet.ReadToEndAsync(Ct), StringComparison.Ordinal);
    }
}
