using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Minutes;

public class EditMinutesHeadTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Saving_the_chair_freezes_no_list_of_guests_and_kept_text_holds_no_words_of_a_language()
    {
        var scene = await MinutesFixture.SceneAsync(cluster);
        var guest = new InviteGuest.Form
        {
            MeetingId = scene.Meeting,
            GuestName = "郑列席",
            UnitName = "区交通局",
        };
        await scene.RunAsync<InviteGuest>(u => u.RunAsync(scene.Clerk, guest, Ct));
        await scene.RunAsync<MarkPresence>(u =>
            u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Guests = [new(guest.GuestId, Presence.Present)] }, Ct)
        );
        await MinutesFixture.MarkAsync(scene, scene.First.Seat, Presence.Substitute);
        var drafted = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        Assert.Equal((null, "区交通局 郑列席"), (drafted.Text.Observers, drafted.Text.SatIn));
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(scene.Clerk, new() { MinutesId = drafted.MinutesId!.Value, ExpectedVersion = drafted.RowVersion }, Ct)
        );

        var sent = await scene.SeeAsync();
        Assert.Equal("大连湾中学 代会人员（代大连湾中学书记）", sent.Text.Present[0].Said);
        var language = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        Assert.Equal("大连湾中学 a substitute (for 大连湾中学书记)", sent.Text.Present[0].Said);
        System.Globalization.CultureInfo.CurrentUICulture = language;
        Assert.Null(sent.Moved);
    }
}
