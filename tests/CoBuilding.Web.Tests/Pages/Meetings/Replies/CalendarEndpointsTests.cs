using System.Net;
using CoBuilding.Access;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Meetings.Replies;

/// <summary>The calendar to which programs subscribe, as they fetch it.</summary>
public sealed class CalendarEndpointsTests(PortalHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_is_read_without_signing_in_and_an_unchanged_calendar_is_not_sent_again()
    {
        var district = await host.CreateAsync();
        var path = await SubscribeAsync(district);
        var program = host.Browse().Http;
        var first = await program.GetAsync(path, Ct);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (first.StatusCode, first.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("BEGIN:VCALENDAR", await first.TextAsync(), StringComparison.Ordinal);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(first.Headers.CacheControl?.NoStore);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await program.SendAsync(again, Ct)).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, (await program.SendAsync(head, Ct)).StatusCode);
    }

    [Fact]
    public async Task Another_address_leads_nowhere_and_another_district_s_neither()
    {
        var (district, other) = (await host.CreateAsync(), await host.CreateAsync());
        var path = await SubscribeAsync(district);
        var program = host.Browse().Http;
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await program.GetAsync(new Uri($"/{district.Slug}/calendar/{Secrets.Make()}.ics", UriKind.Relative), Ct)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await program.GetAsync(
                    new Uri(path.OriginalString.Replace(district.Slug, other.Slug, StringComparison.Ordinal), UriKind.Relative),
                    Ct
                )
            ).StatusCode
        );
        await host.Use<CloseFeed>().RunAsync(await district.ScopeAsync("admin"), new(), Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(path, Ct)).StatusCode);
    }

    private async Task<Uri> SubscribeAsync(WebDistrict district)
    {
        var form = new OpenFeed.Form();
        await host.Use<OpenFeed>().RunAsync(await district.ScopeAsync("admin"), form, Ct);
        return new Uri($"/{district.Slug}/calendar/{form.Secret}.ics", UriKind.Relative);
    }
}
