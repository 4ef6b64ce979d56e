using System.Net;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Web.Tests.Forms;

/// <summary>
/// Every POST endpoint declares its protection against forgery; without a form's token, those that require it do nothing.
/// </summary>
public sealed class FormPostsFence(PortalHost host)
{
    /// <summary>The valid request and sender of each form that requires a token; new forms have to be added here.</summary>
    private static readonly Dictionary<string, (string Login, string Page, string Fields)> Rightly = new()
    {
        ["/sign-in"] = ("admin", "/sign-in", $"login=admin&password={PortalHost.Password}"),
        ["/password"] = ("admin", "/password", $"current={PortalHost.Password}&password=other-Password-2&repeat=other-Password-2"),
        ["/sign-out"] = ("admin", "/sign-out", "everywhere=true"),
        ["/invitations/{id:guid}"] = ("secretary", "", "reply=Attend"),
        ["/countersigns/{id:guid}"] = ("secretary", "", "answer=NoObjection"),
        ["/tasks/{id:guid}"] = ("secretary", "", "action=Acknowledged"),
        ["/topics/{id:guid}"] = ("secretary", "", "title=%E5%81%9C%E8%BD%A6"),
        ["/meetings/{id:guid}/notices"] = ("admin", "/password", ""),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_endpoint_that_may_write_is_declared_as_exactly_one_kind() =>
        Assert.Equal([], Undeclared(host.Use<EndpointDataSource>().Endpoints));

    [Fact]
    public void What_is_not_declared_is_the_frameworks_alone() =>
        Assert.Equal(
            ["/_blazor", "/_blazor/disconnect/", "/_blazor/initializers/", "/_blazor/negotiate", "/health/live", "/health/ready"],
            Writing(host.Use<EndpointDataSource>().Endpoints)
                .Where(e => e.Metadata.GetMetadata<FormPostDeclaration>() is null)
                .Select(e => e.RoutePattern.RawText)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_endpoint_binds_a_form_which_would_be_read_before_anything_is_asked() =>
        Assert.Equal([], Binding(host.Use<EndpointDataSource>().Endpoints));

    [Theory]
    [InlineData("POST", 0, 0)]
    [InlineData("DELETE", 0, 0)]
    [InlineData(null, 0, 0)]
    [InlineData("POST", 2, 0)]
    [InlineData("POST", 1, 1)]
    public void One_without_a_kind_with_two_or_without_a_reason_would_be_found(string? method, int kinds, int withoutReason)
    {
        List<object> metadata =
        [
            .. Enumerable.Repeat(new FormPostDeclaration(FormPostKind.Link, withoutReason > 0 ? "" : "whoever bears it"), kinds),
        ];
        if (method is not null)
            metadata.Add(new HttpMethodMetadata([method]));
        var guilty = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/guilty"), 0, new(metadata), "guilty");
        Assert.Equal(["/guilty"], Undeclared([guilty]));
    }

    [Fact]
    public async Task One_that_is_not_declared_demands_the_token_all_the_same_and_does_not_run()
    {
        var ran = 0;
        await using var guilty = GuiltyApp(() => ran++);
        await guilty.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = new Uri(guilty.Urls.First()) };
        using var form = SentForm.Encoded("everywhere=true");
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri("/guilty", UriKind.Relative), form, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.DeleteAsync(new Uri("/guilty", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(0, ran);
    }

    [Fact]
    public async Task Without_its_token_a_form_is_refused_and_no_row_is_written()
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        List<string> wrong = [];
        foreach (var endpoint in Demanding())
        {
            var (login, page, right) = Rightly[endpoint.RoutePattern.RawText!];
            var path = asked.PathOf(endpoint);
            page = page.Length == 0 ? path : $"/{asked.District.Slug}{page}";
            var stranger = await asked.District.SignInAsync("auditor");
            var browser = await asked.District.SignInAsync(login);
            var foreign = Token(await SentForm.OnAsync(stranger, $"/{asked.District.Slug}/sign-out", "/sign-out"));
            var before = await asked.JournaledAsync();
            foreach (var (name, content) in Tokenless(right, foreign))
            {
                using (content)
                {
                    var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), content, Ct);
                    if (answer.StatusCode is not HttpStatusCode.BadRequest)
                        wrong.Add($"{path} {name}: {answer.StatusCode}");
                }
            }
            if (await asked.JournaledAsync() != before)
                wrong.Add($"{path} wrote");

            // Otherwise the refusals would prove nothing.
            var own = Token(await SentForm.OnAsync(browser, $"/{asked.District.Slug}/sign-out", "/sign-out"));
            using var meant = SentForm.Encoded($"{right}&{SentForm.Token}={Uri.EscapeDataString(own)}");
            var done = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), meant, Ct);
            if ((int)done.StatusCode >= 400 || await asked.JournaledAsync() == before)
                wrong.Add($"{path} with its token: {done.StatusCode}");
        }
        Assert.Equal([], wrong);
    }

    [Fact]
    public void Each_form_that_demands_a_token_is_tried_above() =>
        Assert.Equal(
            Rightly.Keys.Order(StringComparer.Ordinal),
            Demanding().Select(e => e.RoutePattern.RawText!).Order(StringComparer.Ordinal)
        );

    /// <summary>The password comes last: it ends the account's other sessions, and is another one afterwards.</summary>
    private List<RouteEndpoint> Demanding() =>
        [
            .. Writing(host.Use<EndpointDataSource>().Endpoints)
                .Where(e => e.Metadata.GetMetadata<FormPostDeclaration>() is { Kind: FormPostKind.Token })
                .OrderBy(e => e.RoutePattern.RawText == "/password"),
        ];

    private static IEnumerable<(string, HttpContent)> Tokenless(string right, string foreign) =>
        [
            ("no token", SentForm.Encoded(right)),
            ("an empty token", SentForm.Encoded($"{right}&{SentForm.Token}=")),
            ("another's token", SentForm.Encoded($"{right}&{SentForm.Token}={Uri.EscapeDataString(foreign)}")),
            ("nothing", new ByteArrayContent([])),
            ("json", new StringContent("{}", System.Text.Encoding.UTF8, "application/json")),
        ];

    private static string Token(IEnumerable<SentForm> forms) => forms.First().Fields.Single(f => f.Key == SentForm.Token).Value;

    private static IEnumerable<string?> Undeclared(IEnumerable<Endpoint> endpoints) =>
        Writing(endpoints)
            .Where(e =>
                e.Metadata.GetOrderedMetadata<FormPostDeclaration>() is not [var only]
                || (only.Kind is not FormPostKind.Token && only.Reason.Length < 10)
            )
            .Where(e => !FormTokens.FrameworkPaths.Contains(e.RoutePattern.RawText))
            .Select(e => e.RoutePattern.RawText);

    private static IEnumerable<string?> Binding(IEnumerable<Endpoint> endpoints) =>
        endpoints
            .OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts
                && accepts.ContentTypes.Any(t => t.Contains("form", StringComparison.Ordinal))
            )
            .Select(e => e.RoutePattern.RawText);

    /// <summary>Those that take a request of another method than reading ones.</summary>
    private static IEnumerable<RouteEndpoint> Writing(IEnumerable<Endpoint> endpoints) =>
        endpoints
            .OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
                || methods.HttpMethods.Any(FormTokens.MayWrite)
            );

    private static WebApplication GuiltyApp(Action run)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery();
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.UseFormTokens();
        app.MapMethods("/guilty", ["POST", "DELETE"], run);
        return app;
    }
}
