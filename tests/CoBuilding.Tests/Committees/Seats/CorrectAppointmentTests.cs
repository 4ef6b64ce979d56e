using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.Committees.Rosters;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

public class CorrectAppointmentTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_correction_supersedes_the_row_and_the_roster_as_known_before_stays()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var successor = await district.PersonAsync(member.Unit, "后来人");
        var before = district.Today;
        await TimelineFixture.NextDayAsync(district);
        await TimelineFixture.CorrectAsync(
            district,
            member.Seat,
            f => f with { PersonId = successor, LetterNumber = "东聘〔2026〕7号", Reason = "录成了前任书记" }
        );

        var now = Assert.Single((await TimelineFixture.RosterAsync(district, committee, district.Today, null)).Rows);
        Assert.Equal(("后来人", "东聘〔2026〕7号"), (now.Holder, now.LetterNumber));
        // it was so all along
        Assert.Equal("后来人", Assert.Single((await TimelineFixture.RosterAsync(district, committee, before, null)).Rows).Holder);
        // but not known
        Assert.Equal("大连湾中学书记", Assert.Single((await TimelineFixture.RosterAsync(district, committee, before, before)).Rows).Holder);
        var changes = await district.Use<SeeRosterChanges>().AskAsync(district.Admin, new(committee, null, null), Ct);
        var correction = Assert.Single(changes.Rows, r => r.Change == RosterChange.Corrected);
        Assert.Equal(("后来人", "录成了前任书记"), (correction.Person, correction.Reason));
        Assert.False(string.IsNullOrEmpty(correction.Who));
        Assert.Equal(1, changes.Rows.Count(r => r.Change == RosterChange.Appointed));
        Assert.DoesNotContain(changes.Rows, r => r.Change == RosterChange.Ended);
    }

    [Fact]
    public async Task A_seat_begins_with_the_term_that_it_was_made_for_when_its_first_day_is_corrected()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var recorded = district.Today;
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学", from: recorded.AddDays(-10));
        await TimelineFixture.NextDayAsync(district);
        await TimelineFixture.CorrectAsync(district, member.Seat, f => f with { From = recorded.AddDays(-20) });
        Assert.Single((await TimelineFixture.RosterAsync(district, committee, recorded.AddDays(-15), null)).Rows);
        Assert.Empty((await TimelineFixture.RosterAsync(district, committee, recorded.AddDays(-15), recorded)).Rows);
        await TimelineFixture.NextDayAsync(district);
        await TimelineFixture.CorrectAsync(district, member.Seat, f => f with { From = recorded.AddDays(-5) });
        Assert.Empty((await TimelineFixture.RosterAsync(district, committee, recorded.AddDays(-8), null)).Rows);
        Assert.Single((await TimelineFixture.RosterAsync(district, committee, recorded.AddDays(-8), recorded)).Rows);
        Assert.Single((await TimelineFixture.RosterAsync(district, committee, recorded.AddDays(-15), recorded.AddDays(1))).Rows);
        Assert.Equal(
            ("Committees.BeforeEstablishment", "From"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                TimelineFixture.CorrectAsync(district, member.Seat, f => f with { From = recorded.AddYears(-3) })
            )
        );
    }

    [Fact]
    public async Task A_seat_that_was_there_before_its_holder_stays_where_it_was()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var person = await district.PersonAsync(unit, "某人");
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            Title = "委员",
            From = district.Today.AddDays(-30),
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
        await TimelineFixture.NextDayAsync(district);
        await district
            .Use<AppointMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    PersonId = person,
                    From = seat.From,
                },
                Ct
            );
        await TimelineFixture.CorrectAsync(district, seat.SeatId, f => f with { From = seat.From!.Value.AddDays(10) });
        Assert.True(Assert.Single((await TimelineFixture.RosterAsync(district, committee, seat.From.Value, null)).Rows).IsVacant);
    }

    [Fact]
    public async Task A_correction_obeys_the_same_guards_as_the_appointment()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var one = await district.MemberAsync(committee, district.Community1, "甲校");
        var other = await district.MemberAsync(committee, district.Community1, "乙校");
        Assert.Equal(
            ("Committees.PersonHasSeat", "PersonId"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                TimelineFixture.CorrectAsync(district, one.Seat, f => f with { PersonId = other.Person })
            )
        );
        Assert.Equal(
            ("Committees.NothingCorrected", null),
            await RuleAssert.KeyAndFieldOfAsync(() => TimelineFixture.CorrectAsync(district, one.Seat, f => f))
        );

        // Two terms of one seat do not overlap: the first went on for too long.
        var successor = await district.PersonAsync(one.Unit, "后任");
        var handover = district.Today;
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = one.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = handover,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal(
            "Committees.SeatIsTaken",
            (
                await RuleAssert.KeyAndFieldOfAsync(() =>
                    TimelineFixture.CorrectAsync(
                        district,
                        one.Seat,
                        f => f with { Until = handover.AddDays(5), EndReason = EndReason.Retired },
                        term: 1
                    )
                )
            ).Key
        );
        await TimelineFixture.CorrectAsync(district, one.Seat, f => f with { Until = handover.AddDays(-5) }, term: 1);
        Assert.True(Row(await TimelineFixture.RosterAsync(district, committee, handover.AddDays(-3), null), one.Seat).IsVacant);

        // A term cannot end after its seat.
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = other.Seat,
                    ExpectedVersion = 1,
                    On = handover.AddDays(1),
                    Reason = EndReason.Other,
                },
                Ct
            );
        await district
            .Use<CloseSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = other.Seat,
                    ExpectedVersion = 2,
                    On = handover.AddDays(2),
                },
                Ct
            );
        Assert.Equal(
            ("Committees.BeyondSeat", "Until"),
            await RuleAssert.KeyAndFieldOfAsync(() => TimelineFixture.CorrectAsync(district, other.Seat, f => f with { Until = null }))
        );
        Assert.Equal(
            ("Committees.BeyondSeat", "Until"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                TimelineFixture.CorrectAsync(district, other.Seat, f => f with { Until = handover.AddDays(3) })
            )
        );

        var failed = await Assert.ThrowsAsync<ValidationFailed>(() =>
            TimelineFixture.CorrectAsync(district, one.Seat, f => f with { From = handover.AddDays(9), Until = handover, Reason = "" })
        );
        Assert.Equal(["Reason", "Until", "EndReason"], failed.Problems.Select(p => p.Field));
        // A form based on an older row gets a conflict.
        await Assert.ThrowsAsync<Stale>(() =>
            TimelineFixture.CorrectAsync(district, one.Seat, f => f with { ExpectedVersion = 1, LetterNumber = "1" })
        );
    }

    [Fact]
    public async Task A_term_that_never_came_about_is_taken_back_and_stays_in_the_history()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        var before = district.Today;
        await TimelineFixture.NextDayAsync(district);
        await TimelineFixture.CorrectAsync(district, member.Seat, f => f with { IsWithdrawn = true, Reason = "录到了别的委员会" });
        Assert.True(Assert.Single((await TimelineFixture.RosterAsync(district, committee, before, null)).Rows).IsVacant);
        Assert.False(Assert.Single((await TimelineFixture.RosterAsync(district, committee, before, before)).Rows).IsVacant);
        var changes = await district.Use<SeeRosterChanges>().AskAsync(district.Admin, new(committee, district.Today, null), Ct);
        Assert.Equal(
            (RosterChange.Withdrawn, "甲校书记", "录到了别的委员会"),
            (changes.Rows[0].Change, changes.Rows[0].Person, changes.Rows[0].Reason)
        );
        Assert.Single(changes.Rows);
        Assert.False(string.IsNullOrEmpty(changes.Rows[0].Who));
        Assert.Empty((await district.Use<SeeSeatTerms>().AskAsync(district.Admin, member.Seat, Ct)).Terms);
    }

    private static SeeRoster.Row Row(SeeRoster.Answer roster, Guid seat) => roster.Rows.Single(r => r.SeatId == seat);
}
