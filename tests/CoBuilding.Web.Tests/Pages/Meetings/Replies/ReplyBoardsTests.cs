using System.Threading.Channels;
using CoBuilding.Access;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Web.Pages.Meetings.Replies;
using CoBuilding.Web.Tests.House;
using CoBuilding.Web.Tests.Pages.Committees.Rosters;

namespace CoBuilding.Web.Tests.Pages.Meetings.Replies;

public sealed class ReplyBoardsTests(PortalHost host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A reply may arrive between loading the page and starting to watch.</summary>
    [Fact]
    public async Task Whoever_begins_to_watch_is_told_once_although_nothing_changes_any_more()
    {
        var (district, _, meeting) = await CallAsync();
        var boards = host.Use<ReplyBoardWatcher>();
        var (first, second) = (new Page(), new Page());
        using var one = boards.Watch(district.Id, meeting, first.ChangedAsync);
        await first.ToldAsync(1);
        using var two = boards.Watch(district.Id, meeting, second.ChangedAsync);
        await second.ToldAsync(1);
        Assert.Equal(1, first.Told);
    }

    [Fact]
    public async Task A_page_that_takes_its_time_or_fails_holds_up_no_other()
    {
        var (district, admin, meeting) = await CallAsync();
        var boards = host.Use<ReplyBoardWatcher>();
        var (slow, broken, quick) = (
            new Page(new TaskCompletionSource().Task),
            new Page(Task.FromException(new InvalidOperationException("gone"))),
            new Page()
        );
        using var one = boards.Watch(district.Id, meeting, slow.ChangedAsync);
        using var two = boards.Watch(district.Id, meeting, broken.ChangedAsync);
        using var three = boards.Watch(district.Id, meeting, quick.ChangedAsync);
        await slow.ToldAsync(1);
        await quick.ToldAsync(1);
        foreach (var reply in new[] { Reply.Attend, Reply.Leave })
        {
            var told = quick.Told;
            var invitation = (await host.Use<SeeMeetingAsHost>().AskAsync(admin, meeting, Ct)).Rows.Single().InvitationId;
            await host.Use<RecordReply>()
                .RunAsync(
                    admin,
                    new()
                    {
                        InvitationId = invitation,
                        Reply = reply,
                        ToldBy = "王五",
                    },
                    Ct
                );
            await quick.ToldAsync(told + 1);
        }
        Assert.Equal(1, slow.Told);
    }

    private async Task<(WebDistrict District, Scope Admin, Guid Meeting)> CallAsync()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, _, _) = await host.MemberAsync(admin, committee, district.Community, "第一小学");
        var draft = new DraftMeeting.Form
        {
            CommitteeId = committee,
            Title = "联席会议",
            Day = RosterFixture.Today.AddDays(7),
            Venue = "会议室",
            ReplyByDay = RosterFixture.Today.AddDays(5),
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [seat],
        };
        await host.Use<DraftMeeting>().RunAsync(admin, draft, Ct);
        await host.Use<SendNotice>().RunAsync(admin, new() { MeetingId = draft.MeetingId }, Ct);
        return (district, admin, draft.MeetingId);
    }

    /// <summary>A fake page that counts its notifications.</summary>
    private sealed class Page(Task? doing = null)
    {
        private readonly Channel<int> tellings = Channel.CreateUnbounded<int>();
        private int awaited;

        public int Told { get; private set; }

        public Task ChangedAsync()
        {
            tellings.Writer.TryWrite(++Told);
            return doing ?? Task.CompletedTask;
        }

        public async Task ToldAsync(int times)
        {
            while (awaited < times)
                awaited = await tellings.Reader.ReadAsync(Ct).AsTask().WaitAsync(Patience, Ct);
        }
    }
}
