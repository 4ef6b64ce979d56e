using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.CrossAppointments;

public class ListPairNoticesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Ending_one_leg_never_ends_the_other_and_both_sides_are_told_until_each_takes_note()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        var (district, clerk) = (pair.District, pair.Clerk);
        await pair.TakeOfficeAsync();
        var secretary = await SecretaryAsync(pair);
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(clerk, Ct));

        await district
            .Use<EndAppointment>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = pair.Seat,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = EndReason.Resigned,
                },
                Ct
            );
        var seen = await pair.SeeAsync();
        Assert.Equal((PairStatus.HostToUnit, CrossState.InOffice), (seen.Status, seen.Guests.Single().State));
        foreach (var (who, isHosts) in new[] { (clerk, true), (secretary, false) })
        {
            var notice = Assert.Single(await district.Use<ListPairNotices>().AskAsync(who, Ct));
            Assert.Equal(
                (ListPairNotices.PairNoticeKind.Lapsed, true, "甲校书记", district.Today, isHosts),
                (notice.Kind, notice.OfUnit, notice.Person, notice.Day, notice.IsHosts)
            );
            Assert.Equal("东街道BigWorking", notice.Committee);
        }

        await district
            .Use<AcknowledgeLapse>()
            .RunAsync(
                secretary,
                new()
                {
                    UnitId = pair.Unit,
                    CommitteeId = pair.Committee,
                    LapsedOn = district.Today,
                },
                Ct
            );
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(secretary, Ct));
        Assert.Single(await district.Use<ListPairNotices>().AskAsync(clerk, Ct)); // the other side has not

        // Mutual again: the notice disappears.
        var again = await district.PersonAsync(pair.Unit, "新委员");
        await district
            .Use<AppointMember>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = pair.Seat,
                    ExpectedVersion = 2,
                    PersonId = again,
                    From = district.Today,
                },
                Ct
            );
        Assert.Equal(PairStatus.Mutual, (await pair.SeeAsync()).Status);
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(clerk, Ct));

        district.Clock.Advance(TimeSpan.FromDays(1));
        pair = pair with { Clerk = await district.SignInAsync("clerk" + district.Street1.Code) };
        await pair.StepAsync(CrossState.Ended, 0, f => f with { Reason = EndReason.PostChanged });
        seen = await pair.SeeAsync();
        Assert.Equal((PairStatus.UnitToHost, null), (seen.Status, seen.Members[0].Until));
        Assert.False(Assert.Single(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct)).OfUnit);
        // An older note does not count.
        Assert.Single(await district.Use<ListPairNotices>().AskAsync(await district.SignInAsync("unit-secretary"), Ct));
        await district
            .Use<AcknowledgeLapse>()
            .RunAsync(
                pair.Clerk,
                new()
                {
                    UnitId = pair.Unit,
                    CommitteeId = pair.Committee,
                    LapsedOn = district.Today,
                },
                Ct
            );
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct));
        await Assert.ThrowsAsync<NotFound>(() =>
            district
                .Use<AcknowledgeLapse>()
                .RunAsync(
                    pair.Clerk,
                    new()
                    {
                        UnitId = pair.Unit,
                        CommitteeId = pair.Committee,
                        LapsedOn = district.Today.AddDays(-9),
                    },
                    Ct
                )
        );
    }

    [Fact]
    public async Task The_end_of_the_committees_term_warns_both_sides_from_sixty_days_before()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        var district = pair.District;
        var secretary = await SecretaryAsync(pair);
        await pair.TakeOfficeAsync(plannedUntil: district.Today.AddYears(3));
        await EndTermAsync(61);
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct));
        await EndTermAsync(60);
        foreach (var who in new[] { pair.Clerk, secretary })
        {
            var notice = Assert.Single(await district.Use<ListPairNotices>().AskAsync(who, Ct));
            Assert.Equal(
                (ListPairNotices.PairNoticeKind.Expiring, true, pair.Committee, district.Today.AddDays(60)),
                (notice.Kind, notice.OfUnit, notice.CommitteeId, notice.Day)
            );
        }

        async Task EndTermAsync(int days) =>
            await World
                .ReadAsync(
                    cluster,
                    "UPDATE committees SET term_ends_on = $1 WHERE tenant_id = $2 AND id = $3 RETURNING id",
                    district.Today.AddDays(days),
                    district.Id,
                    pair.Committee
                )
                .FirstAsync(Ct);
    }

    [Fact]
    public async Task A_planned_end_warns_both_sides_from_sixty_days_before()
    {
        var pair = await CrossAppointmentsFixture.StartAsync(cluster);
        var district = pair.District;
        var secretary = await SecretaryAsync(pair);
        await pair.TakeOfficeAsync(plannedUntil: district.Today.AddDays(61));
        Assert.Empty(await district.Use<ListPairNotices>().AskAsync(pair.Clerk, Ct));
        district.Clock.Advance(TimeSpan.FromDays(1));
        foreach (
            var who in new[] { await district.SignInAsync("clerk" + district.Street1.Code), await district.SignInAsync("unit-secretary") }
        )
        {
            var notice = Assert.Single(await district.Use<ListPairNotices>().AskAsync(who, Ct));
            Assert.Equal(
                (ListPairNotices.PairNoticeKind.Expiring, false, "街道副书记", district.Today.AddDays(60)),
                (notice.Kind, notice.OfUnit, notice.Person, notice.Day)
            );
        }
    }

    private static async Task<Scope> SecretaryAsync(UnitAndCommittee pair)
    {
        var post = (await pair.District.Use<SeeUnit>().AskAsync(pair.Clerk, pair.Unit, Ct))
            .Posts.Single(p => p.PersonId == pair.Member)
            .PostId;
        var open = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "unit-secretary",
            Role = Role.UnitSecretary,
        };
        await pair.District.Use<OpenUnitAccount>().RunAsync(pair.Clerk, open, Ct);
        return await pair.District.FirstSignInAsync(open.Login, open.Code);
    }
}
