using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;

namespace CoBuilding.Tests.House;

/// <summary>Meetings in each state, and who is invited to them.</summary>
internal sealed partial class World
{
    public Guid Meeting { get; private set; }
    public Guid Invitation { get; private set; }
    public string Token { get; private set; } = "";
    public Guid Draft { get; private set; }
    public Guid ToCancel { get; private set; }
    public Guid ToPostpone { get; private set; }
    public Guid InvitationToWithdraw { get; private set; }
    public Guid InvitationToRestore { get; private set; }
    public Guid OtherInvitation { get; private set; }

    /// <summary>Begins in twenty minutes, so that its sheet is open.</summary>
    public Guid Beginning { get; private set; }

    /// <summary>As <see cref="Beginning"/>, and opened; with the second item of its agenda.</summary>
    public Guid Opened { get; private set; }
    public Guid ItemOfOpened { get; private set; }

    /// <summary>Both of <see cref="Beginning"/>.</summary>
    public Guid Guest { get; private set; }
    public Guid IdleGuest { get; private set; }
    public Guid InvitationToBeginning { get; private set; }

    private async Task MeetingsAsync()
    {
        await District.Use<SetAttendance>().RunAsync(District.Admin, new() { AsksLeave = true }, TestDistrict.Ct);
        await District.Use<SetQuorum>().RunAsync(District.Admin, new() { QuorumRule = QuorumRule.MoreThanHalf }, TestDistrict.Ct);
        Meeting = await District.MeetingAsync(Clerk, Committee, Seat, OtherSeat);
        ToCancel = await District.MeetingAsync(Clerk, Committee, Seat);
        ToPostpone = await District.MeetingAsync(Clerk, Committee, Seat);
        var draft = District.MeetingForm(Committee, Seat);
        await District.Use<DraftMeeting>().RunAsync(Clerk, draft, TestDistrict.Ct);
        Draft = draft.MeetingId;
        var soon = District.MeetingForm(Committee, Seat) with
        {
            Day = District.Today,
            Start = new(9, 20),
            ReplyByDay = District.Today,
            ReplyByTime = new(9, 10),
        };
        await District.Use<DraftMeeting>().RunAsync(Clerk, soon, TestDistrict.Ct);
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = soon.MeetingId }, TestDistrict.Ct);
        Beginning = soon.MeetingId;

        var links = await District
            .Use<MakeLinks>()
            .RunAsync(Clerk, new() { MeetingId = Meeting, Only = Addressee.Holder }, TestDistrict.Ct);
        var board = await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, Meeting, TestDistrict.Ct);
        Invitation = board.Rows.Single(r => r.SeatId == Seat).InvitationId;
        OtherInvitation = board.Rows.Single(r => r.SeatId == OtherSeat).InvitationId;
        InvitationToWithdraw = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, ToPostpone, TestDistrict.Ct))
            .Rows.Single()
            .InvitationId;
        var again = await District.MeetingAsync(Clerk, Committee, Seat);
        InvitationToRestore = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, again, TestDistrict.Ct)).Rows.Single().InvitationId;
        await District
            .Use<WithdrawInvitation>()
            .RunAsync(Clerk, new() { InvitationId = InvitationToRestore, Reason = "误撤" }, TestDistrict.Ct);
        InvitationToBeginning = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, Beginning, TestDistrict.Ct))
            .Rows.Single()
            .InvitationId;
        Token = links.Single(l => l.InvitationId == Invitation).Token;

        await District
            .Use<RecordReply>()
            .RunAsync(
                Clerk,
                new()
                {
                    InvitationId = InvitationToBeginning,
                    Reply = Reply.Leave,
                    ToldBy = "李",
                },
                TestDistrict.Ct
            );
        var (guest, idle) = (
            new InviteGuest.Form { MeetingId = Beginning, GuestName = "列席人" },
            new InviteGuest.Form { MeetingId = Beginning, GuestName = "另一人" }
        );
        await District.Use<InviteGuest>().RunAsync(Clerk, guest, TestDistrict.Ct);
        await District.Use<InviteGuest>().RunAsync(Clerk, idle, TestDistrict.Ct);
        (Guest, IdleGuest) = (guest.GuestId, idle.GuestId);
        await OpenAsync(soon);
    }

    private async Task OpenAsync(DraftMeeting.Form soon)
    {
        var form = soon with { OperationId = Guid.CreateVersion7(), MeetingId = Guid.CreateVersion7() };
        await District.Use<DraftMeeting>().RunAsync(Clerk, form, TestDistrict.Ct);
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = Opened = form.MeetingId }, TestDistrict.Ct);
        await District.Use<OpenMeeting>().RunAsync(Clerk, new() { MeetingId = Opened }, TestDistrict.Ct);
        var items = (await District.Use<SeeRoom>().AskAsync(Clerk, new() { MeetingId = Opened }, TestDistrict.Ct)).Items;
        await District.Use<GoToItem>().RunAsync(Clerk, new() { MeetingId = Opened, AgendaItemId = items[0].Id }, TestDistrict.Ct);
        ItemOfOpened = items[1].Id;
    }
}
