using System.Reflection;
using System.Text.RegularExpressions;
using CoBuilding.Data;

namespace CoBuilding.Tests.House;

/// <summary>The reach is lifted for a reason that the page on security lists, and an isolation example leads to each lifting.</summary>
public partial class LiftingFence
{
    private const string Begin = "<!-- lifted:begin -->\n";
    private const string End = "<!-- lifted:end -->";

    private static readonly MethodInfo Lifting = typeof(ReachFilter).GetMethod(nameof(ReachFilter.Lifted))!;
    private static readonly Lazy<Callers> PortalCallers = new(() => new Callers(typeof(Portal).Assembly));
    private static readonly Lazy<List<Lift>> PortalLifts = new(() => LiftsIn(typeof(Portal).Assembly.GetTypes()));

    /// <param name="Reason">Null unless it is a literal.</param>
    private sealed record Lift(MethodBase Method, string? Reason)
    {
        public string Where => $"{Outermost(Method.DeclaringType!).Name}.{NameOf(Method)}";
    }

    [Fact]
    public void Each_lifting_says_why() => Assert.Empty(PortalLifts.Value.SelectMany(ReasonFaults));

    [Fact]
    public void The_reach_is_lifted_at_many_places() => Assert.InRange(PortalLifts.Value.Count, 30, 70);

    [Fact]
    public void Each_lifting_is_reached_by_an_isolation_example() =>
        Assert.Empty(PortalLifts.Value.SelectMany(l => ExampleFaults(l, PortalCallers.Value, Portal.UseCases)));

    [Fact]
    public void The_security_page_lists_what_is_lifted()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"docs/security.md has no {Begin}…{End}");
        var listed = page[(begin + Begin.Length)..end];
        var composed = ListOf(PortalLifts.Value);
        Assert.True(
            listed == composed,
            $"docs/security.md lists other places than the code lifts at. Between the two marks belongs:\n{composed}"
        );
    }

    [Fact]
    public void Canary_each_fault_of_a_lifting_is_seen()
    {
        var lifts = LiftsIn(typeof(LiftingFence).Assembly.GetTypes());
        Assert.Equal(
            [
                "GuiltyLifting.Named: the reason is no literal",
                "GuiltyLifting.NamedAsync: the reason is no literal",
                "GuiltyLifting.Short: the reason has less than four words: names of units",
            ],
            lifts.SelectMany(ReasonFaults).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            """
            - `GuiltyLifting.Short`: names of units
            - `GuiltyLifting.WrittenAsync`: names of units that nobody has an example for

            """,
            ListOf(lifts.Where(l => l.Reason is not null))
        );
    }

    [Fact]
    public void Canary_a_lifting_without_an_example_is_seen()
    {
        var (lifts, callers) = (
            LiftsIn([typeof(GuiltyLifting), .. typeof(GuiltyLifting).GetNestedTypes(BindingFlags.NonPublic)]),
            new Callers(typeof(LiftingFence).Assembly)
        );
        Assert.Equal(
            [
                "GuiltyLifting.Named: no use case comes here",
                "GuiltyLifting.NamedAsync: no use case comes here",
                "GuiltyLifting.Short: no use case comes here",
                "GuiltyLifting.WrittenAsync: no isolation example of GuiltyLifting",
            ],
            lifts.SelectMany(l => ExampleFaults(l, callers, [typeof(GuiltyLifting)])).Order(StringComparer.Ordinal)
        );
    }

    private static List<Lift> LiftsIn(IEnumerable<Type> types) =>
        [
            .. types
                .SelectMany(TypeReferences.MethodsOf)
                .SelectMany(m => TypeReferences.LastTextsOf(m, Lifting).Select(reason => new Lift(m, reason))),
        ];

    private static IEnumerable<string> ReasonFaults(Lift lift)
    {
        if (lift.Reason is null)
            yield return $"{lift.Where}: the reason is no literal";
        else if (lift.Reason.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < 4)
            yield return $"{lift.Where}: the reason has less than four words: {lift.Reason}";
    }

    /// <summary>A use case from which calls lead to the lifting has an example that somebody runs who must not see the rows.</summary>
    private static IEnumerable<string> ExampleFaults(Lift lift, Callers callers, IEnumerable<Type> useCases)
    {
        var methods = callers.Of(lift.Method);
        var ways = useCases.Where(u => methods.Contains(Portal.EntryOf(u)!)).ToList();
        var examples = Examples.All.Select(e => e.UseCase).ToHashSet();
        if (ways.Count == 0)
            yield return $"{lift.Where}: no use case comes here";
        else if (!ways.Any(examples.Contains))
            yield return $"{lift.Where}: no isolation example of {string.Join(", ", ways.Select(w => w.Name))}";
    }

    /// <summary>One line for each place and reason, ordered.</summary>
    private static string ListOf(IEnumerable<Lift> lifts) =>
        string.Concat(lifts.Select(l => $"- `{l.Where}`: {l.Reason}\n").Distinct().Order(StringComparer.Ordinal));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>The method as written; what the compiler makes of lambdas and async methods bears its name in angle brackets.</summary>
    private static string NameOf(MethodBase method) =>
        new[] { method.Name, method.DeclaringType!.Name }.Select(n => Written().Match(n)).FirstOrDefault(m => m.Success)?.Groups[1].Value
        ?? method.Name;

    [GeneratedRegex(@"^<(\w+)>")]
    private static partial Regex Written();
}
