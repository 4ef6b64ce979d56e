using CoBuilding.Journeys.House;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed class PlacesJourney(PortalHost host, Chromium chromium)
{
    [Fact]
    public async Task From_a_street_s_Party_chain_to_its_picture_on_the_wall_and_on_the_phone()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var place = $"places/{district.Street.Id}";
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");

        await office.GoAsync($"{place}/organizations/new");
        await office.FillAsync("党员数", "80");
        await office.Page.Locator("form button[type=submit]", new() { HasText = "登记党组织" }).ClickAsync();
        await Expect(office.Page.Locator(".chain")).ToContainTextAsync("东街道党工委");

        await office.GoAsync("organizations/import");
        await office.Page.Locator("summary", new() { HasText = "粘贴" }).ClickAsync();
        await office
            .Page.Locator("#block")
            .FillAsync(
                $"党组织名称\t街道\t社区\t党员数\n机关党支部\t东街道\t\t30\n社区党委\t东街道\t{district.Community.Name}\t49\n无此地党支部\t南街道\t\t3"
            );
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "核对粘贴的内容" }).ClickAsync();
        await Expect(office.Page.Locator(".findings")).ToContainTextAsync("南街道");
        await office.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("只登记没有问题的行") }).ClickAsync();
        await Expect(office.Page.Locator(".findings")).ToContainTextAsync("已登记：新增 2 行");

        await office.GoAsync(place);
        await Expect(office.Page.Locator(".chain-sheet")).ToContainTextAsync("下级合计 79 人，比本级少 1 人");
        await office.GoAsync($"{place}/picture");
        foreach (var unit in story.Units)
            await Expect(office.Page.Locator("svg.one-and-many")).ToContainTextAsync(unit);
        await Expect(office.Page.Locator("svg.one-and-many")).ToBeVisibleAsync();
        Assert.Equal(200, (await office.GoAsync($"{place}/picture/print")).Status);
        await Expect(office.Page.Locator("svg.one-and-many")).ToContainTextAsync("东街道党工委");

        await using var phone = await chromium.PhoneAsync(host, district, script: true);
        await phone.SignInAsync("clerk");
        await phone.GoAsync($"{place}/picture");
        await Expect(phone.Page.Locator("svg.one-and-many")).ToBeHiddenAsync();
        await Expect(phone.Page.Locator(".in-words table")).ToContainTextAsync(story.Units[0]);
    }
}
