using System.Reflection;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Web.Tests.House;

/// <summary>Every page has a right or a reason for not needing one; every public endpoint has a reason.</summary>
public sealed class OpennessFence(PortalHost host)
{
    [Fact]
    public void Every_page_has_a_right_or_a_reason() => Assert.Empty(Unmarked(typeof(Program).Assembly.GetTypes()));

    [Fact]
    public void A_page_without_either_would_be_found() => Assert.Equal([typeof(Guilty)], Unmarked([typeof(Guilty)]));

    [Fact]
    public void Every_open_endpoint_has_a_reason() => Assert.Empty(WithoutReason(host.Use<EndpointDataSource>().Endpoints));

    [Fact]
    public void An_open_endpoint_without_a_reason_would_be_found()
    {
        var guilty = new Microsoft.AspNetCore.Http.Endpoint(null, new(new AllowAnonymousAttribute()), "guilty");
        Assert.Equal(["guilty"], WithoutReason([guilty]));
    }

    private static IEnumerable<Type> Unmarked(IEnumerable<Type> types) =>
        types
            .Where(t => t.GetCustomAttributes<RouteAttribute>().Any())
            .Where(t =>
                t.GetCustomAttribute<NeedsAttribute>() is null
                && t.GetCustomAttribute<SignedInPageAttribute>() is not { Reason.Length: > 10 }
            );

    private static IEnumerable<string?> WithoutReason(IEnumerable<Microsoft.AspNetCore.Http.Endpoint> endpoints) =>
        endpoints
            .Where(e =>
                e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<OpenToAll>() is not { Reason.Length: > 10 }
            )
            .Select(e => e.DisplayName);

    [Route("/guilty")]
    private sealed class Guilty : ComponentBase;
}
