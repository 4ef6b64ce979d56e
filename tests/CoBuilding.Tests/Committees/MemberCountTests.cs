using CoBuilding.Committees;
using CoBuilding.Data;
using CsCheck;

namespace CoBuilding.Tests.Committees;

public class MemberCountTests
{
    private static readonly DateOnly First = new(2026, 12, 1);

    private static readonly Gen<Span> Spans = Gen.Select(
        Gen.Int[0, 20],
        Gen.Int[1, 12],
        Gen.Bool,
        (from, days, ends) => new Span(First.AddDays(from), ends ? First.AddDays(from + days) : null)
    );

    [Fact]
    public void The_most_on_any_day_of_a_term_equals_a_count_day_by_day() =>
        Gen.Select(Spans.Array[0, 12], Spans)
            .Sample(
                (terms, asked) =>
                {
                    var count = new MemberCount();
                    foreach (var term in terms.Concat(terms.Take(2)))
                        count.Add(term);
                    foreach (var term in terms.Take(2))
                        count.Remove(term);
                    // On the last day nothing changes any more.
                    var days = Enumerable.Range(0, 40).Select(d => First.AddDays(d)).Where(asked.IsOn).ToList();
                    Assert.Equal(days.Max(d => terms.Count(t => t.IsOn(d))), count.Most(asked));
                    Assert.All(days, d => Assert.Equal(terms.Count(t => t.IsOn(d)), count.On(d)));
                }
            );
}
