using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Facts;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class ListAttendanceTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_member_appointed_after_three_of_five_meetings_who_came_to_two_shows_two_of_two()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (seat, unit, _) = await district.MemberAsync(committee, district.Community1, "甲");
        for (var n = 0; n < 3; n++)
            await HoldAsync(Presence.Absent);
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = roster.Rows[0].RowVersion,
                    PersonId = await district.PersonAsync(unit, "新书记"),
                    From = district.Today.AddDays(1),
                    Reason = EndReason.PostChanged,
                },
                Ct
            );
        for (var n = 0; n < 2; n++)
            await HoldAsync(Presence.Present);

        var row = Assert.Single(await district.Use<ListAttendance>().AskAsync(district.Admin, committee, district.Today.AddYears(-1), Ct));
        Assert.Equal((2, 2), (row.Present, row.Due));

        async Task HoldAsync(Presence presence)
        {
            var meeting = await district.MeetingAsync(district.Admin, committee, seat);
            district.Clock.Advance(TimeSpan.FromDays(7));
            await district.RenewAdminAsync();
            var board = await district.Use<SeeMeetingAsHost>().AskAsync(district.Admin, meeting, Ct);
            await district
                .Use<MarkPresence>()
                .RunAsync(district.Admin, new() { MeetingId = meeting, Marks = [new(board.Rows[0].InvitationId, presence)] }, Ct);
        }
    }
}
