using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Texts;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Meetings.Replies;

/// <summary>A unit with the link by which it is invited to a meeting in a week, from nine to eleven.</summary>
internal sealed record InvitationFixture(PortalHost Host, WebDistrict District, Guid Meeting, string Link)
{
    private const string Unit = "东城中学";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<InvitationFixture> CreateAsync(PortalHost host)
    {
        var district = await host.CreateAsync();
        var story = await CommitteeDistrict.BeginAsync(host, district);
        var clerk = await district.ScopeAsync("clerk");
        var roster = await host.Use<SeeRoster>().AskAsync(clerk, story.CommitteeId, null, null, Ct);
        var day = TimeProvider.System.GetUtcNow().ChinaDate().AddDays(7);
        var draft = new DraftMeeting.Form
        {
            CommitteeId = story.CommitteeId,
            Title = "联席会议",
            Day = day,
            Venue = "会议室",
            ReplyByDay = day,
            ContactName = "王芳",
            ContactPhone = "0411-1",
            SeatIds = [.. roster.Rows.Select(r => r.SeatId)],
        };
        await host.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        await host.Use<SendNotice>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, Ct);
        var links = await host.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, Ct);
        return new(host, district, draft.MeetingId, $"/{district.Slug}/a/{links.First(l => l.Unit == Unit).Token}");
    }

    public async Task<SeeMeeting.Answer> BoardAsync() =>
        await Host.Use<SeeMeetingAsHost>().AskAsync(await District.ScopeAsync("clerk"), Meeting, Ct);

    /// <summary>The unit's line of the board.</summary>
    public async Task<SeeMeeting.Row> RowAsync() => (await BoardAsync()).Rows.Single(r => r.Unit == Unit);
}
