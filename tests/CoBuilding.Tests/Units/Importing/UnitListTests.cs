using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Units.Importing;

public class UnitListTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Without_a_header_the_columns_are_the_standard_ones()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        const string Row = "大连湾中学\t湾中\t学校\t东一社区\t区教育局\t党支部\t王强\t支部书记\t李芳\t13800138000\t湾路1号\t有操场";
        var check = Assert.Single((await district.CheckUnitsAsync(clerk, Pasted(Row))).Rows);
        Assert.Equal((1, RowStatus.New, "王强", "李芳"), (check.Number, check.Status, check.Shown[3], check.Shown[4]));
        await district.ImportUnitsAsync(clerk, Pasted(Row));
        var unit = (
            await district.Use<SeeUnit>().AskAsync(clerk, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows[0].Id, Ct)
        ).Unit;
        Assert.Equal(("区教育局", "湾路1号", "有操场"), (unit.SuperiorOrganization, unit.Address, unit.Remark));
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
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var check = await UnitListFixture.OneAsync(district, clerk, row);
        Assert.Equal(RowStatus.Error, check.Status);
        Assert.Contains(check.Messages, m => m.Contains(message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBroken>(() => district.ImportUnitsAsync(clerk, Pasted(UnitListFixture.Header + "\n" + row)));
    }

    [Fact]
    public async Task A_name_as_long_as_the_column_passes_and_a_longer_one_is_a_problem()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        Assert.Equal(
            RowStatus.New,
            (await UnitListFixture.OneAsync(district, clerk, new string('湾', 100) + "\t学校\t东一社区\t\t\t")).Status
        );
        var tooLong = await UnitListFixture.OneAsync(district, clerk, new string('湾', 200) + "\t学校\t东一社区\t\t\t");
        Assert.Equal(RowStatus.Error, tooLong.Status);
        Assert.Contains("100", Assert.Single(tooLong.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_found_by_its_street_where_two_bear_one_name()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.SameCommunityAsync(cluster, district, "和平社区");
        var clerk = await district.ClerkAsync(district.Street1);

        var vague = await UnitListFixture.OneAsync(district, district.Admin, "大连湾中学\t学校\t和平社区\t\t\t");
        Assert.Equal(RowStatus.Error, vague.Status);
        Assert.Contains("有多个“和平社区”：东街道和平社区、西街道和平社区", Assert.Single(vague.Messages), StringComparison.Ordinal);
        Assert.Equal(
            RowStatus.New,
            (await UnitListFixture.OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道 / 和平社区\t\t\t")).Status
        );
        Assert.Equal(
            RowStatus.New,
            (
                await UnitListFixture.OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道\t和平社区", "单位\t类型\t所属街道\t社区")
            ).Status
        );
        var street = await UnitListFixture.OneAsync(district, district.Admin, "大连湾中学\t学校\t西街道\t", "单位\t类型\t所属街道\t社区");
        Assert.Equal((RowStatus.New, "西街道"), (street.Status, street.Shown[2]));
        // one of them is the clerk's
        Assert.Equal(RowStatus.New, (await UnitListFixture.OneAsync(district, clerk, "大连湾中学\t学校\t和平社区\t\t\t")).Status);
        Assert.Equal(
            RowStatus.Error,
            (
                await UnitListFixture.OneAsync(district, district.Admin, "大连湾中学\t学校\t东街道\t西一社区", "单位\t类型\t街道\t社区")
            ).Status
        );
    }

    [Fact]
    public async Task Doubles_are_seen_in_the_block_and_in_the_portal()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        await district.UnitAsync(district.Community1, "大连湾中学（本部）");
        var check = await district.CheckUnitsAsync(
            clerk,
            Pasted(
                UnitListFixture.Header
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
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        Assert.Equal(
            "\"老地方\"酒店",
            (await UnitListFixture.OneAsync(district, clerk, "\"老地方\"酒店\t非公企业\t东一社区\t\t\t")).Shown[0]
        );
        Assert.Equal(
            "带\"引号\"的店",
            (await UnitListFixture.OneAsync(district, clerk, "\"带\"\"引号\"\"的\n店\"\t非公企业\t东一社区\t\t\t")).Shown[0]
        );
        Assert.Equal(
            "New Harbor Ltd",
            (await UnitListFixture.OneAsync(district, clerk, "\"New\tHarbor\nLtd\"\t非公企业\t东一社区\t\t\t")).Shown[0]
        );
    }

    [Fact]
    public async Task Two_thousand_pasted_rows_are_taken_and_one_more_is_not()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.CheckUnitsAsync(clerk, Pasted(UnitListFixture.Block(2_001))));
        Assert.Equal("Importing.TooManyPasted", refused.Key);
        Assert.Equal(2_000, (await district.ImportUnitsAsync(clerk, Pasted(UnitListFixture.Block(2_000)))).New);
        Assert.Equal(2_000, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task A_check_reads_as_often_for_300_rows_as_for_10_and_a_repeat_saves_nothing_twice()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        var few = await StatementCounter.OfAsync(() => district.CheckUnitsAsync(clerk, Pasted(UnitListFixture.Block(10))));
        var many = await StatementCounter.OfAsync(() => district.CheckUnitsAsync(clerk, Pasted(UnitListFixture.Block(300))));
        Assert.Equal((5, 5), (few, many)); // the door, the places, the kinds, the units, their people

        var form = new ImportList.Form { List = new ImportableUnits(), Source = Pasted(UnitListFixture.Block(300)) };
        var writing = await StatementCounter.OfAsync(() => district.Use<ImportList>().RunAsync(clerk, form, null, Ct));
        Assert.InRange(writing, 8, 12); // people, units and posts, each in one batch with its journal
        await Assert.ThrowsAsync<AlreadyDone>(() => district.Use<ImportList>().RunAsync(clerk, form, null, Ct));
        Assert.Equal(300, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task A_wild_paste_finds_problems_and_never_an_error()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        foreach (
            var text in new[]
            {
                "",
                "\t\t\n\n",
                "\"",
                "\0\u0001",
                "单位名称",
                UnitListFixture.Header,
                "\uD800\tx\ty",
                "一段话，没有表格。",
                string.Concat(Enumerable.Repeat("\t", 5_000)) + "x",
            }
        )
        {
            var check = await district.CheckUnitsAsync(clerk, Pasted(text));
            Assert.All(check.Rows, r => Assert.Equal(RowStatus.Error, r.Status));
        }
        await Assert.ThrowsAsync<Denied>(() => district.CheckUnitsAsync(district.Auditor, Pasted(UnitListFixture.Header)));
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
    public async Task A_file_without_a_header_is_refused()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        foreach (var file in new[] { new ImportSource(WorkbookBytes.Of("")), Sheet(["甲公司", "民企", "东一社区"]) })
            Assert.Equal("Importing.NoHeader", (await Assert.ThrowsAsync<RuleBroken>(() => district.CheckUnitsAsync(clerk, file))).Key);
    }

    [Fact]
    public async Task A_list_can_be_stopped_and_tells_how_far_it_is()
    {
        var (district, clerk) = await UnitListFixture.CreateAsync(cluster);
        using var stop = new CancellationTokenSource();
        Told told = new(step =>
        {
            if (step.Phase == ImportPhase.Saving)
                stop.Cancel();
        });
        var form = new ImportList.Form { List = new ImportableUnits(), Source = Pasted(UnitListFixture.Block(1_500)) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => district.Use<ImportList>().RunAsync(clerk, form, told, stop.Token));
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
