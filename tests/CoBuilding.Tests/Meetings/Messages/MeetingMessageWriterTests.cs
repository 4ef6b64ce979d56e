using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Tests.House;
using CoBuilding.Units.People;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Tests.Meetings.Messages;

public partial class MeetingMessageWriterTests(TestCluster cluster)
{
    private static readonly ChannelKind[] Channels = [ChannelKind.Sms, ChannelKind.Email, ChannelKind.WeCom];

    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>
    /// Two bodies hold the meeting. One unit has a seat on both and is invited once, one member has a seat of their own on both and is
    /// invited for each; guests come. The texts are those of the day on which <c>MeetingMessages.txt</c> was written.
    /// </summary>
    [Fact]
    public async Task Each_kind_of_message_reads_by_each_channel_as_it_always_did()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await ConnectAsync(district);
        var (host, community) = (
            await district.CommitteeAsync(district.Street1),
            await district.CommitteeAsync(district.Community1, CommitteeKind.Consultation)
        );
        var school = await UnitAsync(district, "第一中学", ("刘校长", true), ("周联络", false));
        var hospital = await UnitAsync(district, "第二医院", ("陈院长", true), ("马护士长", false));
        var retired = await UnitAsync(district, "老干部支部", ("孙支书", true), ("郑老", false));
        Guid[] seats =
        [
            await SeatAsync(district, host, school.Unit, school.People[0], "兼职委员"),
            await SeatAsync(district, host, hospital.Unit, hospital.People[0], "兼职副书记", SeatRole.Deputy),
            await SeatAsync(district, host, null, retired.People[1], "顾问"),
            await SeatAsync(district, community, null, retired.People[1], "议事会成员"),
        ];
        await SeatAsync(district, community, hospital.Unit, hospital.People[1], "兼职委员");
        var (plan, joining) = (await district.PlanAsync(district.Admin, host), await district.PlanAsync(district.Admin, community));
        await district
            .Use<MergePlans>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PlanId = joining,
                    ExpectedVersion = 1,
                    IntoId = plan,
                },
                Ct
            );
        var form = district.MeetingForm(host, seats) with { PlanId = plan, Remark = "请带材料。\n车停后院。" };
        var meeting = form.MeetingId;
        await district.Use<DraftMeeting>().RunAsync(district.Admin, form, Ct);
        await InviteGuestAsync("宋立新", "区民政局");
        await InviteGuestAsync("韩英", "区卫健局");

        StringBuilder all = new();
        await district.Use<SendNotice>().RunAsync(district.Admin, new() { MeetingId = meeting, Channels = Channels }, Ct);
        await AppendAsync("Notice");
        await district.Use<Remind>().RunAsync(district.Admin, new() { MeetingId = meeting, Channels = Channels }, Ct);
        await AppendAsync("Reminder");
        await ChangeAsync(district, form);
        await AppendAsync("Change");
        var board = await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct);
        foreach (var row in board.Rows.Where(r => r.Unit == "第一中学" || r.SeatTitle == "顾问"))
            await WithdrawAsync(district, row.InvitationId);
        await AppendAsync("Withdrawal");
        await PostponeAsync(district, meeting);
        await AppendAsync("Postponement");
        await CancelAsync(district, meeting);
        await AppendAsync("Cancellation");

        var expected = Path.Combine(Repository.Root, "tests", "CoBuilding.Tests", "Meetings", "Sending", "MeetingMessages.txt");
        Assert.Equal(await File.ReadAllTextAsync(expected, Ct), all.ToString());

        Task InviteGuestAsync(string name, string unit) =>
            district
                .Use<InviteGuest>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        MeetingId = meeting,
                        GuestName = name,
                        UnitName = unit,
                        Post = "科长",
                    },
                    Ct
                );

        async Task AppendAsync(string kind)
        {
            List<string> texts = [];
            while (await ClaimAsync(district) is { } claimed)
                texts.Add(
                    claimed.Rendered is { } rendered
                        ? $"{claimed.Channel.Kind} {rendered.Subject}".TrimEnd() + $"\n{Token.Replace(rendered.Text, "/a/TOKEN")}\n"
                        : $"{claimed.Channel.Kind} dropped\n"
                );
            foreach (var text in texts.GroupBy(t => t).OrderBy(t => t.Key, StringComparer.Ordinal))
                all.Append(CultureInfo.InvariantCulture, $"== {kind} × {text.Count()}: ").Append(text.Key);
        }
    }

    [Fact]
    public async Task A_message_reads_as_much_for_500_recipients_as_for_50()
    {
        var few = await CostsAsync(50);
        // The meeting, the bodies that hold it, its agenda, the recipient; in an e-mail that names attendees, the recipient's own people.
        Assert.All(few.Written, c => Assert.InRange(c.Value.Statements, 3, 5));
        Assert.Equal((6 * 3) - 1, few.Written.Count);
        var many = await CostsAsync(500);
        Assert.Equal(few.Written, many.Written);
        Assert.Equal(few.Claimed, many.Claimed);
        // Rows: the meeting, two items of the agenda, the recipient, the own invitation; and the end of each of the five.
        Assert.Equal(new(5, 10), few.Written["Notice Email"]);
    }

    private sealed record Cost(int Statements, int Reads)
    {
        public static async Task<Cost> OfAsync(Func<Task> stretch)
        {
            var statements = 0;
            var reads = await ReadCounter.OfAsync(async () => statements = await StatementCounter.OfAsync(stretch));
            return new(statements, reads);
        }
    }

    /// <summary>
    /// What a message of a meeting with as many recipients costs: each of the notice in the outbox, where all have to cost the same, and
    /// by kind and channel the writing alone.
    /// </summary>
    private async Task<(SortedDictionary<ChannelKind, Cost> Claimed, SortedDictionary<string, Cost> Written)> CostsAsync(int recipients)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await ConnectAsync(district);
        var committee = await district.CommitteeAsync(district.Street1);
        var form = district.MeetingForm(committee);
        await district.Use<DraftMeeting>().RunAsync(district.Admin, form, Ct);
        await BulkRows.InvitedAsync(cluster, district, committee, form.MeetingId, 1, recipients);
        await district
            .Use<SendNotice>()
            .RunAsync(district.Admin, new() { MeetingId = form.MeetingId, Channels = [ChannelKind.Email, ChannelKind.WeCom] }, Ct);
        var claimed = await CostsOfOutboxAsync(district, recipients + 1);
        SortedDictionary<string, Cost> written = new(StringComparer.Ordinal);
        await WriteAsync(MeetingMessageKind.Notice);
        await WriteAsync(MeetingMessageKind.Reminder);
        await ChangeAsync(district, form);
        await WriteAsync(MeetingMessageKind.Change);
        var rows = (await district.Use<SeeMeeting>().AskAsync(district.Admin, form.MeetingId, Ct)).Rows;
        foreach (var row in rows.Take(2))
            await WithdrawAsync(district, row.InvitationId);
        await WriteAsync(MeetingMessageKind.Withdrawal);
        await PostponeAsync(district, form.MeetingId);
        await WriteAsync(MeetingMessageKind.Postponement);
        await CancelAsync(district, form.MeetingId);
        await WriteAsync(MeetingMessageKind.Cancellation);
        return (claimed, written);

        async Task WriteAsync(MeetingMessageKind kind)
        {
            foreach (var (name, cost) in await CostsOfKindAsync(district, form.MeetingId, kind))
                written.Add(name, cost);
        }
    }

    private static async Task<SortedDictionary<ChannelKind, Cost>> CostsOfOutboxAsync(TestDistrict district, int messages)
    {
        SortedDictionary<ChannelKind, Cost> costs = [];
        for (var n = 0; n < messages; n++)
        {
            ClaimMessage.Claimed? claimed = null;
            var cost = await Cost.OfAsync(async () => claimed = await ClaimAsync(district));
            Assert.NotNull(claimed?.Rendered);
            costs.TryAdd(claimed.Channel.Kind, cost);
            Assert.Equal(costs[claimed.Channel.Kind], cost);
        }
        Assert.Null(await ClaimAsync(district));
        return costs;
    }

    private static IMessageWriter WriterOf(TestDistrict district, MeetingMessageKind kind) =>
        district.Use<IEnumerable<IMessageWriter>>().Single(w => w.Name == MeetingMessages.NameOf(kind));

    /// <summary>To two recipients, and to a group where the kind goes to groups.</summary>
    private static async Task<Dictionary<string, Cost>> CostsOfKindAsync(TestDistrict district, Guid meetingId, MeetingMessageKind kind)
    {
        await using var db = await district.Use<Door>().OpenAsync(Scope.ForClock(district.Id), Right.SendMessages, Ct);
        var (writer, setting) = (WriterOf(district, kind), await MessageSetting.ReadAsync(db, Ct));
        var meeting = await db.Meetings.AsNoTracking().SingleAsync(m => m.Id == meetingId, Ct);
        var isWithdrawal = kind == MeetingMessageKind.Withdrawal;
        var recipients = (await Recipients.OfAsync(db, meeting, null, Ct, areWithdrawn: isWithdrawal)).Take(2).ToList();
        Dictionary<string, Cost> costs = [];
        foreach (var channel in Channels.Where(c => c.IsPersonal() || !isWithdrawal))
        foreach (var to in channel.IsPersonal() ? recipients.AsEnumerable<Recipient?>() : [null])
        {
            var message = new Message
            {
                Writer = writer.Name,
                Channel = channel,
                PlaceId = meeting.PlaceId,
                WithinId = meeting.Id,
                SubjectId = to?.InvitationId,
                PersonId = to?.PersonId,
                Addressee = to?.Office,
                MessageRevision = meeting.MessageRevision,
                QueuedAt = db.Now,
                DueAt = db.Now,
            };
            var cost = await Cost.OfAsync(async () => Assert.NotEmpty((await writer.WriteAsync(db, message, setting, Ct))!.Text));
            costs.TryAdd($"{kind} {channel}", cost);
            Assert.Equal(costs[$"{kind} {channel}"], cost);
        }
        return costs;
    }

    private static Task<ClaimMessage.Claimed?> ClaimAsync(TestDistrict district) =>
        district.Use<ClaimMessage>().RunAsync(Scope.ForClock(district.Id), new(), Ct);

    /// <summary>All channels are on; nothing is sent, since messages are only claimed.</summary>
    private static async Task ConnectAsync(TestDistrict district)
    {
        await district.Use<SetMessageSetting>().RunAsync(district.Admin, new() { PortalAddress = "https://dj.example.cn/x" }, Ct);
        await district.Use<SetSmsChannel>().RunAsync(district.Admin, new() { Url = "http://127.0.0.1:9/{mobile}/{text}" }, Ct);
        await district.Use<SetMailChannel>().RunAsync(district.Admin, new() { Host = "mx.example.cn", Sender = "dj@example.cn" }, Ct);
        await district.Use<SetRobotChannel>().RunAsync(district.Admin, new() { Url = "http://127.0.0.1:9/robot" }, Ct);
    }

    /// <summary>The first of its people is its secretary, the second its liaison officer.</summary>
    private static async Task<(Guid Unit, List<Guid> People)> UnitAsync(
        TestDistrict district,
        string name,
        params (string Name, bool IsSecretary)[] people
    )
    {
        var unit = await district.UnitAsync(district.Community1, name);
        List<Guid> entered = [];
        foreach (var (person, isSecretary) in people)
        {
            var form = new EnterPerson.Form
            {
                UnitId = unit,
                Name = person,
                Title = "书记",
                IsSecretary = isSecretary,
                IsLiaisonOfficer = !isSecretary,
                Mobile = "13812345678",
                Email = "a@example.cn",
                From = district.Today.AddYears(-1),
            };
            await district.Use<EnterPerson>().RunAsync(district.Admin, form, Ct);
            entered.Add(form.PersonId);
        }
        return (unit, entered);
    }

    private static async Task<Guid> SeatAsync(
        TestDistrict district,
        Guid committee,
        Guid? unit,
        Guid person,
        string title,
        SeatRole role = SeatRole.Member
    )
    {
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            Kind = unit is null ? SeatKind.Individual : SeatKind.PartTime,
            Role = role,
            UnitId = unit,
            PersonId = person,
            Title = title,
            From = district.Today.AddMonths(-6),
            DoublePostReason = "熟悉两级工作",
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, form, Ct);
        return form.SeatId;
    }

    private static async Task ChangeAsync(TestDistrict district, DraftMeeting.Form form) =>
        await district
            .Use<ChangeMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = form.MeetingId,
                    ExpectedVersion = await VersionAsync(district, form.MeetingId),
                    Day = form.Day,
                    Start = new(10, 0),
                    End = new(11, 30),
                    Venue = "社区礼堂",
                    ReplyByDay = form.ReplyByDay,
                    ReplyByTime = form.ReplyByTime,
                },
                Ct
            );

    private static Task WithdrawAsync(TestDistrict district, Guid invitation) =>
        district.Use<WithdrawInvitation>().RunAsync(district.Admin, new() { InvitationId = invitation, Reason = "议题调整。" }, Ct);

    private static async Task PostponeAsync(TestDistrict district, Guid meeting) =>
        await district
            .Use<PostponeMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = await VersionAsync(district, meeting),
                    Reason = "台风。",
                },
                Ct
            );

    private static async Task CancelAsync(TestDistrict district, Guid meeting) =>
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                district.Admin,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = await VersionAsync(district, meeting),
                    Reason = "并入年度总结会",
                },
                Ct
            );

    private static async Task<long> VersionAsync(TestDistrict district, Guid meeting) =>
        (await district.Use<SeeMeeting>().AskAsync(district.Admin, meeting, Ct)).Meeting.RowVersion;

    [GeneratedRegex("/a/[A-Za-z0-9_-]{20,}")]
    private static partial Regex Token { get; }
}
