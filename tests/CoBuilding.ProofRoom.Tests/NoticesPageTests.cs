using System.Net;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.ProofRoom.Tests;

[Collection<ComposedPortal>]
public class NoticesPageTests(PortalHost host)
{
    [Fact]
    public async Task The_web_answers_with_the_rooms_page_to_whoever_has_its_right()
    {
        var district = await host.CreateAsync();
        var admin = await district.SignInAsync("admin");
        Assert.Contains("还没有公告。", await admin.ReadAsync($"/{district.Slug}/notices"), StringComparison.Ordinal);

        await host.Use<HangNotice>()
            .RunAsync(
                await district.ScopeAsync("admin"),
                new()
                {
                    PlaceId = district.Street.Id,
                    Title = "本周六上午停水检修",
                    HangsUntil = new DateOnly(2100, 1, 1),
                },
                TestDistrict.Ct
            );
        Assert.Contains("本周六上午停水检修 (张贴中)", await admin.ReadAsync($"/{district.Slug}/notices"), StringComparison.Ordinal);

        var auditor = await district.SignInAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"/{district.Slug}/notices")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Browse().GetAsync($"/{district.Slug}/notices")).StatusCode);
    }
}
