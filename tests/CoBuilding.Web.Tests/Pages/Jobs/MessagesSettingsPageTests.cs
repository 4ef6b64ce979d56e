using System.Globalization;
using Bunit;
using CoBuilding.Access;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Web.Pages.Jobs;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;

namespace CoBuilding.Web.Tests.Pages.Jobs;

/// <summary>The page on which a district's administrator sets by which servers its messages go.</summary>
public sealed class MessagesSettingsPageTests
{
    private readonly PortalHost host;

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    // In the constructor: what an asynchronous helper sets ends with it.
    public MessagesSettingsPageTests(PortalHost host)
    {
        this.host = host;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
    }

    [Fact]
    public async Task Before_it_is_saved_the_page_says_which_secrets_stay_with_the_server_of_before()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await host.Use<SetMailChannel>()
            .RunAsync(
                admin,
                new()
                {
                    Host = "mx.cn",
                    UserName = "u",
                    Password = "p",
                    Sender = "a@b.cn",
                },
                Ct
            );
        var gateway = new SetSmsChannel.Form
        {
            Url = "https://x.cn/1",
            Headers = "X-Key: k",
            Body = "{text}{mobile}",
        };
        await host.Use<SetSmsChannel>().RunAsync(admin, gateway, Ct);
        var robot = new SetRobotChannel.Form
        {
            Kind = ChannelKind.DingTalk,
            Url = "https://x.cn/1",
            Password = "SEC1",
        };
        await host.Use<SetRobotChannel>().RunAsync(admin, robot, Ct);
        await using var page = await OpenAsync(district);
        page.Cut.WaitForElement("details");
        Assert.Empty(page.Cut.FindAll(".stays"));

        await TypeAsync(page, "MailForm", 0, "mx.other.cn");
        Assert.Contains("请重新填写密码", Note(page), StringComparison.Ordinal);
        await TypeAsync(page, "MailForm", 0, "mx.cn");
        Assert.Empty(page.Cut.FindAll(".stays"));

        await TypeAsync(page, "SmsForm", 0, "https://other.cn/");
        Assert.Contains("请重新填写请求头", Note(page), StringComparison.Ordinal);
        Assert.Contains("请重新填写正文模板", Note(page), StringComparison.Ordinal);
        await TypeAsync(page, "SmsForm", 0, "");
        Assert.Empty(page.Cut.FindAll(".stays"));

        var group = page.Cut.FindComponents<RobotForm>().Single(f => f.Instance.Kind == ChannelKind.DingTalk);
        await group.FindAll("input[type=text]")[0].InputAsync(new() { Value = "https://other.cn/" });
        Assert.Contains("请重新填写密钥", Note(page), StringComparison.Ordinal);
        await group.Find("form").SubmitAsync();
        group.WaitForElement(".notice.bad");
        Assert.Contains(group.FindAll(".mud-input-error"), e => e.TextContent.Contains("请重新填写密钥", StringComparison.Ordinal));
        Assert.True(
            (await host.Use<SeeChannels>().AskAsync(admin, Ct)).Channels.Single(c => c.Kind == ChannelKind.DingTalk)
                is { Host: "x.cn", HasPassword: true }
        );
    }

    [Fact]
    public async Task A_test_shows_the_answers_status_and_neither_the_page_nor_the_log_anything_else_of_it()
    {
        const string Secret = "answer-that-nobody-may-read";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers["X-Key"] = Secret;
            return context.Response.WriteAsync(Secret);
        });
        await server.StartAsync(Ct);
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var robot = new SetRobotChannel.Form { Kind = ChannelKind.WeCom, Url = server.Urls.Single() };
        await host.Use<SetRobotChannel>().RunAsync(admin, robot, Ct);
        await using var page = await OpenAsync(district);
        var test = page.Cut.WaitForComponent<TryChannelForm>();
        await test.Find("form").SubmitAsync();
        test.WaitForAssertion(() => Assert.Contains("HTTP 403", test.Find(".notice.bad").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, page.Cut.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(Secret, StringComparison.Ordinal));
    }

    private static Task TypeAsync(OpenPage page, string form, int input, string text)
    {
        IRenderedComponent<IComponent> cut = form == "MailForm" ? page.Cut.FindComponent<MailForm>() : page.Cut.FindComponent<SmsForm>();
        return cut.FindAll("input[type=text]")[input].InputAsync(new() { Value = text });
    }

    private static string Note(OpenPage page) => page.Cut.Find(".stays").TextContent;

    private async Task<OpenPage> OpenAsync(WebDistrict district)
    {
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices();
        context.AddBunitPersistentComponentState();
        context.Services.AddSingleton(host.Use<SeeChannels>());
        context.Services.AddSingleton(host.Use<SetMessageSetting>());
        context.Services.AddSingleton(host.Use<SetMailChannel>());
        context.Services.AddSingleton(host.Use<SetSmsChannel>());
        context.Services.AddSingleton(host.Use<SetRobotChannel>());
        context.Services.AddSingleton(host.Use<TryChannel>());
        var self = await host.Use<SeeSelf>().AskAsync(await district.ScopeAsync("admin"), Ct);
        var signedIn = Task.FromResult(new AuthenticationState(await district.PrincipalAsync("admin")));
        context.RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, signedIn));
        context.RenderTree.Add<CascadingValue<ShellState>>(p => p.Add(c => c.Value, new ShellState { Self = self }));
        context.Render<MudBlazor.MudPopoverProvider>();
        return new OpenPage(context, context.Render<MessagesSettingsPage>());
    }

    private sealed record OpenPage(BunitContext Context, IRenderedComponent<MessagesSettingsPage> Cut) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }
}
