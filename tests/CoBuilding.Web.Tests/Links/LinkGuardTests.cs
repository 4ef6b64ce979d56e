using System.Net;
using CoBuilding.Access;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.Web.Tests.Links;

/// <summary>Limits for failed links, and their effect on others who share the address.</summary>
public class LinkGuardTests(PortalHost host)
{
    private const string Bogus = "Zq7tokenThatLeadsNowhere0123456789abcdefghij";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a")]
    [InlineData("t")]
    [InlineData("c")]
    [InlineData("r")]
    public async Task What_is_sent_by_a_link_that_leads_nowhere_is_not_read(string kind)
    {
        var district = await host.CreateAsync();
        var (status, wasRead) = await SendAsync($"/{kind}/{Bogus}", district);
        Assert.Equal(StatusCodes.Status404NotFound, status);
        Assert.False(wasRead);
    }

    [Fact]
    public async Task A_links_right_is_for_one_kind_of_page()
    {
        var district = await host.CreateAsync();
        var link = await TokenAsync(district);
        Assert.Equal((StatusCodes.Status404NotFound, false), await SendAsync($"/c/{link}", district));
        var (_, wasRead) = await SendAsync($"/a/{link}", district);
        Assert.True(wasRead); // the twin
    }

    [Fact]
    public void Every_endpoint_that_takes_something_from_a_links_bearer_says_by_which_right() =>
        Assert.Empty(
            host.Use<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.RoutePattern.GetParameter("token") is not null
                    && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) == true
                    && e.Metadata.GetMetadata<FormPostDeclaration>() is not { Right: not null }
                )
                .Select(e => e.RoutePattern.RawText)
        );

    [Fact]
    public async Task Beyond_the_limit_known_links_pass_and_others_queue_ten_deep()
    {
        var district = await host.CreateAsync();
        await using var strict = Strict();
        var known = $"/{district.Slug}/a/{await TokenAsync(district)}";
        var colleague = host.Browse(strict);
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync(known)).StatusCode);
        for (var n = 0; n < 3; n++)
            Assert.Equal(HttpStatusCode.NotFound, (await TryAsync(n)).StatusCode);

        // Of twenty at once one passes, ten wait, one more each second; the rest is sent away at once.
        var crowd = Enumerable.Range(0, 20).Select(TryAsync).ToList();
        var sentAway = 0;
        while (sentAway == 0)
        {
            var answered = await Task.WhenAny(crowd);
            crowd.Remove(answered);
            if ((await answered).StatusCode == HttpStatusCode.TooManyRequests)
                sentAway++;
        }
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync(known)).StatusCode);
        Assert.Contains(crowd, c => !c.IsCompleted); // they are still waiting, and the colleague was not delayed
        Assert.All(await Task.WhenAll(crowd), a => Assert.True(a.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests));

        Task<HttpResponseMessage> TryAsync(int n) => host.Browse(strict).GetAsync($"/{district.Slug}/a/{Bogus}{n}");
    }

    [Fact]
    public async Task A_good_link_that_is_new_to_the_node_waits_its_turn_and_opens()
    {
        var district = await host.CreateAsync();
        await using var strict = Strict();
        for (var n = 0; n < 3; n++)
            await host.Browse(strict).GetAsync($"/{district.Slug}/a/{Bogus}{n}");
        Assert.Equal(
            HttpStatusCode.OK,
            (await host.Browse(strict).GetAsync($"/{district.Slug}/a/{await TokenAsync(district)}")).StatusCode
        );
    }

    private WebApplicationFactory<Program> Strict() =>
        host.Factory.WithWebHostBuilder(web => web.UseSetting("Links:FailuresPerMinute", "3"));

    private async Task<(int Status, bool WasRead)> SendAsync(string path, WebDistrict district)
    {
        using var body = new WatchedStream();
        var sent = await host.Factory.Server.SendAsync(
            context =>
            {
                context.Request.Method = "POST";
                context.Request.Host = new HostString("localhost");
                context.Request.Path = $"/{district.Slug}{path}";
                context.Request.ContentType = "application/x-www-form-urlencoded";
                context.Request.ContentLength = body.Length;
                context.Request.Body = body;
            },
            Ct
        );
        return (sent.Response.StatusCode, body.WasRead);
    }

    /// <summary>The token by which one unit of the district answers an invitation.</summary>
    private async Task<string> TokenAsync(WebDistrict district)
    {
        var admin = await district.ScopeAsync("admin");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, _, _) = await host.MemberAsync(admin, committee, district.Street, "第一中学");
        var meeting = new DraftMeeting.Form
        {
            CommitteeId = committee,
            Title = "第四季度联席会议",
            Day = RosterFixture.Today.AddDays(7),
            Venue = "会议室",
            ReplyByDay = RosterFixture.Today.AddDays(5),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [seat],
        };
        await host.Use<DraftMeeting>().RunAsync(admin, meeting, Ct);
        await host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = meeting.MeetingId }, Ct);
        return (await host.Use<MakeLinks>().RunAsync(admin, new() { MeetingId = meeting.MeetingId }, Ct))[0].Token;
    }

    private sealed class WatchedStream() : MemoryStream("reply=Attend"u8.ToArray())
    {
        public bool WasRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            WasRead = true;
            return base.Read(buffer);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
