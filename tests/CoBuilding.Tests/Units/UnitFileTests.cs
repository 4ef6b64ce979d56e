using System.Globalization;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using static CoBuilding.Units.CheckPastedUnits;

namespace CoBuilding.Tests.Units;

public class UnitFileTests(TestCluster cluster)
{
    private static readonly string[] Header = ["序号", "驻区单位名称", "类型", "社区", "书记", "联络员", "联络员电话"];

    private static CancellationToken Ct => TestDistrict.Ct;

    private static byte[] File(params string[][] rows) => Package.OfRows([["驻区单位花名册"], ["填报单位：东街道"], Header, .. rows]);

    private static byte[] Many(int rows) =>
        Encoding.UTF8.GetBytes("单位名称,类型,社区,书记,联络员,联络员电话\n" + string.Concat(Enumerable.Range(1, rows).Select(n => $"单位{n},学校,东一社区,王{n},李{n},13800138000\n")));

    private async Task<(TestDistrict, Scope)> FoundAsync()
    {
        var district = await TestDistrict.FoundAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1));
    }

    [Fact]
    public async Task A_workbook_is_checked_without_saving_and_then_saved_with_its_people()
    {
        var (district, clerk) = await FoundAsync();
        var file = File(["1", "大连湾中学", "学校", "东一社区", "买买提·艾力", "李　芳", "<c><v>1.3800138E+10</v></c>"], ["2", "<c t=\"str\"><f>A1</f><v>湾里医院</v></c>", "医院", "东二社区", "", "", ""]);

        var found = await district.Use<CheckUnitFile>().AskAsync(clerk, file, Ct);

        Assert.Null(found.Left);
        Assert.Equal([(4, Status.New, "大连湾中学"), (5, Status.New, "湾里医院")], found.Check.Rows.Select(r => (r.Number, r.Status, r.Name)));
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);

        Assert.Equal(2, await district.Use<EnterUnitFile>().RunAsync(clerk, new() { File = file }, Ct));
        var units = (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Rows.ToDictionary(r => r.Name);
        Assert.Equal(("买买提·艾力", "李芳"), (units["大连湾中学"].Secretary, units["大连湾中学"].LiaisonOfficer));
        var school = await district.Use<SeeUnit>().AskAsync(clerk, units["大连湾中学"].Id, Ct);
        Assert.Contains("138****8000", school.Posts.Select(p => p.Mobile));
        Assert.Equal(0, await district.Use<EnterUnitFile>().RunAsync(clerk, new() { File = file }, Ct));
    }

    [Fact]
    public async Task All_or_the_good_rows_alone_as_the_clerk_chooses_and_the_rest_comes_back_to_be_corrected()
    {
        var (district, clerk) = await FoundAsync();
        var file = File(["1", "甲公司", "民企", "东一社区", "", "", ""], ["2", "乙公司", "飞船", "东一社区", "", "", ""], ["3", "丙公司", "民企", "西一社区", "", "", ""],
            ["4", "甲公司", "民企", "东一社区", "", "", ""], ["5", "丁公司", "民企", "东一社区", "", "", "<c t=\"e\"><v>#N/A</v></c>"]);

        var found = await district.Use<CheckUnitFile>().AskAsync(clerk, file, Ct);
        Assert.Equal([Status.New, Status.Problem, Status.Problem, Status.Problem, Status.Problem], found.Check.Rows.Select(r => r.Status));
        Assert.Contains("飞船", found.Check.Rows[1].Messages[0], StringComparison.Ordinal);
        Assert.Contains("不在您联系的区域内", found.Check.Rows[2].Messages[0], StringComparison.Ordinal);
        Assert.Contains("与第 4 行重复", found.Check.Rows[3].Messages[0], StringComparison.Ordinal);
        Assert.Contains("#REF!", found.Check.Rows[4].Messages[0], StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => district.Use<EnterUnitFile>().RunAsync(clerk, new() { File = file }, Ct));
        Assert.Equal("Units.PasteHasProblems", refused.Key);
        Assert.Equal(0, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
        Assert.Equal(1, await district.Use<EnterUnitFile>().RunAsync(clerk, new() { File = file, OnlyGood = true }, Ct));

        Office.AssertValid(found.Left!.Bytes);
        var cells = await Office.CellsAsync(found.Left.Bytes);
        Assert.Equal(["需修改的原因", .. Header], cells[2]);
        Assert.Equal(["2", "乙公司", "飞船", "东一社区"], cells[3][1..5]);
        Assert.Contains("飞船", cells[3][0], StringComparison.Ordinal);
        var again = await district.Use<CheckUnitFile>().AskAsync(clerk, found.Left.Bytes, Ct);
        Assert.Equal((4, 0), (again.Check.Rows.Count, again.Check.UnknownHeaders.Count));
        Assert.Equal(found.Check.Rows.Skip(1).Take(2).SelectMany(r => r.Messages), again.Check.Rows.Take(2).SelectMany(r => r.Messages));
        Assert.Equal(Header.Length + 1, (await Office.CellsAsync(again.Left!.Bytes))[2].Length); // the reason is not there twice
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_exported_ledger_comes_back_without_a_change(string language)
    {
        var (district, clerk) = await FoundAsync();
        await district.Use<EnterUnitFile>().RunAsync(clerk, new() { File = Many(3) }, Ct);
        await district.UnitAsync(district.Street1, "街道直属", UnitKind.Military);
        var gone = await district.UnitAsync(district.Community1, "迁出单位");
        await district.Use<EndUnit>().RunAsync(clerk, new() { UnitId = gone, Seen = 1, On = district.Today.AddDays(-1) }, Ct);
        var scope = Scope.ForPerson(district.Id, ((Actor.Person)clerk.Actor).SessionHash, CultureInfo.GetCultureInfo(language));
        var ledger = await district.Use<ExportUnits>().AskAsync(scope, new() { WithEnded = true }, Ct);

        var found = await district.Use<CheckUnitFile>().AskAsync(scope, ledger.Bytes, Ct);

        Assert.Empty(found.Check.Rows.Where(r => r.Status == Status.Problem).SelectMany(r => r.Messages));
        Assert.Equal((5, 5), (found.Check.Rows.Count, found.Check.AlreadyThere));
        Assert.Empty(found.Check.UnknownHeaders);
        Assert.Equal(0, await district.Use<EnterUnitFile>().RunAsync(scope, new() { File = ledger.Bytes }, Ct));
    }

    [Fact]
    public async Task The_template_is_a_workbook_with_choices_and_is_read_as_an_empty_list()
    {
        var (district, clerk) = await FoundAsync();
        var template = await district.Use<MakeUnitTemplate>().AskAsync(clerk, Ct);
        Office.AssertValid(template.Bytes);
        var found = await district.Use<CheckUnitFile>().AskAsync(clerk, template.Bytes, Ct);
        Assert.Equal((0, 0), (found.Check.Rows.Count, found.Check.UnknownHeaders.Count));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(template.Bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("sqref=\"C4:C203\"", await sheet.ReadToEndAsync(Ct), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Denied>(() => district.Use<MakeUnitTemplate>().AskAsync(district.Auditor, Ct));
    }

    [Fact]
    public async Task Five_thousand_rows_are_saved_in_batches_and_one_more_is_refused()
    {
        var (district, clerk) = await FoundAsync();
        var reading = await CountStatements.OfAsync(() => district.Use<CheckUnitFile>().AskAsync(clerk, Many(300), Ct));
        Assert.Equal(4, reading); // the door, the places, the kinds, the units
        Assert.Equal("Imports.TooManyRows", (await Assert.ThrowsAsync<RuleBroken>(() => district.Use<CheckUnitFile>().AskAsync(clerk, Many(5_001), Ct))).Key);
        Assert.Equal(5_000, await district.Use<EnterUnitFile>().RunAsync(clerk, new() { File = Many(5_000) }, Ct));
        Assert.Equal(5_000, (await district.Use<ListUnits>().AskAsync(clerk, new(), Ct)).Total);
    }

    [Fact]
    public async Task A_file_without_a_header_is_refused()
    {
        var (district, clerk) = await FoundAsync();
        foreach (var file in new[] { Package.Of(""), Package.OfRows(["甲公司", "民企", "东一社区"]) })
            Assert.Equal("Imports.NoHeader", (await Assert.ThrowsAsync<RuleBroken>(() => district.Use<CheckUnitFile>().AskAsync(clerk, file, Ct))).Key);
    }
}
