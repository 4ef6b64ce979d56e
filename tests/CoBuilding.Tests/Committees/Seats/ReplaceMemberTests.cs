using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

public class ReplaceMemberTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_roster_shows_who_sits_and_a_replacement_leaves_no_gap()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var successor = await district.PersonAsync(member.Unit, "李新");
        var before = await district.Use<SeeRoster>().AskAsync(clerk, committee, null, null, Ct);

        await district
            .Use<ReplaceMember>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = before.Rows[0].RowVersion,
                    PersonId = successor,
                    From = district.Today,
                    Reason = EndReason.PostChanged,
                },
                Ct
            );

        var after = await district.Use<SeeRoster>().AskAsync(clerk, committee, null, null, Ct);
        Assert.Equal("李新", after.Rows[0].Holder);
        var yesterday = await district.Use<SeeRoster>().AskAsync(clerk, committee, district.Today.AddDays(-1), null, Ct);
        Assert.Equal("大连湾中学书记", yesterday.Rows[0].Holder);
        Assert.Equal(QuotaState.Below, after.Quota.State);

        var late = await Assert.ThrowsAsync<Stale>(() =>
            district
                .Use<EndAppointment>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        SeatId = member.Seat,
                        ExpectedVersion = before.Rows[0].RowVersion,
                        On = district.Today,
                        Reason = EndReason.Other,
                    },
                    Ct
                )
        );
        Assert.Equal(("clerk" + district.Street1.Code, "AppointMembers"), (late.Changes[0].Who, late.Changes[0].Right));
        var all = await district.Use<ListCommittees>().AskAsync(clerk, new() { OnlyOutsideQuota = true }, Ct);
        Assert.Equal(1, Assert.Single(all.Rows).Members);
        Assert.Empty(await district.Use<ListAttendance>().AskAsync(clerk, committee, district.Today.AddYears(-1), Ct));
    }
}
