using System.Net.Http.Headers;
using System.Text;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.Web.Tests.Forms;

/// <summary>
/// Requests that no page sends: unexpected values in every field of every form, and bodies that are not forms. Each is answered with
/// a message, without an internal error. The forms are found on their pages, so that new ones are covered automatically.
/// </summary>
public sealed class MalformedFormsTests(PortalHost host)
{
    /// <summary>In the encoding of forms.</summary>
    private static readonly string[] Values =
    [
        "",
        "abc",
        "Nonsense",
        "%00",
        "a%00b",
        "%ED%A0%80",
        "%FF%FE",
        "%",
        "%zz",
        "-1",
        "99999999999",
        "0001-01-01",
        "9999-12-31",
        "true%2Cfalse",
        "00000000-0000-0000-0000-000000000000",
        "%26%23xD800%3B",
        new('x', 1024 * 1024),
    ];

    /// <summary>Half of a pair, the sign of nothing, and a byte that begins no character.</summary>
    private static readonly byte[] NoText = [(byte)'a', 0xED, 0xA0, 0x80, 0x00, 0xFF, (byte)'b'];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Whatever_a_form_holds_is_answered_in_words(string environment)
    {
        await using var portal = host.Factory.WithWebHostBuilder(web => web.UseEnvironment(environment));
        var asked = await AskedUnitFixture.CreateAsync(host);
        List<string> errors = [];
        foreach (var endpoint in Posts())
        {
            var (browser, forms) = await OpenAsync(portal, asked, endpoint);
            if (forms.Count == 0)
            {
                errors.Add($"{endpoint.RoutePattern.RawText}: no form on its page");
                continue;
            }
            foreach (var form in forms.DistinctBy(f => string.Join(',', f.Names)))
            {
                foreach (var (name, value) in form.Names.SelectMany(name => Values.Select(value => (name, value))))
                {
                    if (IsOver(endpoint))
                        (browser, _) = await OpenAsync(portal, asked, endpoint);
                    await TryAsync($"{name}={(value.Length > 60 ? "1 MB" : value)}", SentForm.Encoded(form.With(name, value)));
                }
                foreach (var name in form.Names)
                {
                    if (IsOver(endpoint))
                        (browser, _) = await OpenAsync(portal, asked, endpoint);
                    await TryAsync($"{name} as bytes that are no text", Parts(form, [name], NoText, null));
                }
            }
            foreach (var (name, body) in Bodies(forms[0]))
            {
                if (IsOver(endpoint))
                    (browser, _) = await OpenAsync(portal, asked, endpoint);
                await TryAsync(name, body);
            }

            async Task TryAsync(string name, HttpContent content)
            {
                using (content)
                {
                    using var answer = await browser.Http.PostAsync(new Uri(asked.PathOf(endpoint), UriKind.Relative), content, Ct);
                    if (await ComplaintAsync(answer) is { } complaint)
                        errors.Add($"{endpoint.RoutePattern.RawText} {name}: {complaint}");
                }
            }
        }
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        Assert.DoesNotContain(
            host.Log.Lines,
            line =>
                line.Contains("\"Error {Reference}", StringComparison.Ordinal)
                && line.Contains(asked.District.Id.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Every_form_that_is_sent_by_POST_is_found_on_its_page()
    {
        var asked = await AskedUnitFixture.CreateAsync(host);
        List<string> without = [];
        foreach (var endpoint in Posts())
        {
            var (_, forms) = await OpenAsync(host.Factory, asked, endpoint);
            if (forms.Count == 0)
                without.Add(endpoint.RoutePattern.RawText!);
        }
        Assert.Equal([], without);
        Assert.InRange(Posts().Count, 13, 100);
    }

    [Fact]
    public async Task What_is_blank_or_an_error_would_be_complained_of()
    {
        using var blank = new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest);
        using var error = new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError)
        {
            Content = new StringContent("<h1>…</h1><p>…</p>"),
        };
        Assert.NotNull(await ComplaintAsync(blank));
        Assert.NotNull(await ComplaintAsync(error));
    }

    /// <summary>After sign-out or a new password the test signs in again.</summary>
    private static bool IsOver(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText is "/sign-out" or "/sign-in";

    private static async Task<string?> ComplaintAsync(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
            return $"{status}";
        if (status < 400)
            return null;
        var page = await answer.TextAsync();
        return
            page.Contains("<h1", StringComparison.Ordinal)
            && (
                page.Contains("role=\"alert\"", StringComparison.Ordinal)
                || page.Contains("class=\"problem\"", StringComparison.Ordinal)
                || page.Contains("<p>", StringComparison.Ordinal)
            )
            ? null
            : $"{status} without words";
    }

    private List<RouteEndpoint> Posts() =>
        [
            .. host.Use<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && methods.HttpMethods.Any(FormTokens.MayWrite))
                .OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal),
        ];

    /// <summary>The forms of an endpoint, in the browser of a permitted user.</summary>
    private static async Task<(Browser Browser, List<SentForm> Forms)> OpenAsync(
        WebApplicationFactory<Program> portal,
        AskedUnitFixture asked,
        RouteEndpoint endpoint
    )
    {
        var (path, declared) = (asked.PathOf(endpoint), endpoint.Metadata.GetMetadata<FormPostDeclaration>()!);
        var page =
            declared.Back?.Page is { } named
                ? $"/{asked.District.Slug}" + named.Replace("{id}", path.Split('/')[3], StringComparison.Ordinal)
            : declared.Kind is FormPostKind.Preference ? $"/{asked.District.Slug}/sign-in"
            : path;
        var browser = asked.Host.Browse(portal);
        if (declared.Kind is FormPostKind.Token && endpoint.RoutePattern.RawText != "/sign-in")
            await browser.SignInAsync(
                asked.District.Slug,
                endpoint.RoutePattern.RawText
                    is "/invitations/{id:guid}"
                        or "/countersigns/{id:guid}"
                        or "/tasks/{id:guid}"
                        or "/topics/{id:guid}"
                    ? "secretary"
                    : "admin",
                PortalHost.Password
            );
        return (browser, await SentForm.OnAsync(browser, page, path[(asked.District.Slug.Length + 1)..]));
    }

    private static IEnumerable<(string, HttpContent)> Bodies(SentForm form)
    {
        var token = Uri.EscapeDataString(form.Fields.FirstOrDefault(f => f.Key == SentForm.Token).Value ?? "");
        yield return ("nothing at all", new ByteArrayContent([]));
        yield return ("an empty form", SentForm.Encoded(""));
        yield return ("the token alone", SentForm.Encoded($"{SentForm.Token}={token}"));
        yield return ("json", As("{}", "application/json"));
        yield return ("plain text", As("reply=Attend", "text/plain"));
        yield return (
            "two thousand fields",
            SentForm.Encoded($"{SentForm.Token}={token}&{string.Join('&', Enumerable.Range(0, 2000).Select(n => $"f{n}=1"))}")
        );
        yield return (
            "one field two thousand times",
            SentForm.Encoded($"{SentForm.Token}={token}&{string.Join('&', form.Names.SelectMany(n => Enumerable.Repeat($"{n}=1", 2000)))}")
        );
        yield return ("a long name", SentForm.Encoded($"{SentForm.Token}={token}&{new string('n', 5000)}=1"));
        yield return (
            "five megabytes",
            SentForm.Encoded($"{SentForm.Token}={token}&{form.Names.First()}={new string('x', 5 * 1024 * 1024)}")
        );
        yield return ("sixteen bits", As(form.Without(""), "application/x-www-form-urlencoded; charset=utf-16"));
        yield return ("an unknown charset", As(form.Without(""), "application/x-www-form-urlencoded; charset=nonsense"));
        yield return ("no boundary", As("--x", "multipart/form-data"));
        yield return (
            "parts that are cut off",
            As("--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\ncut", "multipart/form-data; boundary=x")
        );
        string[] names = [.. form.Names.Where(n => n != SentForm.Token)];
        yield return ("bytes that are no text", Parts(form, names, NoText, null));
        yield return ("a file in each field", Parts(form, names, [0x00], "a\0\uFFFD.txt"));
    }

    private static StringContent As(string body, string type)
    {
        var content = new StringContent(body, Encoding.ASCII);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <param name="strange">The fields that hold the bytes, as a file if that has a name; the others hold what they should.</param>
    private static ByteArrayContent Parts(SentForm form, string[] strange, byte[] bytes, string? file)
    {
        List<byte> body = [];
        foreach (var field in form.Anew())
        {
            var isStrange = strange.Contains(field.Key);
            var fileName = isStrange && file is not null ? $"; filename=\"{file}\"" : "";
            body.AddRange(Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{field.Key}\"{fileName}\r\n\r\n"));
            body.AddRange(isStrange ? bytes : Encoding.UTF8.GetBytes(field.Value));
            body.AddRange("\r\n"u8);
        }
        body.AddRange("--x--\r\n"u8);
        var content = new ByteArrayContent([.. body]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        return content;
    }
}
