using System.Text.RegularExpressions;
using CoBuilding.Jobs;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;
using CoBuilding.Web.Pages.Dashboards;
using CoBuilding.Web.Pages.Home;
using CoBuilding.Web.Shell;

namespace CoBuilding.ProofRoom.Tests;

/// <summary>The room implements every contract by which rooms extend the portal: those of both lists and of the decision's table.</summary>
public sealed partial class ContractsTests
{
    private static IEnumerable<Type> Contracts => Portal.Contracts.Concat(WebContracts.All).Concat(OfTheDecision).Distinct();

    /// <summary>Also what stands in neither list: a section of the first page, which is found by its mark.</summary>
    private static IEnumerable<Type> OfTheDecision
    {
        get
        {
            var decision = File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/0069-rooms-extend-the-portal-by-contracts.md"));
            var names = Row().Matches(decision).Select(m => m.Groups[1].Value).ToList();
            Assert.NotEmpty(names);
            var types = new[] { typeof(Portal).Assembly, typeof(WebContracts).Assembly }
                .SelectMany(a => a.GetTypes())
                .ToLookup(t => t.Name);
            return names.Select(name => Assert.Single(types[name]));
        }
    }

    [Fact]
    public void The_room_implements_each()
    {
        Assert.Empty(Contracts.Where(c => !IsImplemented(c)).Select(c => c.Name));
        Assert.All(
            [typeof(IDailyJob), typeof(MenuLine), typeof(HomeSectionAttribute), typeof(IToDoAddresses), typeof(IDashboardAddresses)],
            c => Assert.Contains(c, Contracts)
        );
    }

    [Fact]
    public void Each_is_open_to_other_assemblies() => Assert.All(Contracts, c => Assert.True(c.IsVisible));

    [Fact]
    public void One_that_the_room_lacks_is_noticed() =>
        Assert.All([typeof(INobodys), typeof(NobodysAttribute)], c => Assert.False(IsImplemented(c)));

    private static bool IsImplemented(Type contract) =>
        typeof(Notice)
            .Assembly.GetTypes()
            .Any(t =>
                t is { IsClass: true, IsAbstract: false }
                && (contract.IsSubclassOf(typeof(Attribute)) ? t.IsDefined(contract, false) : t.IsAssignableTo(contract))
            );

    private interface INobodys;

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class NobodysAttribute : Attribute;

    [GeneratedRegex(@"^\| `(?:\w+/)+(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
