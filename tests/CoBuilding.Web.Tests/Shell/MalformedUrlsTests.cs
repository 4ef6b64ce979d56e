using System.Reflection;
using System.Text.RegularExpressions;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.Web.Tests.Shell;

/// <summary>Unexpected URLs: each shows a page without an internal error.</summary>
public sealed partial class MalformedUrlsTests(PortalHost host)
{
    /// <summary>Values for the query of any page or download.</summary>
    private static readonly string[] Names =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()?.Name)
            .OfType<string>(),
        "version",
        "then",
        "thenknown",
        "now",
        "nowknown",
    ];

    [Theory]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("%ED%A0%80")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Whatever_stands_in_the_query_is_no_error_of_ours(string value)
    {
        var district = await host.CreateAsync();
        var browser = await district.SignInAsync("admin");
        var query = string.Join('&', Names.Distinct().Select(name => $"{name}={value}"));
        List<string> errors = [];
        foreach (var path in Paths())
        {
            using var answer = await browser.GetAsync($"/{district.Slug}{path}?{query}");
            if ((int)answer.StatusCode >= 500)
                errors.Add($"{path}: {(int)answer.StatusCode}");
        }
        Assert.Equal([], errors);
    }

    [Fact]
    public void There_are_addresses_and_names() => Assert.True(Paths().Count > 100 && Names.Distinct().Count() > 15);

    private List<string> Paths() =>
        [
            .. host.Use<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false)
                .Select(e => "/" + Parameter().Replace(e.RoutePattern.RawText!.TrimStart('/'), p => Value(p.Value)))
                .Where(path => !path.StartsWith("/_", StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static string Value(string parameter) =>
        parameter.Contains(":int", StringComparison.Ordinal) ? "1"
        : parameter.Contains("token", StringComparison.Ordinal) ? "nowhere"
        : "01a00000-0000-7000-8000-000000000000";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
