using Bunit;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Components.Routing;

namespace CoBuilding.ProofRoom.Tests;

public class RoutesTests
{
    /// <summary>The first rendering follows the endpoint; what is opened afterwards, within the circuit, follows this list.</summary>
    [Fact]
    public async Task The_circuit_finds_the_rooms_pages()
    {
        await using var context = new BunitContext();
        context.ComponentFactories.AddStub<Router>();
        var router = context.Render<Routes>().FindComponent<Bunit.TestDoubles.Stub<Router>>().Instance;
        Assert.Equal([typeof(Notice).Assembly], router.Parameters.Get(r => r.AdditionalAssemblies));
    }
}
