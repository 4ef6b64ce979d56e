using System.IO.Compression;
using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Journeys.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

/// <summary>Changes to a roster over the years, by a street's clerk.</summary>
public sealed class RostersJourney(PortalHost host, Chromium chromium)
{
    private static DateOnly Today => TimeProvider.System.GetUtcNow().ChinaDate();

    /// <summary>So that what ends today was a pair until yesterday.</summary>
    private static DateOnly Before => Today.AddDays(-10);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secretary_leaves_and_the_successor_takes_post_and_seat_in_one_form()
    {
        var (story, office) = await BeginAsync();
        await using var walk = office;
        var row = await SeatAsync(story, 0);
        await office.GoAsync($"units/{row.UnitId}/handover?leaver={row.PersonId}");
        await office.PickAsync("接任人员（已登记过的）", "周", CommitteeDistrict.Successor);
        await office.Page.GetByLabel("离任原因").First.ClickAsync();
        await office.Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = "退休" }).First.ClickAsync();
        await Expect(office.Page.Locator(".plan .choices").GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await office.FillAsync("聘书编号", "东聘〔2026〕8号");
        await office.Page.Locator("form button[type=submit]", new() { HasText = "办理交接" }).ClickAsync();
        await Expect(office.Page.Locator(".notice.good")).ToContainTextAsync(CommitteeDistrict.Successor + "接任");
        await office.GoAsync($"committees/{story.CommitteeId}");
        await Expect(office.Page.Locator("tr", new() { HasText = story.Units[0] })).ToContainTextAsync(CommitteeDistrict.Successor);
    }

    [Fact]
    public async Task A_term_that_was_recorded_wrongly_is_corrected_and_two_days_are_compared()
    {
        var (story, office) = await BeginAsync();
        await using var walk = office;
        var row = await SeatAsync(story, 1);
        await office.GoAsync($"committees/{story.CommitteeId}/seats/{row.SeatId}/correct");
        await office.FillAsync("应自哪一天起任", UrlValues.Of(Today.AddMonths(-5)));
        await office.FillAsync("错在哪里，依据是什么", "聘书日期录错");
        await office.Page.Locator("form button[type=submit]", new() { HasText = "更正" }).ClickAsync();
        await Expect(office.Page.Locator(".notice.good")).ToContainTextAsync("的任职记录已更正");
        await office.GoAsync($"committees/{story.CommitteeId}/history");
        await Expect(office.Page.Locator("main")).ToContainTextAsync("聘书日期录错");

        await using var phone = await chromium.PhoneAsync(host, story.District, script: true);
        await phone.SignInAsync("clerk");
        foreach (var clerk in new[] { office, phone })
        {
            await clerk.GoAsync($"committees/{story.CommitteeId}/compare?then={UrlValues.Of(Today.AddMonths(-7))}");
            await Expect(clerk.Page.Locator(".lead.said")).ToContainTextAsync("差别 3 处");
            await Expect(clerk.Page.Locator("tr", new() { HasText = story.Units[1] })).ToContainTextAsync("增加席位");
        }
    }

    [Fact]
    public async Task Two_legs_make_a_pair_and_ending_one_leaves_the_other()
    {
        var (story, office) = await BeginAsync();
        await using var walk = office;
        var (seat, unit) = await UnitWithOrganizationAsync(story);
        await office.GoAsync($"cross-appointments/new?unit={unit}&committee={story.CommitteeId}");
        await office.PickAsync("拟任人选", "王", "王东城");
        await office.FillAsync("在单位党组织的职务", "党支部兼职副书记");
        await office.FillAsync("提议日期", UrlValues.Of(Before));
        await office.Page.Locator("form button[type=submit]", new() { HasText = "提议任职" }).ClickAsync();
        await Expect(office.Page.Locator(".guest")).ToContainTextAsync("已提议");
        await StepAsync("登记研究结果", "单位党组织已研究");
        await StepAsync("登记批准或选举", "单位上级已批准或已选举", "上级批准");
        await StepAsync("登记任职", "任职中");
        await Expect(office.Page.Locator(".facts")).ToContainTextAsync("双向");

        await host.Use<EndAppointment>()
            .RunAsync(
                await story.District.ScopeAsync("clerk"),
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    On = Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await using var phone = await chromium.PhoneAsync(host, story.District, script: true);
        await phone.SignInAsync("clerk");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("不再是双向");
        await phone.GoAsync($"cross-appointments/{unit}/{story.CommitteeId}");
        await Expect(phone.Page.Locator(".facts")).ToContainTextAsync("← 单向");
        await Expect(phone.Page.Locator(".guest")).ToContainTextAsync("任职中");

        async Task StepAsync(string action, string state, string? choice = null)
        {
            await office.Page.Locator(".guest").GetByRole(AriaRole.Button, new() { Name = action }).ClickAsync();
            if (choice is not null)
            {
                await office.Page.GetByLabel("产生方式").First.ClickAsync();
                await office.Page.Locator(".mud-popover-open .mud-list-item", new() { HasText = choice }).First.ClickAsync();
            }
            await office.Page.Locator(".guest form input[type=date]").First.FillAsync(UrlValues.Of(Before));
            await office.Page.Locator(".guest form button[type=submit]").ClickAsync();
            await Expect(office.Page.Locator(".guest h3 .tag")).ToHaveTextAsync(state);
        }
    }

    [Fact]
    public async Task A_workbook_with_errors_is_saved_in_part_its_failed_rows_come_back_and_are_sent_again()
    {
        var (story, office) = await BeginAsync();
        await using var walk = office;
        var place = story.District.Community.Name;
        await office.GoAsync("units/import");
        await BringAsync(
            Workbook(
                ["单位名称", "类型", "所在社区"],
                ["滨海小学", "学校", place],
                ["滨海医院", "飞船", place],
                ["滨海银行", "金融机构", place]
            )
        );
        // The file is uploaded in pieces, which takes longer in parallel with other tests.
        await Expect(office.Page.Locator(".findings")).ToContainTextAsync("飞船", new() { Timeout = 30_000 });
        await office.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("只登记没有问题的行") }).ClickAsync();
        await Expect(office.Page.Locator(".findings")).ToContainTextAsync("已登记：新增 2 行");
        var failed = await office.Page.RunAndWaitForDownloadAsync(() =>
            office.Page.GetByRole(AriaRole.Button, new() { Name = "下载需修改的 1 行" }).ClickAsync()
        );
        Assert.EndsWith(".xlsx", failed.SuggestedFilename, StringComparison.Ordinal);

        await office.Page.GetByRole(AriaRole.Button, new() { Name = "换一份" }).ClickAsync();
        await BringAsync(Corrected(await File.ReadAllBytesAsync(await failed.PathAsync(), Ct), "飞船", "医院"));
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "登记（新增 1，更新 0）" }).ClickAsync();
        await Expect(office.Page.Locator(".findings")).ToContainTextAsync("已登记：新增 1 行");
        await office.GoAsync("units?q=bhyy");
        await Expect(office.Page.Locator("main table")).ToContainTextAsync("滨海医院");

        Task BringAsync(byte[] file) =>
            office.ChooseFileAsync(
                new FilePayload
                {
                    Name = "单位.xlsx",
                    MimeType = "application/octet-stream",
                    Buffer = file,
                }
            );
    }

    private async Task<(CommitteeDistrict CommitteeDistrict, BrowserSession Office)> BeginAsync()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var office = await chromium.DesktopAsync(host, district);
        await office.SignInAsync("clerk");
        return (story, office);
    }

    private async Task<SeeRoster.Row> SeatAsync(CommitteeDistrict story, int unit) =>
        (await host.Use<SeeRoster>().AskAsync(await story.District.ScopeAsync("clerk"), story.CommitteeId, null, null, Ct)).Rows.Single(r =>
            r.Unit == story.Units[unit]
        );

    private async Task<(Guid Seat, Guid Unit)> UnitWithOrganizationAsync(CommitteeDistrict story)
    {
        var clerk = await story.District.ScopeAsync("clerk");
        var unit = new EnterUnit.Form
        {
            Name = "滨海电力",
            Kind = UnitKind.StateEnterprise,
            PlaceId = story.District.Community.Id,
            PartyOrganization = PartyOrganizationKind.Branch,
        };
        await host.Use<EnterUnit>().RunAsync(clerk, unit, Ct);
        var secretary = new EnterPerson.Form
        {
            UnitId = unit.UnitId,
            Name = "赵电力",
            Title = "党支部书记",
            IsSecretary = true,
            From = Today.AddYears(-1),
        };
        await host.Use<EnterPerson>().RunAsync(clerk, secretary, Ct);
        var seat = new AddSeat.Form
        {
            CommitteeId = story.CommitteeId,
            UnitId = unit.UnitId,
            PersonId = secretary.PersonId,
            Title = "兼职委员",
            From = Today.AddMonths(-6),
        };
        await host.Use<AddSeat>().RunAsync(clerk, seat, Ct);
        return (seat.SeatId, unit.UnitId);
    }

    /// <summary>An .xlsx of one sheet, as small as one can be.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (
                var (path, content) in new[]
                {
                    ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
                    (
                        "xl/workbook.xml",
                        $"<workbook xmlns=\"{Sheets}\" xmlns:r=\"{Relations}\"><sheets>"
                            + "<sheet name=\"1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                    ),
                    (
                        "xl/_rels/workbook.xml.rels",
                        $"<Relationships><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" "
                            + "Target=\"worksheets/sheet1.xml\"/></Relationships>"
                    ),
                    (
                        "xl/worksheets/sheet1.xml",
                        $"<worksheet xmlns=\"{Sheets}\"><sheetData>"
                            + string.Concat(
                                rows.Select(r =>
                                    "<row>" + string.Concat(r.Select(c => $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>")) + "</row>"
                                )
                            )
                            + "</sheetData></worksheet>"
                    ),
                }
            )
            {
                using var part = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
                part.Write(content);
            }
        return file.ToArray();
    }

    /// <summary>Replaces a word in a cell, as a clerk would.</summary>
    private static byte[] Corrected(byte[] workbook, string wrong, string right)
    {
        using var file = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(workbook)))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries)
            {
                using var text = new StreamReader(entry.Open());
                using var part = new StreamWriter(to.CreateEntry(entry.FullName).Open(), new UTF8Encoding(false));
                part.Write(text.ReadToEnd().Replace($">{wrong}<", $">{right}<", StringComparison.Ordinal));
            }
        return file.ToArray();
    }
}
