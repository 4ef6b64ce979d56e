using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Tests.Committees;

public class TermEndsTests
{
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Fact]
    public void A_terms_end_is_proposed_by_the_kinds_usual_length()
    {
        Assert.Equal(new DateOnly(2031, 3, 4), TermEnds.Proposed(Day, 5));
        Assert.Null(TermEnds.Proposed(Day, null));
        Assert.Null(TermEnds.Proposed(null, 5));
    }

    [Fact]
    public void The_proposed_extension_is_the_longest_that_a_committee_takes()
    {
        var committee = new Committee
        {
            KindId = Guid.CreateVersion7(),
            Kind = CommitteeKind.Coordination,
            PlaceId = Guid.CreateVersion7(),
            Level = PlaceLevel.Street,
            Name = "联席会",
            TermEndsOn = Day,
        };
        committee.Extend(TermEnds.LatestExtension(Day), "1");
        Assert.Equal(new DateOnly(2027, 3, 4), committee.TermEndsOn);
        Assert.Throws<RuleBroken>(() => committee.Extend(TermEnds.LatestExtension(Day).AddDays(1), "1"));
    }

    [Theory]
    [InlineData("2026-03-03", true)]
    [InlineData("2026-09-04", true)]
    [InlineData("2026-09-05", false)]
    public void An_end_is_near_from_six_months_before(string end, bool isNear) =>
        Assert.Equal(isNear, TermEnds.IsNear(DateOnly.Parse(end, null), Day));
}
