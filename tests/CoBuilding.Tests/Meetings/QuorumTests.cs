using CoBuilding.Meetings;
using CsCheck;

namespace CoBuilding.Tests.Meetings;

/// <summary>Only the rule, without a database.</summary>
public class QuorumTests
{
    private static readonly Quorum Half = new(QuorumRule.MoreThanHalf, null, true),
        TwoThirds = new(QuorumRule.TwoThirds, null, false),
        Chair = new(QuorumRule.ChairAndNumber, 3, true);

    [Fact]
    public void No_quorum_is_asked_for_unless_the_district_does() =>
        Assert.Null(Quorum.Off.Check(new QuorumHeadcount(9, 0, 0, 0, false, false)));

    [Theory]
    [InlineData(8, 5)]
    [InlineData(9, 5)]
    [InlineData(1, 1)]
    public void More_than_half_is_never_exactly_half(int due, int needed) => Assert.Equal(needed, Half.Needed(due));

    [Theory]
    [InlineData(8, 6)]
    [InlineData(9, 6)]
    [InlineData(10, 7)]
    public void Two_thirds_is_rounded_up(int due, int needed) => Assert.Equal(needed, TwoThirds.Needed(due));

    [Fact]
    public void It_says_how_many_are_missing_and_when_it_can_be_reached_no_longer()
    {
        Assert.Equal((QuorumState.NotYet, 2), StateOf(Half, new QuorumHeadcount(9, 2, 1, 4, true, false)));
        Assert.Equal((QuorumState.Reached, 0), StateOf(Half, new QuorumHeadcount(9, 4, 1, 0, false, false)));
        Assert.Equal((QuorumState.Impossible, 2), StateOf(Half, new QuorumHeadcount(9, 2, 1, 1, true, false)));
    }

    [Fact]
    public void Substitutes_count_only_where_the_district_says_so()
    {
        Assert.Equal(
            (QuorumState.Reached, 0),
            StateOf(TwoThirds with { CountsSubstitutes = true }, new QuorumHeadcount(9, 4, 2, 0, true, false))
        );
        Assert.Equal((QuorumState.Impossible, 2), StateOf(TwoThirds, new QuorumHeadcount(9, 4, 2, 0, true, false)));
    }

    [Fact]
    public void Without_the_chair_no_number_is_enough()
    {
        Assert.Equal((QuorumState.Reached, 0), StateOf(Chair, new QuorumHeadcount(9, 3, 1, 5, true, false)));
        Assert.Equal((QuorumState.NotYet, 1), StateOf(Chair, new QuorumHeadcount(9, 6, 1, 2, false, true)));
        Assert.Equal((QuorumState.Impossible, 1), StateOf(Chair, new QuorumHeadcount(9, 6, 1, 2, false, false)));
        Assert.True(Chair.Check(new QuorumHeadcount(9, 6, 1, 2, false, true))!.MissesChair);
    }

    [Fact]
    public void More_people_never_make_it_worse() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500], Gen.Enum<QuorumRule>(), Gen.Int[1, 50], Gen.Bool)
            .Sample(
                (present, substitutes, open, rule, number, counts) =>
                {
                    var quorum = new Quorum(rule, rule == QuorumRule.ChairAndNumber ? number : null, counts);
                    var heads = new QuorumHeadcount(present + substitutes + open, present, substitutes, open, present > 0, open > 0);
                    if (open == 0 || quorum.Check(heads) is not { } before)
                        return true;
                    var after = quorum.Check(heads with { Present = present + 1, Open = open - 1, ChairIsThere = true })!;
                    return after.ShortBy <= before.ShortBy
                        && (before.State != QuorumState.Reached || after.State == QuorumState.Reached)
                        && (before.State == QuorumState.Impossible || after.State != QuorumState.Impossible);
                }
            );

    private static (QuorumState, int) StateOf(Quorum quorum, QuorumHeadcount heads)
    {
        var check = quorum.Check(heads)!;
        return (check.State, check.ShortBy);
    }
}
