#:package Microsoft.Playwright
#:property PublishAot=false
using Microsoft.Playwright;

// Pictures of the demo's screens, in both widths and languages. Arguments: the portal's address, a phone link, a folder, and
// optionally a part of the names of the pictures wanted.
var (portal, phone, folder, only) = (args[0], args[1], args[2], args.ElementAtOrDefault(3) ?? "");
const string Password = "demo-Cobuilding-2026";
(string Name, string Login, string Path)[] screens =
[
    ("home", "street", ""),
    ("home-unit", "secretary", ""),
    ("home-overseer", "overseer", ""),
    ("roster", "street", "committees>大连湾街道大工委"),
    ("roster-history", "street", "committees>大连湾街道大工委>/history"),
    ("roster-compare", "street", "committees>大连湾街道大工委>/compare"),
    ("seat-correct", "street", "committees>大连湾街道大工委>/correct"),
    ("seat-suspend", "street", "committees>大连湾街道大工委>/suspend"),
    ("seat-alternate", "street", "committees>大连湾街道大工委>/alternate"),
    ("handover", "street", "units>@first>/handover"),
    ("pairs", "street", "cross-appointments"),
    ("pairs-oneway", "street", "cross-appointments/one-way"),
    ("pairs-new", "street", "cross-appointments/new"),
    ("pairs-pair", "street", "cross-appointments>双向|mutual"),
    ("committees", "street", "committees"),
    ("committees-all", "overseer", "committees"),
    ("committee-prepare", "street", "committees/prepare"),
    ("committee-submitted", "street", "committees?state=Submitted>@first"),
    ("committee-life", "street", "committees>大连湾街道大工委>/life"),
    ("consortium", "street", "committees>军警地企"),
    ("groups", "street", "committees>大连湾街道大工委>/groups"),
    ("groups-new", "street", "committees>大连湾街道大工委>/groups>/groups/new"),
    ("nominations", "street", "nominations"),
    ("nomination", "street", "nominations?state=Publicized>@first"),
    ("vacancies", "street", "vacancies"),
    ("terms", "street", "committees>共建互补协调委员会>/terms"),
    ("renewal", "street", "committees>共建互补协调委员会>换届进行中|Renewal under way"),
    ("import", "street", "units/import"),
    ("import-people", "street", "units/people/import"),
    ("import-roster", "street", "committees/import"),
    ("units", "street", "units"),
    ("unit", "street", "units>@first"),
    ("people", "street", "people?order=Rank"),
    ("person", "street", "people>@first"),
    ("duplicates", "street", "units/duplicates"),
    ("merge", "street", "units/duplicates>/merge"),
    ("units-new", "street", "units/new"),
    ("meetings", "street", "meetings"),
    ("board", "street", "meetings?state=Notified>@first"),
    ("held", "street", "meetings?state=Held>@first"),
    ("minutes-draft", "street", "meetings?state=MinutesDrafted>@first>/minutes"),
    ("minutes-units", "street", "meetings?state=Countersigning>@first>/minutes"),
    ("minutes", "street", "meetings?state=FollowingUp>@first>/minutes"),
    ("resolutions", "street", "resolutions"),
    ("resolution", "street", "resolutions?view=Overdue>@first"),
    ("resolution-waiting", "street", "resolutions?view=WaitingForUs>@first"),
    ("resolutions-new", "street", "resolutions/new"),
    ("resolution-above", "admin", "resolutions?view=SubmittedUpward>@first"),
    ("plans", "street", "meetings/plans"),
    ("plan", "street", "meetings/plans>@first"),
    ("plan-new", "street", "meetings/plans/new"),
    ("postponed", "street", "meetings?state=Postponed>@first"),
    ("series", "street", "meetings/series"),
    ("series-new", "street", "meetings/series/new"),
    ("series-change", "street", "meetings/series>/edit"),
    ("series-reason", "street", "meetings/series>/reason"),
    ("series-prepare", "street", "meetings/series>/plans/new"),
    ("workdays", "admin", "settings/workdays"),
    ("workdays-next", "admin", "settings/workdays?year=2027"),
    ("call", "street", "meetings/new"),
    ("room", "street", "meetings?state=Notified>@first>/room"),
    ("attendance", "street", "meetings?state=Held>@first>/attendance"),
    ("library", "street", "committees>大连湾街道大工委>/library"),
    ("messages", "street", "meetings?state=Notified>@first>/messages"),
    ("channels", "admin", "settings/messages"),
    ("dashboard", "overseer", "dashboard"),
    ("places", "overseer", "places"),
    ("place", "street", "places?q=大连湾街道>@first"),
    ("picture", "street", "places?q=大连湾街道>@first>/picture"),
    ("network", "overseer", "network"),
    ("organizations-import", "street", "organizations/import"),
    ("own", "secretary", "own"),
    ("accounts", "admin", "accounts"),
    ("settings", "admin", "settings"),
    ("journal", "auditor", "journal"),
];

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(
    new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--lang=zh-CN"] }
);
foreach (var language in new[] { "zh-CN", "en" })
foreach (var (width, size) in new[] { (1440, "wide"), (375, "narrow") })
{
    var suffix = $"{size}.{language[..2]}";
    foreach (var login in screens.Where(s => s.Name.Contains(only)).GroupBy(s => s.Login))
    {
        await using var context = await ContextAsync(width, language);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{portal}/ganjingzi/sign-in");
        await page.FillAsync("[name=login]", login.Key);
        await page.FillAsync("[name=password]", Password);
        await page.ClickAsync("main button.primary");
        await page.WaitForURLAsync(url => !url.Contains("sign-in"));
        foreach (var (name, _, path) in login)
        {
            var steps = path.Split('>');
            await page.GotoAsync($"{portal}/ganjingzi/{steps[0]}", new() { WaitUntil = WaitUntilState.NetworkIdle });
            foreach (var step in steps.Skip(1))
            {
                // The first link of a table, one by its address's end, or one by its text.
                var links = page.Locator("main table a[href], main .asof a[href]");
                var link =
                    step == "@first" ? links.First
                    : step[0] == '/' ? page.Locator($"main a[href*='{step}']").First
                    : links.Filter(new() { HasTextRegex = new(step) }).First;
                await page.GotoAsync(
                    new Uri(new Uri($"{portal}/ganjingzi/"), await link.GetAttributeAsync("href")).ToString(),
                    new() { WaitUntil = WaitUntilState.NetworkIdle }
                );
            }
            await page.WaitForTimeoutAsync(300);
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{name}-{suffix}.png"), FullPage = name != "journal" && name != "places" }
            );
        }
    }
    if (!"phone sign-in districts".Contains(only))
        continue;
    await using var plain = await ContextAsync(width, language);
    var bare = await plain.NewPageAsync();
    foreach (var (name, address) in new[] { ("phone", phone), ("sign-in", $"{portal}/ganjingzi/sign-in"), ("districts", portal) })
    {
        await bare.GotoAsync(address);
        // The demo's other districts are created behind the first one.
        for (var tries = 0; tries < 100 && await bare.Locator("[role=status]").CountAsync() > 0; tries++)
        {
            await Task.Delay(3_000);
            await bare.ReloadAsync();
        }
        await bare.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{suffix}.png"), FullPage = true });
    }
}

async Task<IBrowserContext> ContextAsync(int width, string language)
{
    var context = await browser.NewContextAsync(
        new()
        {
            ViewportSize = new() { Width = width, Height = width > 1000 ? 900 : 812 },
            DeviceScaleFactor = 1,
        }
    );
    await context.AddCookiesAsync([
        new()
        {
            Name = ".AspNetCore.Culture",
            Value = Uri.EscapeDataString($"c={language}|uic={language}"),
            Url = portal,
        },
    ]);
    return context;
}
