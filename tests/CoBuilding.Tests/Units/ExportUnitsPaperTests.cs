using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Units;

public class ExportUnitsPaperTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_printed_ledger_is_the_list_and_holds_no_numbers()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        await district.PersonAsync(unit, "王强", secretary: true);
        await district.PersonAsync(unit, "李芳", liaison: true);
        await district.UnitAsync(district.Community1, "大连湾银行", UnitKind.Bank);

        var file = await district
            .Use<ExportUnitsPaper>()
            .AskAsync(district.Admin, new() { KindId = await district.KindAsync(UnitKind.School) }, Ct);

        LibreOfficeReader.AssertValidPaper(file.Word().Bytes);
        var words = LibreOfficeReader.WordsOf(file.Word().Bytes);
        Assert.Equal("驻区单位基本情况台账", words[0]);
        Assert.Contains("范围：学校 · 共 1 行", words[1], StringComparison.Ordinal);
        var row = words.IndexOf("大连湾中学");
        Assert.Equal(["1", "大连湾中学", "学校", "东街道", "东一社区"], words[(row - 1)..(row + 4)]);
        Assert.Contains("王强", words);
        Assert.DoesNotContain("大连湾银行", words);
        Assert.StartsWith("admin 于 2026年11月23日", words[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(words, w => w.Contains("138", StringComparison.Ordinal));
    }
}
