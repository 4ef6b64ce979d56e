using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Journeys.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

public sealed class LibraryJourney(PortalHost host, Chromium chromium)
{
    [Fact]
    public async Task From_a_charter_and_its_revision_to_a_unit_that_reads_them_and_no_secret_comes_in()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        await district.SecretaryAsync("unit");
        await SeatAsync(story);
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        await using var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");
        await office.GoAsync($"committees/{story.CommitteeId}/library");
        await office.Page.Locator(".head a", new() { HasText = "登记文件" }).ClickAsync();
        await Expect(office.Page.Locator(".secrecy")).ToContainTextAsync("不得上传涉密文件");
        await office.FillAsync("文件类别", "章程");
        await office.FillAsync("文件名称", "大工委章程");
        await BringAsync("密.txt", "机密★1年\n关于某事的通知");
        await Expect(office.Page.Locator(".file-field .wrong")).ToContainTextAsync("机密★1年");
        await BringAsync("章程.txt", "第一条 总则\n第二条 严守国家秘密");
        await Expect(office.Page.Locator(".file-field")).ToContainTextAsync("没有发现密级标志");
        await SaveAsync(today.AddYears(-1), "大工委章程");

        await office.Page.Locator(".head a", new() { HasText = "登记新版本" }).ClickAsync();
        // The maximum length of the field, longer than the default message size of the circuit.
        await office.FillAsync("文本", "第一条 总则（修订）\n" + string.Concat(Enumerable.Repeat("第二条 职责。", 2_800)));
        await SaveAsync(today, "第 2 版（共 2 版）");

        await using var phone = await chromium.PhoneAsync(host, district, script: true);
        await phone.SignInAsync("unit");
        await phone.Page.Locator("a", new() { HasText = "大工委章程" }).ClickAsync();
        await Expect(phone.Page.Locator(".wording")).ToContainTextAsync("第一条 总则（修订）");
        await Expect(phone.Page.Locator("main")).Not.ToContainTextAsync("登记新版本");
        await phone.Page.Locator("table a", new() { HasText = "第 1 版" }).ClickAsync();
        var file = await phone.Page.RunAndWaitForDownloadAsync(() =>
            phone.Page.Locator(".head a", new() { HasText = "下载附件" }).ClickAsync()
        );
        Assert.Equal("章程.txt", file.SuggestedFilename);

        Task BringAsync(string name, string text) =>
            office.ChooseFileAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/plain",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );

        async Task SaveAsync(DateOnly day, string then)
        {
            await office.FillAsync("通过日期", UrlValues.Of(day));
            await office.FillAsync("施行日期", UrlValues.Of(day));
            await office.Page.Locator("form button[type=submit]").ClickAsync();
            await Expect(office.Page.Locator("main")).ToContainTextAsync(then);
            await Expect(office.Page.Locator(".notice.good")).ToBeVisibleAsync();
            await office.InteractiveAsync();
        }
    }

    private async Task SeatAsync(CommitteeDistrict story)
    {
        var clerk = await story.District.ScopeAsync("clerk");
        var unit = (
            await host.Use<ListUnits>().AskAsync(clerk, new() { Search = "测试单位" }, TestContext.Current.CancellationToken)
        ).Rows.Single();
        await host.Use<AddSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = story.CommitteeId,
                    UnitId = unit.Id,
                    Title = "兼职委员",
                    From = TimeProvider.System.GetUtcNow().ChinaDate(),
                },
                TestContext.Current.CancellationToken
            );
    }
}
