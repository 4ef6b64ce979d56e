using CoBuilding.Tests.House;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Web.Tests.Shell;

public sealed class WebContractsTests(PortalHost host)
{
    [Fact]
    public void Each_is_decided_open_to_other_assemblies_and_implemented()
    {
        var decided = File.ReadLines(Path.Combine(Repository.Root, "docs/decisions/0069-rooms-extend-the-portal-by-contracts.md"))
            .Where(line => line.StartsWith("| `Web/", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1].Split('/')[^1]);
        Assert.Equal(
            WebContracts.All.Append(typeof(HomeSectionAttribute)).Select(c => c.Name).Order(StringComparer.Ordinal),
            decided.Order(StringComparer.Ordinal)
        );
        Assert.All(
            WebContracts.All,
            contract =>
            {
                Assert.True(contract.IsVisible);
                Assert.NotEmpty(host.Factory.Services.GetServices(contract));
            }
        );
    }

    [Fact]
    public void What_another_assembly_brings_is_found()
    {
        var services = new ServiceCollection();
        services.AddWebContracts(WebContracts.ClassesOf([typeof(WebContractsTests).Assembly]));
        Assert.Contains(services, s => s.ServiceType == typeof(MenuLine) && s.ImplementationType == typeof(ForeignLine));
        Assert.DoesNotContain(host.Use<Menu>().Lines, l => l is ForeignLine);
    }

    private sealed record ForeignLine() : MenuLine("Shell.Home", "foreign", "", Access.Right.SeeHome, 0);
}
