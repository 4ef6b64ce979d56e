using CoBuilding.Jobs;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Jobs;
using CoBuilding.Tests.Jobs.Channels;

namespace CoBuilding.Tests.Meetings.Messages;

public class SeeRecipientsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Who_would_be_written_to_is_seen_before_with_numbers_masked()
    {
        await using var server = await WebReceiver.TakingAllAsync();
        var office = await MessagingFixture.OpenAsync(cluster, server.Address);
        var form = office.District.MeetingForm(office.Committee, [.. office.Members.Select(m => m.Seat)]);
        await office.District.Use<DraftMeeting>().RunAsync(office.Clerk, form, Ct);
        var seen = await office.District.Use<SeeRecipients>().AskAsync(office.Clerk, form.MeetingId, Ct);
        Assert.Equal([ChannelKind.Sms, ChannelKind.WeCom], seen.Channels);
        Assert.Equal(4, seen.Rows.Count);
        Assert.All(
            seen.Rows,
            r =>
                Assert.Equal(
                    ("138****5678", null, true, false),
                    (r.Mobile, r.Email, r.IsReachedBy(ChannelKind.Sms), r.IsReachedBy(ChannelKind.Email))
                )
        );
    }
}
