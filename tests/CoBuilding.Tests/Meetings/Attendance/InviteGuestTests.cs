using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class InviteGuestTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Guests_are_counted_apart_from_due_and_present()
    {
        var story = await AttendanceFixture.CallAsync(cluster);
        var guest = new InviteGuest.Form
        {
            MeetingId = story.Meeting,
            GuestName = "郑列席",
            UnitName = "区交通局",
            Post = "科长",
        };
        await story.District.Use<InviteGuest>().RunAsync(story.Clerk, guest, Ct);
        var gone = new InviteGuest.Form { MeetingId = story.Meeting, GuestName = "周列席" };
        await story.District.Use<InviteGuest>().RunAsync(story.Clerk, gone, Ct);
        await story.District.Use<WithdrawGuest>().RunAsync(story.Clerk, new() { GuestId = gone.GuestId }, Ct);
        Assert.Equal(
            "Attendance.GuestIsInvited",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    story.District.Use<InviteGuest>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting, GuestName = "甲校书记" }, Ct)
                )
            ).Key
        );
        await AttendanceFixture.StartAsync(story);
        var form = new MarkPresence.Form { MeetingId = story.Meeting, Guests = [new(guest.GuestId, Presence.Present)] };
        await story.District.Use<MarkPresence>().RunAsync(story.Clerk, form, Ct);
        var board = await AttendanceFixture.BoardAsync(story);
        Assert.Equal((3, 0, 1, "郑列席"), (board.Sums.Due, board.Sums.Present, board.GuestsPresent, Assert.Single(board.Guests).Name));
        await Assert.ThrowsAsync<RuleBroken>(() =>
            story
                .District.Use<MarkPresence>()
                .RunAsync(story.Clerk, new() { MeetingId = story.Meeting, Guests = [new(guest.GuestId, Presence.Substitute)] }, Ct)
        );
        Assert.Equal(
            "Attendance.GuestIsMarked",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    story.District.Use<WithdrawGuest>().RunAsync(story.Clerk, new() { GuestId = guest.GuestId }, Ct)
                )
            ).Key
        );
    }
}
