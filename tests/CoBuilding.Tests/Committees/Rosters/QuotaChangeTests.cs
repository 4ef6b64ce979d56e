using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class QuotaChangeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public void The_first_day_outside_the_range_equals_a_count_of_every_day()
    {
        var dice = new Random(7);
        var today = new DateOnly(2026, 11, 23);
        for (var n = 0; n < 400; n++)
        {
            List<Span> terms = [];
            for (var k = dice.Next(9); k > 0; k--)
            {
                var from = today.AddDays(dice.Next(-30, 30));
                terms.Add(new Span(from, dice.Next(2) == 0 ? null : from.AddDays(dice.Next(1, 50))));
            }
            var check = new QuotaCheck(terms.Count(t => t.IsOn(today)), 2, 4);
            var outside =
                check.State != QuotaState.Within
                    ? null
                    : Enumerable
                        .Range(1, 100)
                        .Select(d => new QuotaChange(today.AddDays(d), terms.Count(t => t.IsOn(today.AddDays(d)))))
                        .FirstOrDefault(c => c.Members is < 2 or > 4);
            Assert.Equal(outside, check.FirstOutside(terms, today));
        }
    }

    [Fact]
    public async Task A_scheduled_end_names_the_day_on_which_there_will_be_too_few()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.RangeAsync(2, 3);
        var one = await district.MemberAsync(committee, district.Community1, "甲校");
        await district.MemberAsync(committee, district.Community1, "乙校");
        Assert.Null((await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).LeavesQuota);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = one.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(40),
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal(
            new QuotaChange(district.Today.AddDays(40), 1),
            (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).LeavesQuota
        );
    }
}
