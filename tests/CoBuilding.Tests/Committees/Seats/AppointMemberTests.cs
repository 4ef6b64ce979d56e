using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Seats;

public class AppointMemberTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Two_clerks_who_fill_one_seat_at_once_leave_one_holder()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var people = new[] { await district.PersonAsync(unit, "甲"), await district.PersonAsync(unit, "乙") };
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            Title = "兼职委员",
            From = district.Today,
        };
        await district.Use<AddSeat>().RunAsync(clerk, seat, Ct);

        var tries = await Task.WhenAll(
            people.Select(p =>
                Record
                    .ExceptionAsync(() =>
                        district
                            .Use<AppointMember>()
                            .RunAsync(
                                clerk,
                                new()
                                {
                                    SeatId = seat.SeatId,
                                    ExpectedVersion = 1,
                                    PersonId = p,
                                    From = district.Today,
                                },
                                Ct
                            )
                    )
                    .AsTask()
            )
        );
        Assert.Single(tries, t => t is null);
        Assert.True(tries.Single(t => t is not null) is Stale or RuleBroken { Key: "Committees.SeatIsTaken" });
        var row = Assert.Single((await district.Use<SeeRoster>().AskAsync(clerk, committee, null, null, Ct)).Rows);
        Assert.Contains(row.Holder, (string?[])["甲", "乙"]);
    }

    [Fact]
    public async Task Appointments_of_one_seat_never_overlap_and_dates_never_run_backwards()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学"); // sits since half a year ago
        var other = await district.PersonAsync(member.Unit, "甲");
        await district
            .Use<EndAppointment>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Other,
                },
                Ct
            );
        var appoint = new AppointMember.Form
        {
            SeatId = member.Seat,
            ExpectedVersion = 2,
            PersonId = other,
            From = district.Today.AddDays(-1),
        };
        Assert.Equal(
            "Committees.SeatIsTaken",
            await RuleAssert.KeyOfAsync(() => district.Use<AppointMember>().RunAsync(clerk, appoint, Ct))
        );
        Assert.Equal(
            "Committees.SeatNotThere",
            await RuleAssert.KeyOfAsync(() =>
                district.Use<AppointMember>().RunAsync(clerk, appoint with { From = district.Today.AddMonths(-9) }, Ct)
            )
        );
        await district.Use<AppointMember>().RunAsync(clerk, appoint with { From = district.Today }, Ct);
        Assert.Equal(
            "Committees.EndsBeforeItBegins",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<EndAppointment>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            SeatId = member.Seat,
                            ExpectedVersion = 3,
                            On = district.Today.AddYears(-1),
                            Reason = EndReason.Other,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Units.PostEndsBeforeItBegins",
            await RuleAssert.KeyOfAsync(async () =>
                await district
                    .Use<EndPost>()
                    .RunAsync(
                        clerk,
                        new()
                        {
                            PostId = (await district.Use<SeeUnit>().AskAsync(clerk, member.Unit, Ct)).Posts[0].PostId,
                            On = district.Today.AddYears(-2),
                        },
                        Ct
                    )
            )
        );
    }
}
