using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Journeys.House;
using CoBuilding.Meetings.Calling;
using CoBuilding.Texts;
using CoBuilding.Web.Tests.House;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CoBuilding.Journeys;

/// <summary>The live meeting on a tablet and on the projector.</summary>
public sealed class RoomJourney(PortalHost host, Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_tapped_at_the_door_stands_on_the_screen_and_the_opening_keeps_the_figures()
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var meeting = await CallAsync(district, story);
        await using var door = await chromium.PhoneAsync(host, district, script: true);
        await door.SignInAsync("clerk");
        await door.GoAsync($"meetings/{meeting}/room");
        await using var screen = await chromium.DesktopAsync(host, district);
        await screen.SignInAsync("overseer");
        await screen.GoAsync($"meetings/{meeting}/room/screen");

        var seat = door.Page.Locator(".marks li", new() { HasText = story.Units[0] });
        await seat.GetByRole(AriaRole.Button, new() { Name = "到会", Exact = true }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "到会", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(screen.Page.Locator(".chips")).ToContainTextAsync(story.Units[0]);

        await door.Page.GetByRole(AriaRole.Button, new() { Name = "宣布开会" }).ClickAsync();
        await door.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "宣布开会" }).ClickAsync();
        await Expect(door.Page.Locator("main")).ToContainTextAsync("应到 3，实到 1，代会 0");
        await door.Page.GetByRole(AriaRole.Button, new() { Name = "进入这项" }).First.ClickAsync();
        await Expect(screen.Page.Locator(".room-agenda li.now")).ToContainTextAsync("研究停车难");
        Assert.True(
            await door.Page.Locator("html").EvaluateAsync<int>("e => e.scrollWidth")
                <= await door.Page.Locator("html").EvaluateAsync<int>("e => e.clientWidth")
        );
    }

    /// <summary>A meeting that begins in twenty minutes.</summary>
    private async Task<Guid> CallAsync(WebDistrict district, CommitteeDistrict story)
    {
        var clerk = await district.ScopeAsync("clerk");
        var roster = await host.Use<SeeRoster>().AskAsync(clerk, story.CommitteeId, null, null, Ct);
        var start = TimeProvider.System.GetUtcNow().AddMinutes(20);
        var (day, time) = (start.ChinaDate(), TimeOnly.FromDateTime(start.ToChina()));
        var draft = new DraftMeeting.Form
        {
            CommitteeId = story.CommitteeId,
            Title = "联席会议",
            Day = day,
            Start = time,
            End = new TimeOnly(23, 59, 59),
            Venue = "会议室",
            ReplyByDay = day,
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [.. roster.Rows.Select(r => r.SeatId)],
            Agenda = [new() { Topic = "研究停车难" }],
        };
        await host.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        await host.Use<SendNotice>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, Ct);
        return draft.MeetingId;
    }
}
