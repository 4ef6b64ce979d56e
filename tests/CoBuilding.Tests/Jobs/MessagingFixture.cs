using CoBuilding.Access;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Jobs;

/// <summary>A district with a meeting of some units, and its text messages sent to a server of the test's own.</summary>
internal sealed class MessagingFixture
{
    private MessagingFixture(TestDistrict district, Scope clerk, Guid committee) =>
        (District, Clerk, Committee) = (district, clerk, committee);

    public TestDistrict District { get; }
    public Scope Clerk { get; private set; }
    public Guid Committee { get; }
    public List<(Guid Seat, Guid Unit, Guid Person)> Members { get; } = [];
    public Guid Meeting { get; private set; }

    private static CancellationToken Ct => TestDistrict.Ct;

    /// <param name="server">To which text messages and WeCom messages go.</param>
    public static async Task<MessagingFixture> OpenAsync(TestCluster cluster, string server, int units = 2, double patience = 20)
    {
        var district = await TestDistrict.CreateAsync(
            cluster,
            s => s.AddSingleton(new ChannelClient(TimeProvider.System, Loopback.Outbound) { Patience = TimeSpan.FromSeconds(patience) })
        );
        await district.Use<SetMessageSetting>().RunAsync(district.Admin, new() { PortalAddress = "https://dj.example.cn/x" }, Ct);
        await district
            .Use<SetSmsChannel>()
            .RunAsync(district.Admin, new() { Url = server + "/sms", Body = """{"mobile":"{mobile}","text":"{text}","id":"{id}"}""" }, Ct);
        await district.Use<SetRobotChannel>().RunAsync(district.Admin, new() { Kind = ChannelKind.WeCom, Url = server + "/robot" }, Ct);
        var opened = new MessagingFixture(
            district,
            await district.ClerkAsync(district.Street1),
            await district.CommitteeAsync(district.Street1)
        );
        for (var n = 0; n < units; n++)
            opened.Members.Add(await district.MemberAsync(opened.Committee, district.Street1, $"单位{n}"));
        return opened;
    }

    /// <summary>Lets time pass; the clerk signs in anew.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        District.Clock.Advance(time);
        Clerk = await District.SignInAsync("clerk" + District.Street1.Code);
    }

    /// <summary>Gives notice of a meeting in a week.</summary>
    public async Task<Guid> NotifyAsync(params ChannelKind[] channels)
    {
        var form = District.MeetingForm(Committee, [.. Members.Select(m => m.Seat)]);
        await District.Use<DraftMeeting>().RunAsync(Clerk, form, Ct);
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = form.MeetingId, Channels = channels }, Ct);
        return Meeting = form.MeetingId;
    }

    public Task SendDueAsync() => District.Use<OutboxSender>().SendDueAsync(District.Id, 1000, Ct);

    public Task<ClaimMessage.Claimed?> ClaimAsync() => District.Use<ClaimMessage>().RunAsync(Scope.ForClock(District.Id), new(), Ct);

    public async Task<IReadOnlyList<ListMeetingMessages.Row>> MessagesAsync() =>
        (await District.Use<ListMeetingMessages>().AskAsync(Clerk, new() { MeetingId = Meeting, Size = 100 }, Ct)).Rows;

    public async Task<IReadOnlyList<SeeMeeting.Row>> BoardAsync() =>
        (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, Meeting, Ct)).Rows;

    public Task AnswerAsync(Guid invitation) =>
        District
            .Use<RecordReply>()
            .RunAsync(
                Clerk,
                new()
                {
                    InvitationId = invitation,
                    Reply = Reply.Attend,
                    ToldBy = "李",
                },
                Ct
            );
}
