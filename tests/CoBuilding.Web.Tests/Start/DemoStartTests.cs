using System.Net;
using CoBuilding.Places.Districts;
using CoBuilding.Web.Start;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Web.Tests.Start;

public sealed class DemoStartTests(PortalHost host)
{
    private const string Preparing = "其余区市县的示例数据正在准备";
    private const string Failed = "其余区市县的示例数据未能备齐";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_of_districts_says_that_others_are_being_prepared_until_they_stand()
    {
        var creation = new TaskCompletionSource();
        var start = Start(_ => creation.Task);
        await start.StartAsync(Ct);
        var district = await host.CreateAsync("已建成的区");
        var page = await ListAsync(start);
        Assert.Contains(Preparing, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{district.Slug}/\"", page, StringComparison.Ordinal);
        Assert.Contains("are being prepared", await ListAsync(start, "en"), StringComparison.Ordinal);

        creation.SetResult();
        await start.ExecuteTask!.WaitAsync(Ct);
        Assert.DoesNotContain("示例数据", await ListAsync(start), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_that_fails_is_logged_and_said_and_the_list_is_served()
    {
        var start = Start(_ => throw new InvalidOperationException("no-room-for-districts"));
        await start.StartAsync(Ct);
        await start.ExecuteTask!.WaitAsync(Ct);
        var district = await host.CreateAsync();
        var page = await ListAsync(start);
        Assert.Contains(Failed, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{district.Slug}/\"", page, StringComparison.Ordinal);
        Assert.Contains("could not be prepared", await ListAsync(start, "en"), StringComparison.Ordinal);
        Assert.Contains(host.Log.Lines, l => l.Contains("no-room-for-districts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_portal_that_is_stopped_meanwhile_ends_in_good_order()
    {
        var begun = new TaskCompletionSource();
        var start = Start(ct =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.Infinite, ct);
        });
        await start.StartAsync(Ct);
        await begun.Task.WaitAsync(Ct);
        await start.StopAsync(Ct);
        Assert.True(start.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Equal(DemoProgress.Preparing, start.Progress);
    }

    [Fact]
    public async Task Without_a_demo_nothing_is_said() =>
        Assert.DoesNotContain("示例数据", await host.Browse().ReadAsync("/"), StringComparison.Ordinal);

    private DemoStart Start(Func<CancellationToken, Task> found)
    {
        var start = new DemoStart(host.Use<DistrictList>(), TimeProvider.System, host.Use<ILogger<DemoStart>>());
        start.FoundBehind(found);
        return start;
    }

    /// <summary>The page as a portal shows it whose demo has come so far.</summary>
    private async Task<string> ListAsync(DemoStart start, string? language = null)
    {
        await using var portal = host.Factory.WithWebHostBuilder(web =>
            web.ConfigureTestServices(services =>
            {
                // Started by the test already: the portal only looks at it.
                foreach (
                    var known in services
                        .Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null)
                        .ToList()
                )
                    services.Remove(known);
                services.AddSingleton(start);
            })
        );
        var browser = host.Browse(portal);
        if (language is not null)
            browser.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=" + Uri.EscapeDataString($"c={language}|uic={language}"));
        var answer = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.TextAsync();
    }
}
