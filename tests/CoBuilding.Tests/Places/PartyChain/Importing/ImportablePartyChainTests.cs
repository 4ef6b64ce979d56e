using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places.PartyChain;
using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Tests.House;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Places.PartyChain.Importing;

public class ImportablePartyChainTests(TestCluster cluster)
{
    private const string Header = "党组织名称\t类型\t街道\t社区\t上级党组织\t成立日期\t党员人数\t截至日期\n";

    private const string Whole =
        "东街道党组织花名册\n"
        + Header
        + "第一党小组\t\t东街道\t东一社区\t第一党支部\t\t8\t2026.6.30\n" // before its superior
        + "东街道党工委\t党工委\t东街道\t\t\t2001年3月1日\t120\t2026/6/30\n"
        + "机关党支部\t\t东街道\t\t\t\t20\t2026-06-30\n" // below who leads the street
        + "东一社区党总支\t总支\t东街道\t东一社区\t东街道党工委\t\t\t\n"
        + "第一党支部\t支部\t东街道\t东一社区\t东一社区党总支\t\t１８\t2026年6月30日\n";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_list_is_checked_and_saved_with_its_counts_and_says_the_same_when_it_comes_again()
    {
        var (district, clerk) = await CreateAsync();
        var check = await CheckAsync(district, clerk, Pasted(Whole));
        Assert.Equal([], check.Rows.SelectMany(r => r.Messages));
        Assert.Equal((5, 0, 0, 0), check.Counts());
        Assert.Empty((await district.Use<SeePartyChain>().AskAsync(clerk, district.Street1.Id, null, Ct)).Roots);

        await ImportAsync(district, clerk, Pasted(Whole));
        var root = Assert.Single((await district.Use<SeePartyChain>().AskAsync(clerk, district.Street1.Id, null, Ct)).Roots);
        Assert.Equal((ChainKind.WorkingCommittee, (int?)120, new DateOnly(2026, 6, 30)), (root.Kind, root.Own, root.AsOf!.Value));
        Assert.Equal([("机关党支部", (int?)20), ("东一社区党总支", 18)], root.Nodes.Select(n => (n.Name, n.Members)));
        Assert.Equal(
            (ChainKind.Group, "第一党小组"),
            root.All().Where(n => n.Kind == ChainKind.Group).Select(n => (n.Kind, n.Name)).Single()
        );
        Assert.Equal((0, 0, 5, 0), (await CheckAsync(district, clerk, Pasted(Whole))).Counts());
    }

    [Fact]
    public async Task An_export_comes_back_with_zero_changes_and_corrections_in_it_are_updates()
    {
        var (district, clerk) = await CreateAsync();
        await ImportAsync(district, clerk, Pasted(Whole));
        var list = await district.Use<ExportPartyChainWorkbook>().AskAsync(clerk, district.Street1.Id, null, Ct);
        Assert.Equal((0, 0, 5, 0), (await CheckAsync(district, clerk, new ImportSource(list.Bytes))).Counts());

        var changed =
            Header
            + "东一社区党总支\t党委\t东街道\t东一社区\t\t\t38\t\n第一党支部\t\t东街道\t东一社区\t\t\t19\t2026-06-30\n机关党支部\t党支部\t东街道\t\t\t\t20\t\n";
        var check = await CheckAsync(district, clerk, Pasted(changed));
        Assert.Equal((0, 2, 1, 0), check.Counts());
        Assert.Equal(["类型", "党员数"], check.Rows[0].Changes.Select(c => c.Column));
        await ImportAsync(district, clerk, Pasted(changed));
        var community = Assert.Single((await district.Use<SeePartyChain>().AskAsync(clerk, district.Community1.Id, null, Ct)).Roots);
        Assert.Equal(
            (ChainKind.Committee, (int?)38, 19, SubordinateSum.Differs),
            (community.Kind, community.Own, community.Below, community.SubordinateSum)
        );
        var branch = await district.Use<SeePartyOrganization>().AskAsync(clerk, community.Nodes.Single().Id, Ct);
        Assert.Equal([19, 18], branch.Counts.Select(c => c.Members).OrderDescending()); // the wrong count stays in the history
    }

    [Fact]
    public async Task Without_a_place_all_within_reach_is_exported()
    {
        var (district, clerk) = await CreateAsync();
        await ImportAsync(district, clerk, Pasted(Whole));
        var other = await district.ClerkAsync(district.Street2);
        await ImportAsync(district, other, Pasted(Header + "西街道党工委\t党工委\t西街道\t\t\t\t\t\n"));
        foreach (var (scope, rows) in new[] { (clerk, 5), (other, 1), (district.Admin, 6) })
        {
            var list = await district.Use<ExportPartyChainWorkbook>().AskAsync(scope, null, null, Ct);
            Assert.Equal((0, 0, rows, 0), (await CheckAsync(district, scope, new ImportSource(list.Bytes))).Counts());
        }
    }

    [Theory]
    [InlineData("第一党支部\t\t西街道\t\t\t\t\t", "街道")]
    [InlineData("某某\t\t东街道\t\t\t\t\t", "类型")]
    [InlineData("某党支部\t委员会会\t东街道\t\t\t\t\t", "委员会会")]
    [InlineData("某党支部\t\t东街道\t\t无此党委\t\t\t", "无此党委")]
    [InlineData("某党小组\t\t东街道\t\t东街道党工委\t\t\t", "党小组")]
    [InlineData("某党支部\t\t东街道\t\t\t\t十二\t", "十二")]
    [InlineData("某党支部\t\t东街道\t\t\t\t5\t2027-1-1", "今天")]
    [InlineData("某党支部\t\t东街道\t\t\t去年\t\t", "去年")]
    [InlineData("第二党工委\t\t东街道\t\t\t\t\t", "党工委")]
    public async Task Each_fault_has_a_word_at_its_row(string row, string word)
    {
        var (district, clerk) = await CreateAsync();
        await ImportAsync(district, clerk, Pasted(Whole));
        var found = Assert.Single((await CheckAsync(district, clerk, Pasted(Header + row))).Rows);
        Assert.Equal(RowStatus.Error, found.Status);
        Assert.Contains(found.Messages, m => m.Contains(word, StringComparison.Ordinal));
        await Assert.ThrowsAsync<RuleBroken>(() => ImportAsync(district, clerk, Pasted(Header + row)));
    }

    [Fact]
    public async Task Groups_of_one_name_are_told_apart_by_their_superior()
    {
        var (district, clerk) = await CreateAsync();
        await ImportAsync(district, clerk, Pasted(Whole));
        var more = Header + "第二党支部\t\t东街道\t东一社区\t\t\t\t\n第一党小组\t\t东街道\t东一社区\t第二党支部\t\t3\t\n";
        await ImportAsync(district, clerk, Pasted(more));
        Assert.Equal((0, 0, 2, 0), (await CheckAsync(district, clerk, Pasted(more))).Counts());
        var check = await CheckAsync(district, clerk, Pasted(Header + "第一党小组\t\t东街道\t东一社区\t\t\t4\t\n"));
        Assert.Equal((0, 0, 0, 1), check.Counts());
    }

    [Fact]
    public async Task The_good_rows_alone_are_saved_where_that_was_chosen()
    {
        var (district, clerk) = await CreateAsync();
        var list = Pasted(Whole + "坏\t\t东街道\t\t\t\t\t\n");
        await Assert.ThrowsAsync<RuleBroken>(() => ImportAsync(district, clerk, list));
        Assert.Equal((5, 0, 0, 1), (await district.ImportListAsync(clerk, new ImportablePartyChain(), list, onlyGood: true)).Counts());
    }

    private async Task<(TestDistrict, Scope)> CreateAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1));
    }

    private static Task<ImportCheck> CheckAsync(TestDistrict district, Scope clerk, ImportSource list) =>
        district.CheckListAsync(clerk, new ImportablePartyChain(), list);

    private static Task<ImportCheck> ImportAsync(TestDistrict district, Scope clerk, ImportSource list) =>
        district.ImportListAsync(clerk, new ImportablePartyChain(), list);
}
