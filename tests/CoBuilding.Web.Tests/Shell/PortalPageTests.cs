using System.Globalization;
using Bunit;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places.Districts;
using CoBuilding.Units;
using CoBuilding.Units.Duplicates;
using CoBuilding.Units.Kinds;
using CoBuilding.Web.Pages.Units;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CoBuilding.Web.Tests.Shell;

public sealed class PortalPageTests(PortalHost host)
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_that_was_sent_before_with_other_content_comes_back_as_typed_and_is_saved_when_it_is_sent_again()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await using var context = await ContextAsync(district);
        var page = context.Render<EnterUnitPage>();
        var form = (EnterUnit.Form)page.FindComponent<OfficeForm>().Instance.Model;
        var (kind, operation) = ((await host.Use<SeeUnitKinds>().AskAsync(admin, Ct))[0].Id, form.OperationId);
        (form.KindId, form.PlaceId) = (kind, district.Community.Id);
        // It arrived, and the page never learned of it.
        await host.Use<EnterUnit>().RunAsync(admin, form with { Name = "东城中学" }, Ct);

        await page.Find("input[type=text]").ChangeAsync(new() { Value = "西城中学" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(Texts.Wording.T("Shell.SentOtherwise"), page.Find(".notice.bad").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("西城中学", page.Find("input[type=text]").GetAttribute("value"));
        Assert.NotEqual(operation, form.OperationId);
        Assert.Equal(["东城中学"], await NamesAsync());

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.EndsWith($"units/{form.UnitId}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal)
        );
        Assert.Equal(["东城中学", "西城中学"], (await NamesAsync()).Order(StringComparer.Ordinal));
        await using var db = await host.Use<Door>().OpenAsync(await district.ScopeAsync("auditor"), Right.SeeJournal, Ct);
        var filled = await db.Set<JournalEntry>().Where(e => e.SubjectId == form.UnitId).Select(e => e.FilledFields).ToListAsync(Ct);
        Assert.Contains(3, filled); // the name, the kind and the place

        async Task<List<string>> NamesAsync() => [.. (await host.Use<ListUnits>().AskAsync(admin, new(), Ct)).Rows.Select(r => r.Name)];
    }

    private async Task<BunitContext> ContextAsync(WebDistrict district)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices();
        context.AddBunitPersistentComponentState();
        context.Services.AddSingleton(host.Use<EnterUnit>());
        context.Services.AddSingleton(host.Use<SeePlaces>());
        context.Services.AddSingleton(host.Use<SeeUnitKinds>());
        context.Services.AddSingleton(host.Use<FindLikeUnits>());
        context.Services.AddScoped<RecentPicks>();
        var self = await host.Use<SeeSelf>().AskAsync(await district.ScopeAsync("admin"), Ct);
        var signedIn = Task.FromResult(new AuthenticationState(await district.PrincipalAsync("admin")));
        context.RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, signedIn));
        context.RenderTree.Add<CascadingValue<ShellState>>(p => p.Add(c => c.Value, new ShellState { Self = self }));
        context.Render<MudBlazor.MudPopoverProvider>();
        return context;
    }
}
