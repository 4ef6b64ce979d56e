using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class QuotaCheckTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task An_even_number_of_members_is_pointed_out_only_where_the_district_wants_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(committee, district.Community1, "甲");
        var host = await district.UnitAsync(district.Street1, "东街道办事处");
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    Kind = SeatKind.FullTime,
                    PersonId = await district.PersonAsync(host, "书记"),
                    Title = "书记",
                    From = district.Today,
                },
                Ct
            );
        Assert.False(await IsPointedOutAsync());
        var kind = await district.CommitteeKindAsync();
        await district
            .Use<EditCommitteeKind>()
            .RunAsync(district.Admin, EditCommitteeKind.Form.Of(kind.Kind, kind.RowVersion) with { WarnsEven = true }, Ct);
        Assert.True(await IsPointedOutAsync()); // full- and part-time together
        await district.MemberAsync(committee, district.Community1, "乙");
        Assert.False(await IsPointedOutAsync());

        async Task<bool> IsPointedOutAsync()
        {
            var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
            return roster.Kind.PointsOut(roster.Members);
        }
    }

    [Fact]
    public async Task Going_beyond_the_range_warns_and_asks_why_only_where_the_district_wants_it()
    {
        var (district, committee) = await EstablishedCommitteeFixture.EstablishAsync(cluster);
        await district.RangeAsync(0, 1);
        await district.MemberAsync(committee, district.Community1, "甲校");
        await district.MemberAsync(committee, district.Community1, "乙校"); // beyond the range, without a reason
        await district.RangeAsync(0, 1, requiresReason: true);
        var unit = await district.UnitAsync(district.Community1, "丙校");
        var form = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = await district.PersonAsync(unit, "丙"),
            Title = "委员",
            From = district.Today,
        };
        Assert.Equal(
            ("Committees.QuotaReasonMissing", "QuotaReason"),
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, form, Ct))
        );
        await district.Use<AddSeat>().RunAsync(district.Admin, form with { QuotaReason = "新区并入" }, Ct);
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "appointments" }, Ct);
        Assert.Contains(journal.Rows, r => r.After!.Contains("新区并入", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_still_saw_a_free_place_is_told_that_it_was_filled()
    {
        var (district, committee) = await EstablishedCommitteeFixture.EstablishAsync(cluster);
        await district.RangeAsync(0, 1);
        List<AddSeat.Form> forms = [];
        foreach (var name in new[] { "甲校", "乙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            forms.Add(
                new()
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    PersonId = await district.PersonAsync(unit, name),
                    Title = "委员",
                    From = district.Today,
                    ExpectedMembers = 0,
                }
            );
        }
        await district.Use<AddSeat>().RunAsync(district.Admin, forms[0], Ct);
        Assert.Equal(
            ("Committees.QuotaFilledMeanwhile", "QuotaReason"),
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, forms[1], Ct))
        );
        await district.Use<AddSeat>().RunAsync(district.Admin, forms[1] with { QuotaReason = "已商定" }, Ct);
    }

    [Fact]
    public async Task Two_who_fill_the_last_place_at_the_same_moment_do_not_both_do_so_unnoticed()
    {
        var (district, committee) = await EstablishedCommitteeFixture.EstablishAsync(cluster);
        await district.RangeAsync(0, 1);
        List<AddSeat.Form> forms = [];
        foreach (var name in new[] { "甲校", "乙校" })
        {
            var unit = await district.UnitAsync(district.Community1, name);
            forms.Add(
                new()
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    PersonId = await district.PersonAsync(unit, name),
                    Title = "委员",
                    From = district.Today,
                    ExpectedMembers = 0,
                }
            );
        }
        var tries = await Task.WhenAll(
            forms.Select(f => Record.ExceptionAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, f, Ct)).AsTask())
        );
        Assert.Single(tries, t => t is null);
        Assert.True(tries.Single(t => t is not null) is Stale or RuleBroken { Key: "Committees.QuotaFilledMeanwhile" });
    }
}
