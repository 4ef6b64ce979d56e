using CoBuilding.Places.PartyChain;
using CsCheck;

namespace CoBuilding.Tests.Places.PartyChain;

public class ChainTreeTests
{
    private static readonly Guid Place = Guid.CreateVersion7();

    /// <summary>Up to thirty organizations, each below an earlier one; some are counted.</summary>
    private static readonly Gen<ChainTree.Row[]> Chains =
        from size in Gen.Int[1, 30]
        from above in Gen.Int[0, int.MaxValue].Array[size]
        from own in Gen.Int[0, 50].Nullable().Array[size]
        select Make(above, own);

    [Fact]
    public void Totals_are_what_a_count_by_hand_gives() =>
        Chains.Sample(rows =>
        {
            var nodes = ChainTree.Of(rows, [(Place, null)]).SelectMany(r => r.All()).ToDictionary(n => n.Id);
            Assert.Equal(rows.Length, nodes.Count);
            foreach (var row in rows)
            {
                var (node, figures) = (nodes[row.Id], rows.Where(r => r.SuperiorId == row.Id).Select(r => MembersOf(rows, r)).ToList());
                Assert.Equal(figures.Any(f => f is not null) ? figures.Sum() : null, node.Below);
                Assert.Equal(MembersOf(rows, row), node.Members);
                Assert.Equal(AddingOf(rows, row), node.SubordinateSum);
            }
        });

    [Theory]
    [InlineData("第九党支部", "第十党支部")]
    [InlineData("第十党支部", "第十一党支部")]
    [InlineData("第十九党支部", "第二十党支部")]
    [InlineData("第二十党支部", "第二十一党支部")]
    [InlineData("二网格党支部", "十网格党支部")]
    [InlineData("第2党支部", "第10党支部")]
    public void Numbers_in_names_are_numbers(string before, string after) =>
        Assert.True(string.CompareOrdinal(ChainTree.OrderOf(before), ChainTree.OrderOf(after)) < 0);

    private static int? MembersOf(ChainTree.Row[] rows, ChainTree.Row row)
    {
        if (row.Own is not null)
            return row.Own;
        var below = rows.Where(r => r.SuperiorId == row.Id).Select(r => MembersOf(rows, r)).Where(m => m is not null).ToList();
        return below.Count == 0 ? null : below.Sum();
    }

    private static SubordinateSum AddingOf(ChainTree.Row[] rows, ChainTree.Row row)
    {
        var below = rows.Where(r => r.SuperiorId == row.Id).ToList();
        var sum = below.Sum(r => MembersOf(rows, r));
        if (row.Own is null || below.TrueForAll(r => MembersOf(rows, r) is null))
            return SubordinateSum.Nothing;
        if (sum > row.Own)
            return SubordinateSum.Differs;
        if (below.Exists(r => !IsCounted(rows, r)))
            return SubordinateSum.Incomplete;
        return sum == row.Own ? SubordinateSum.Agrees : SubordinateSum.Differs;
    }

    private static bool IsCounted(ChainTree.Row[] rows, ChainTree.Row row)
    {
        var below = rows.Where(r => r.SuperiorId == row.Id).ToList();
        return row.Own is not null || (below.Count > 0 && below.TrueForAll(r => IsCounted(rows, r)));
    }

    private static ChainTree.Row[] Make(int[] above, int?[] own)
    {
        Guid[] ids = [.. above.Select(_ => Guid.CreateVersion7())];
        return
        [
            .. ids.Select(
                (id, n) => new ChainTree.Row(id, Place, n == 0 ? null : ids[above[n] % n], ChainKind.Branch, $"{n}", own[n], null)
            ),
        ];
    }
}
