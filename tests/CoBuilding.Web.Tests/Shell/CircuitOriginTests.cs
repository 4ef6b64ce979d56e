using System.Net;
using System.Text.Json;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace CoBuilding.Web.Tests.Shell;

/// <summary>Only the portal's own pages start a circuit.</summary>
public class CircuitOriginTests(PortalHost host)
{
    private const string Own = "http://localhost";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)] // another scheme
    [InlineData("http://localhost:8080", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)] // a frame without an origin of its own
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData(Own, HttpStatusCode.OK)]
    [InlineData("http://LOCALHOST:80", HttpStatusCode.OK)]
    public async Task A_circuit_is_negotiated_with_our_own_pages_alone(string? origin, HttpStatusCode expected)
    {
        var district = await host.CreateAsync();
        using var answer = await NegotiateAsync((await district.SignInAsync("admin")).Http, district.Slug, origin);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData(null)]
    public async Task A_web_socket_is_opened_by_our_own_pages_alone(string? origin)
    {
        var district = await host.CreateAsync();
        var browser = host.Browse();
        var session = (await browser.SignInAsync(district.Slug, "admin", PortalHost.Password))
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("session=", StringComparison.Ordinal))
            .Split(';')[0];
        var address = new Uri($"ws://localhost/{district.Slug}/_blazor?id={await TokenAsync(browser.Http, district.Slug)}");
        await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(origin));
        await OpenAsync(Own); // the twin

        async Task OpenAsync(string? named)
        {
            var client = host.Factory.Server.CreateWebSocketClient();
            client.ConfigureRequest = request =>
            {
                request.Headers.Cookie = session;
                if (named is not null)
                    request.Headers.Origin = named;
            };
            using var socket = await client.ConnectAsync(address, Ct);
        }
    }

    [Fact]
    public async Task A_connection_that_polls_names_no_origin_and_lives_and_one_that_names_a_foreign_one_does_not()
    {
        var district = await host.CreateAsync();
        var http = (await district.SignInAsync("admin")).Http;
        var address = new Uri($"/{district.Slug}/_blazor?id={await TokenAsync(http, district.Slug)}", UriKind.Relative);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, address);
        foreign.Headers.Add("Origin", "http://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(address, Ct)).StatusCode); // the first poll returns at once

        using var hello = new StringContent("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync(address, hello, Ct)).StatusCode);
        http.DefaultRequestHeaders.Add("Origin", Own);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(address, hello, Ct)).StatusCode);
    }

    [Fact]
    public void Every_hub_is_seen_by_it() =>
        Assert.Equal(
            ["/_blazor", "/_blazor/negotiate"],
            host.Use<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HubMetadata>() is not null)
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Distinct()
                .Order()
        );

    private static async Task<string> TokenAsync(HttpClient http, string district)
    {
        using var answer = await NegotiateAsync(http, district, Own);
        using var negotiated = JsonDocument.Parse(await answer.TextAsync());
        return Uri.EscapeDataString(negotiated.RootElement.GetProperty("connectionToken").GetString()!);
    }

    private static async Task<HttpResponseMessage> NegotiateAsync(HttpClient http, string district, string? origin)
    {
        using var question = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"/{district}/_blazor/negotiate?negotiateVersion=1", UriKind.Relative)
        );
        if (origin is not null)
            question.Headers.Add("Origin", origin);
        return await http.SendAsync(question, Ct);
    }
}
