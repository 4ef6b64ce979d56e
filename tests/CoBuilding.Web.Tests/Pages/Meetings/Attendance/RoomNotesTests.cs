using System.Globalization;
using Bunit;
using CoBuilding.Access;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Minutes;
using CoBuilding.Texts;
using CoBuilding.Web.Pages.Meetings.Attendance;
using CoBuilding.Web.Shell;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CoBuilding.Web.Tests.Pages.Meetings.Attendance;

/// <summary>Notes in the live meeting while the meeting goes on.</summary>
public sealed class RoomNotesTests(PortalHost host)
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_in_the_last_second_is_saved_when_this_page_goes_on_to_the_next_item()
    {
        await using var scene = await SceneAsync();
        await scene.Notes.Find("textarea").InputAsync(new() { Value = "刚说的话" });
        scene.Show(1, turns: 1);
        scene.Notes.WaitForAssertion(() => Assert.Contains("第二项", scene.Notes.Find("h2").TextContent, StringComparison.Ordinal));
        Assert.Equal("刚说的话", (await scene.SeeAsync()).Text.Items[0].Said);
        Assert.Equal("", scene.Text);
    }

    [Fact]
    public async Task Somebody_elses_next_item_leaves_the_note_taker_where_something_is_being_written()
    {
        await using var scene = await SceneAsync();
        scene.Show(1, turns: 0);
        // Nothing was written yet.
        scene.Notes.WaitForAssertion(() => Assert.Contains("第二项", scene.Notes.Find("h2").TextContent, StringComparison.Ordinal));
        await scene.Notes.Find("textarea").InputAsync(new() { Value = "还在写" });
        scene.Show(0, turns: 0);
        Assert.Contains(
            "第一项",
            scene.Notes.Find(".notice[role=status] button").ParentElement!.ParentElement!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("第二项", scene.Notes.Find("h2").TextContent, StringComparison.Ordinal);
        await scene.Notes.FindAll(".room-notes > .notice button")[0].ClickAsync(new());
        scene.Notes.WaitForAssertion(() => Assert.Contains("第一项", scene.Notes.Find("h2").TextContent, StringComparison.Ordinal));
        Assert.Equal("还在写", (await scene.SeeAsync()).Text.Items[1].Said);
    }

    [Fact]
    public async Task An_item_is_written_on_from_the_text_that_stands_when_it_is_shown()
    {
        await using var scene = await SceneAsync();
        await SaveAsync(scene, 1, "同事写的");
        scene.Show(1, turns: 0);
        scene.Notes.WaitForAssertion(() => Assert.Equal("同事写的", scene.Text));
        await scene.Notes.Find("textarea").InputAsync(new() { Value = "同事写的，我接着写" });
        scene.Show(0, turns: 1);
        scene.Notes.WaitForAssertion(() => Assert.Contains("第一项", scene.Notes.Find("h2").TextContent, StringComparison.Ordinal));
        Assert.Equal("同事写的，我接着写", (await scene.SeeAsync()).Text.Items[1].Said);
    }

    [Fact]
    public async Task A_draft_that_was_based_on_an_earlier_text_is_shown_beside_the_present_one_and_overwrites_nothing()
    {
        await using var scene = await SceneAsync();
        var before = scene.Notes.Find("[data-draft-version]").GetAttribute("value")!;
        await SaveAsync(scene, 1, "同事写的");
        scene.Show(1, turns: 0);
        scene.Notes.WaitForAssertion(() => Assert.Equal("同事写的", scene.Text));
        await scene.Notes.Find("[data-draft-version]").ChangeAsync(new() { Value = before }); // as the script gives it back
        await scene.Notes.Find("textarea").InputAsync(new() { Value = "断线前写的" });
        scene.Notes.WaitForAssertion(() => Assert.Contains("同事写的", scene.Notes.Find(".theirs").TextContent, StringComparison.Ordinal));
        Assert.Equal("同事写的", (await scene.SeeAsync()).Text.Items[1].Said);
        Assert.Equal("断线前写的", scene.Text);
        await scene.Notes.FindAll(".theirs button")[1].ClickAsync(new()); // mine
        scene.Notes.WaitForAssertion(() => Assert.Empty(scene.Notes.FindAll(".theirs")));
        Assert.Equal("断线前写的", (await scene.SeeAsync()).Text.Items[1].Said);
    }

    private sealed class Desk : PortalPage;

    private sealed record Scene(
        BunitContext Context,
        PortalHost Host,
        Scope Admin,
        Guid Meeting,
        IReadOnlyList<SeeRoom.Item> Items,
        IRenderedComponent<RoomNotes> Notes
    ) : IAsyncDisposable
    {
        public string Text => Notes.Find("textarea").GetAttribute("value") ?? "";

        public Task<SeeMinutes.Answer> SeeAsync() => Host.Use<SeeMinutes>().AskAsync(Admin, Meeting, Ct);

        public void Show(int item, int turns) => Notes.Render(p => p.Add(n => n.Item, Items[item]).Add(n => n.Turns, turns));

        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }

    private static async Task SaveAsync(Scene scene, int item, string text)
    {
        var row = (await scene.SeeAsync()).Items[item];
        await scene
            .Host.Use<SaveMinutesText>()
            .RunAsync(
                scene.Admin,
                new()
                {
                    ItemId = row.Id,
                    ExpectedVersion = row.RowVersion,
                    Said = text,
                },
                Ct
            );
    }

    private async Task<Scene> SceneAsync()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var member = await host.MemberAsync(admin, committee, district.Community, "东街中学");
        var start = TimeProvider.System.GetUtcNow().AddMinutes(20).ToChina();
        var (day, time) = (DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start));
        var draft = new DraftMeeting.Form
        {
            CommitteeId = committee,
            Title = "联席会议",
            Day = day,
            Start = time,
            End = new TimeOnly(23, 59, 59),
            Venue = "会议室",
            ReplyByDay = day,
            ReplyByTime = time,
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [member.Seat],
            Agenda = [new() { Topic = "第一项" }, new() { Topic = "第二项" }],
        };
        await host.Use<DraftMeeting>().RunAsync(admin, draft, Ct);
        await host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = draft.MeetingId }, Ct);
        await host.Use<BeginMinutes>().RunAsync(admin, new() { MeetingId = draft.MeetingId }, Ct);
        var room = await host.Use<SeeRoom>().AskAsync(admin, new() { MeetingId = draft.MeetingId }, Ct);

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices();
        context.AddBunitPersistentComponentState();
        context.Services.AddSingleton(host.Use<SeeMinutes>());
        context.Services.AddSingleton(host.Use<BeginMinutes>());
        context.Services.AddSingleton(host.Use<SaveMinutesText>());
        var self = await host.Use<SeeSelf>().AskAsync(admin, Ct);
        var signedIn = Task.FromResult(new AuthenticationState(await district.PrincipalAsync("admin")));
        context.RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, signedIn));
        context.RenderTree.Add<CascadingValue<ShellState>>(p => p.Add(c => c.Value, new ShellState { Self = self }));
        context.Render<MudBlazor.MudPopoverProvider>();
        var desk = context.Render<Desk>().Instance;
        var notes = context.Render<RoomNotes>(p =>
            p.Add(n => n.Owner, desk).Add(n => n.MeetingId, draft.MeetingId).Add(n => n.Item, room.Items[0])
        );
        notes.WaitForElement("textarea");
        return new Scene(context, host, admin, draft.MeetingId, room.Items, notes);
    }
}
