using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Jobs;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Meetings.Calling;

/// <summary>Withdrawing an invitation and notifying the unit.</summary>
public class WithdrawInvitationTests(TestCluster cluster)
{
    private const string Why = "本次议题与贵单位无关";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_withdrawn_seat_is_not_due_and_screen_workbook_and_paper_say_who_took_it_back_and_why()
    {
        var (district, clerk, meeting, rows) = await CallAsync("大连湾中学", "大连湾医院", "大连湾船厂");
        await AnswerAsync(district, clerk, rows[0].InvitationId);
        await WithdrawAsync(district, clerk, rows[0].InvitationId);

        var seen = await district.Use<SeeMeeting>().AskAsync(clerk, meeting, Ct);
        var board = await district.Use<SeeReplies>().AskAsync(clerk, new() { MeetingId = meeting }, Ct);
        Assert.Equal((2, 0, 2), (seen.Sums.Due, seen.Sums.Attending, seen.Sums.Unanswered));
        Assert.Equal((seen.Sums, 2), (board.Sums, board.Page.Total));
        Assert.Equal(2, (await district.Use<ListMeetings>().AskAsync(clerk, new(), Ct)).Rows.Single().Invited);
        var withdrawn = seen.Withdrawn.Single();
        Assert.Equal(
            (rows[0].Unit, rows[0].Holder, Why, district.Clock.GetUtcNow()),
            (withdrawn.Unit, withdrawn.Holder, withdrawn.Withdrawal!.Because, withdrawn.Withdrawal.At)
        );
        Assert.False(string.IsNullOrEmpty(withdrawn.Withdrawal.By));

        var sheet = await district.Use<ExportRepliesWorkbook>().AskAsync(clerk, meeting, Ct);
        LibreOfficeReader.AssertValid(sheet.Bytes);
        Assert.DoesNotContain(await LibreOfficeReader.CellsAsync(sheet.Bytes), row => row.Contains(rows[0].Unit));
        Assert.Contains(
            await LibreOfficeReader.CellsAsync(sheet.Bytes, sheet: 2),
            row => row.Contains(rows[0].Unit) && row.Any(c => c.EndsWith(Why, StringComparison.Ordinal))
        );
        var paper = LibreOfficeReader.WordsOf((await district.Use<ExportAttendancePaper>().AskAsync(clerk, meeting, Ct)).Word().Bytes);
        Assert.Contains(
            paper,
            line =>
                line.StartsWith($"对{rows[0].Unit}的邀请已撤回", StringComparison.Ordinal) && line.Contains(Why, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            rows[0].Unit!,
            string.Join(
                '|',
                LibreOfficeReader.WordsOf((await district.Use<ExportSignInSheetPaper>().AskAsync(clerk, meeting, Ct)).Word().Bytes)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Its_link_says_so_and_why_and_takes_no_answer_nor_shows_the_agenda()
    {
        var (district, clerk, meeting, rows) = await CallAsync("大连湾中学", "大连湾医院");
        var links = (
            await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct)
        ).ToDictionary(l => l.InvitationId, l => district.Link(l.Token));
        var link = links[rows[0].InvitationId];
        Assert.Equal(2, (await district.Use<SeeInvitation>().AskAsync(link, null, Ct)).Topics.Count);
        await WithdrawAsync(district, clerk, rows[0].InvitationId);

        var seen = await district.Use<SeeInvitation>().AskAsync(link, null, Ct);
        Assert.Equal((true, false, Why), (seen.IsWithdrawn, seen.IsOpen, seen.WhyNot));
        Assert.Empty(seen.Topics);
        await RuleAssert.BrokenAsync(
            "Meetings.IsWithdrawn",
            () => district.Use<AnswerInvitation>().RunAsync(link, new() { Reply = Reply.Attend }, Ct)
        );
        await Assert.ThrowsAsync<NotFound>(() => AnswerAsync(district, clerk, rows[0].InvitationId));
        Assert.Single(await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct));

        var other = links[rows[1].InvitationId];
        await district.Use<AnswerInvitation>().RunAsync(other, new() { Reply = Reply.Attend }, Ct);
        Assert.True((await district.Use<SeeInvitation>().AskAsync(other, null, Ct)).IsOpen);
    }

    [Fact]
    public async Task What_was_taken_off_a_draft_is_told_to_nobody()
    {
        var (district, clerk, meeting, _) = await CallAsync("大连湾中学", "大连湾医院");
        var seats = (await district.Use<SeeMeeting>().AskAsync(clerk, meeting, Ct)).Rows.Select(r => r.SeatId).ToArray();
        var draft = district.MeetingForm((await district.Use<SeeMeeting>().AskAsync(clerk, meeting, Ct)).Meeting.CommitteeId, seats);
        await district.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        var off = (await district.Use<SeeMeeting>().AskAsync(clerk, draft.MeetingId, Ct)).Rows[0];
        await RuleAssert.BrokenAsync("Meetings.NotNotified", () => WithdrawAsync(district, clerk, off.InvitationId));
        await district.Use<DraftMeeting>().RunAsync(clerk, draft with { OperationId = Guid.CreateVersion7(), SeatIds = [seats[1]] }, Ct);
        await district.Use<SendNotice>().RunAsync(clerk, new() { MeetingId = draft.MeetingId }, Ct);
        Assert.Empty((await district.Use<SeeMeeting>().AskAsync(clerk, draft.MeetingId, Ct)).Withdrawn);
        var secretary = await district.UnitScopeAsync(off.UnitId!.Value, off.HolderId!.Value);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeInvitation>().AskAsync(secretary, off.InvitationId, Ct));
    }

    [Fact]
    public async Task The_unit_alone_is_told_once_as_it_was_told_before()
    {
        await using var server = await WebReceiver.SayingAsync(200, """{"errcode":0}""");
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.Sms, ChannelKind.WeCom);
        await office.SendDueAsync();
        var (told, row) = (server.Calls.Count, (await office.BoardAsync())[0]);
        await WithdrawAsync(office.District, office.Clerk, row.InvitationId);
        await WithdrawAsync(office.District, office.Clerk, row.InvitationId);
        await office.SendDueAsync();

        var texts = server.Calls.Skip(told).Select(c => JsonDocument.Parse(c.Body).RootElement.GetProperty("text").GetString()!).ToList();
        Assert.Equal(2, texts.Count); // the secretary and the liaison officer
        Assert.All(
            texts,
            text =>
            {
                Assert.Contains("敬请谅解", text, StringComparison.Ordinal);
                Assert.DoesNotContain("/a/", text, StringComparison.Ordinal);
            }
        );
        Assert.All(
            (await office.MessagesAsync()).Where(m => m.Topic == MeetingMessageKind.Withdrawal),
            m => Assert.Equal((row.Unit, ChannelKind.Sms, MessageState.Sent), (m.Unit, m.Channel, m.State))
        );
    }

    [Fact]
    public async Task A_notice_that_still_waits_is_not_sent_to_whom_is_no_longer_invited()
    {
        await using var server = await WebReceiver.SayingAsync(200, """{"errcode":0}""");
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.Sms);
        var row = (await office.BoardAsync())[0];
        await WithdrawAsync(office.District, office.Clerk, row.InvitationId);
        await office.SendDueAsync();
        Assert.Equal(
            [(MeetingMessageKind.Notice, MessageState.Dropped), (MeetingMessageKind.Withdrawal, MessageState.Sent)],
            (await office.MessagesAsync()).Where(m => m.Unit == row.Unit).Select(m => (m.Topic, m.State)).Distinct().Order()
        );
    }

    [Fact]
    public async Task Taken_back_by_mistake_the_seat_is_invited_again_asked_anew_and_told()
    {
        await using var server = await WebReceiver.SayingAsync(200, """{"errcode":0}""");
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        await office.NotifyAsync(ChannelKind.Sms);
        await office.SendDueAsync();
        var row = (await office.BoardAsync())[0];
        await AnswerAsync(office.District, office.Clerk, row.InvitationId);
        await WithdrawAsync(office.District, office.Clerk, row.InvitationId);
        await office.SendDueAsync();
        var told = server.Calls.Count;
        await RestoreAsync();
        await RestoreAsync();
        await office.SendDueAsync();

        var again = (await office.BoardAsync()).Single(r => r.InvitationId == row.InvitationId);
        Assert.Equal((null, null), (again.Reply, again.Withdrawal));
        var texts = server.Calls.Skip(told).Select(c => JsonDocument.Parse(c.Body).RootElement.GetProperty("text").GetString()!).ToList();
        Assert.Equal(2, texts.Count); // the secretary and the liaison officer
        Assert.All(texts, text => Assert.Contains("/a/", text, StringComparison.Ordinal));
        await AnswerAsync(office.District, office.Clerk, row.InvitationId);

        Task RestoreAsync() =>
            office.District.Use<RestoreInvitation>().RunAsync(office.Clerk, new() { InvitationId = row.InvitationId }, Ct);
    }

    [Fact]
    public async Task Once_the_meeting_has_begun_or_somebody_is_marked_the_invitation_stays()
    {
        var (district, clerk, meeting, rows) = await CallAsync("大连湾中学", "大连湾医院");
        district.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(20)); // called at nine, held at nine
        clerk = await district.SignInAsync("clerk" + district.Street1.Code);
        await district
            .Use<MarkPresence>()
            .RunAsync(clerk, new() { MeetingId = meeting, Marks = [new(rows[0].InvitationId, Presence.Present)] }, Ct);
        await RuleAssert.BrokenAsync("Attendance.IsMarked", () => WithdrawAsync(district, clerk, rows[0].InvitationId));
        district.Clock.Advance(TimeSpan.FromMinutes(20));
        await RuleAssert.BrokenAsync("Meetings.HasBegun", () => WithdrawAsync(district, clerk, rows[1].InvitationId));
    }

    private async Task<(TestDistrict District, Scope Clerk, Guid Meeting, IReadOnlyList<SeeMeeting.Row> Rows)> CallAsync(
        params string[] units
    )
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        List<Guid> seats = [];
        foreach (var unit in units)
            seats.Add((await district.MemberAsync(committee, district.Street1, unit)).Seat);
        var meeting = await district.MeetingAsync(clerk, committee, [.. seats]);
        return (district, clerk, meeting, (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows);
    }

    private static Task WithdrawAsync(TestDistrict district, Scope clerk, Guid invitation) =>
        district.Use<WithdrawInvitation>().RunAsync(clerk, new() { InvitationId = invitation, Reason = Why }, Ct);

    private static Task AnswerAsync(TestDistrict district, Scope clerk, Guid invitation) =>
        district
            .Use<RecordReply>()
            .RunAsync(
                clerk,
                new()
                {
                    InvitationId = invitation,
                    Reply = Reply.Attend,
                    ToldBy = "办公室",
                },
                Ct
            );
}
