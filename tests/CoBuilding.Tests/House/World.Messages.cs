using CoBuilding.Access;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;

namespace CoBuilding.Tests.House;

/// <summary>Messages that were refused, that are in doubt, or in a runner's hand.</summary>
internal sealed partial class World
{
    /// <summary>Whose notice the portal sent: two messages were refused, one is in doubt, one in a runner's hand.</summary>
    public Guid ToldMeeting { get; private set; }
    public Guid FailedMessage { get; private set; }
    public Guid OtherFailedMessage { get; private set; }
    public Guid DoubtfulMessage { get; private set; }
    public Guid MessageInHand { get; private set; }

    private async Task MessagesAsync()
    {
        await District
            .Use<SetMessageSetting>()
            .RunAsync(District.Admin, new() { PortalAddress = "https://dj.example.cn/x/" }, TestDistrict.Ct);
        await District.Use<SetSmsChannel>().RunAsync(District.Admin, new() { Url = "http://127.0.0.1:9/{mobile}/{text}" }, TestDistrict.Ct);
        var form = District.MeetingForm(Committee, Seat, OtherSeat);
        await District.Use<DraftMeeting>().RunAsync(Clerk, form, TestDistrict.Ct);
        ToldMeeting = form.MeetingId;
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = ToldMeeting, Channels = [ChannelKind.Sms] }, TestDistrict.Ct);
        (FailedMessage, OtherFailedMessage, DoubtfulMessage, MessageInHand) = (
            await ClaimAsync(),
            await ClaimAsync(),
            await ClaimAsync(),
            await ClaimAsync()
        );
        await EndAsync(FailedMessage, Delivery.Rejected(DeliveryFailure.Refused));
        await EndAsync(OtherFailedMessage, Delivery.Rejected(DeliveryFailure.Refused));
        await EndAsync(DoubtfulMessage, Delivery.Unknown(DeliveryFailure.NoAnswer));
        await District
            .Use<MakeLinks>()
            .RunAsync(
                Clerk,
                new()
                {
                    MeetingId = Meeting,
                    InvitationId = OtherInvitation,
                    IsReminder = true,
                },
                TestDistrict.Ct
            );

        async Task<Guid> ClaimAsync() =>
            (await District.Use<ClaimMessage>().RunAsync(Scope.ForClock(District.Id), new(), TestDistrict.Ct))!.MessageId;

        Task EndAsync(Guid message, Delivery delivery) =>
            District
                .Use<RecordDelivery>()
                .RunAsync(Scope.ForClock(District.Id), new() { MessageId = message, Delivery = delivery }, TestDistrict.Ct);
    }
}
