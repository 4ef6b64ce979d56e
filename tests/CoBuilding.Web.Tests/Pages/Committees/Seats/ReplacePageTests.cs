using System.Globalization;
using Bunit;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Units.People;
using CoBuilding.Web.Pages.Committees.Seats;
using CoBuilding.Web.Pages.Units.People;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CoBuilding.Web.Tests.Pages.Committees.Seats;

public sealed class ReplacePageTests(PortalHost host)
{
    [Fact]
    public async Task The_second_of_two_clerks_sees_what_the_first_did_and_keeps_what_was_typed()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, unit, second) = await host.MemberAsync(admin, committee, district.Community, "东街中学");
        var third = await host.PersonAsync(admin, unit, "东街中学丙");
        await using var page = await OpenAsync(district, committee, seat);
        page.Cut.WaitForElement("form");

        await host.Use<ReplaceMember>()
            .RunAsync(
                admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = page.Cut.Instance.Seat!.RowVersion,
                    PersonId = second,
                    From = RosterFixture.Today,
                    Reason = EndReason.Retired,
                },
                CancellationToken.None
            );
        await page.Cut.InvokeAsync(() => page.Cut.FindComponent<PersonPicker>().Instance.ValueChanged.InvokeAsync(third));
        await page.Cut.InvokeAsync(() => page.Cut.FindComponent<EndReasonField>().Instance.ValueChanged.InvokeAsync(EndReason.Resigned));
        await page.Cut.InvokeAsync(() =>
            page.Cut.FindComponent<DayField>().Instance.ValueChanged.InvokeAsync(RosterFixture.Today.AddDays(1))
        );
        await page.Cut.Find("form").SubmitAsync();

        page.Cut.WaitForAssertion(() => Assert.Contains("东街中学乙", page.Cut.Find(".newer").TextContent, StringComparison.Ordinal));
        Assert.Contains("admin", page.Cut.Find(".notice.bad").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("RowVersion", page.Cut.Find(".notice.bad").TextContent, StringComparison.Ordinal);
        Assert.Single(page.Cut.FindAll(".notice.bad li")); // not what was there before the page was opened

        await page.Cut.Find(".newer button").ClickAsync(new());
        Assert.Equal(third, page.Cut.FindComponent<PersonPicker>().Instance.Value);
        await page.Cut.Find("form").SubmitAsync();
        page.Cut.WaitForAssertion(() =>
            Assert.EndsWith(
                $"committees/{committee}",
                page.Context.Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
        var roster = await host.Use<SeeRoster>().AskAsync(admin, committee, RosterFixture.Today.AddDays(1), null, CancellationToken.None);
        Assert.Equal("东街中学丙", roster.Rows.Single(r => r.SeatId == seat).Holder);
    }

    private async Task<OpenPage> OpenAsync(WebDistrict district, Guid committee, Guid seat)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices();
        context.AddBunitPersistentComponentState();
        context.Services.AddSingleton(host.Use<SeeRoster>());
        context.Services.AddSingleton(host.Use<ReplaceMember>());
        context.Services.AddSingleton(host.Use<FindDoublePosts>());
        context.Services.AddScoped<RecentPicks>();
        context.Services.AddSingleton(host.Use<FindPeople>());
        context.Services.AddSingleton(host.Use<EnterPerson>());
        var self = await host.Use<SeeSelf>().AskAsync(await district.ScopeAsync("admin"), CancellationToken.None);
        var signedIn = Task.FromResult(new AuthenticationState(await district.PrincipalAsync("admin")));
        context.RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, signedIn));
        context.RenderTree.Add<CascadingValue<ShellState>>(p => p.Add(c => c.Value, new ShellState { Self = self }));
        context.Render<MudBlazor.MudPopoverProvider>();
        return new OpenPage(context, context.Render<ReplaceMemberPage>(p => p.Add(c => c.Id, committee).Add(c => c.SeatId, seat)));
    }

    private sealed record OpenPage(BunitContext Context, IRenderedComponent<ReplaceMemberPage> Cut) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }
}
