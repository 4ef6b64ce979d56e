using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class NominateMemberTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_seat_is_proposed_for_when_it_is_vacant_or_falls_vacant_on_a_day_that_is_known()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var successor = await district.PersonAsync(member.Unit, "继任");
        Assert.Equal(
            "Nominations.SeatIsHeld",
            await RuleAssert.KeyOfAsync(() => district.NominateAsync(committee, successor, seat: member.Seat))
        );
        Assert.Equal(
            "Committees.UnitHasSeat",
            await RuleAssert.KeyOfAsync(() => district.NominateAsync(committee, successor, member.Unit))
        );
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(20),
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        var id = await district.NominateAsync(committee, successor, seat: member.Seat);
        Assert.Equal(
            "Committees.SeatIsTaken",
            await RuleAssert.KeyOfAsync(() => NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Appointed))
        );
        await NominationsFixture.StepAsync(district, district.Admin, id, NominationAction.Appointed, on: district.Today.AddDays(20));
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(("继任", district.Today.AddDays(20)), (roster.Rows[0].Next, roster.Rows[0].NextFrom));
    }

    [Fact]
    public async Task A_person_is_proposed_once_for_a_committee_and_not_while_holding_a_seat_of_it()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        Assert.Equal("Committees.PersonHasSeat", await RuleAssert.KeyOfAsync(() => district.NominateAsync(committee, member.Person)));
        var person = await district.PersonAsync(member.Unit, "李模范");
        var first = await district.NominateAsync(committee, person);
        Assert.Equal("Nominations.AlreadyNominated", await RuleAssert.KeyOfAsync(() => district.NominateAsync(committee, person)));
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = first,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = "再议",
                },
                Ct
            );
        await district.NominateAsync(committee, person);
    }

    [Fact]
    public async Task Another_may_be_named_in_the_place_of_a_nominee()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var first = await NominationsFixture.NomineeAsync(district, committee, "甲");
        var unit = await district.UnitAsync(district.Community1, "第二小学");
        var form = new NominateMember.Form
        {
            CommitteeId = committee,
            Kind = SeatKind.Individual,
            SeatTitle = "个人委员",
            PersonId = await district.PersonAsync(unit, "乙"),
            Way = SelectionWay.MembersRecommended,
            On = district.Today,
            InsteadOfId = first,
            InsteadOfExpectedVersion = 1,
            Remark = "单位改荐",
        };
        await district.Use<NominateMember>().RunAsync(district.Admin, form, Ct);
        var old = await district.Use<SeeNomination>().AskAsync(district.Admin, first, Ct);
        Assert.Equal((NominationState.Withdrawn, "单位改荐"), (old.Row.State, old.Steps[^1].Remark));
    }
}
