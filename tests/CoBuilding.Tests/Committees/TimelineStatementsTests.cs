using CoBuilding.Committees;
using CoBuilding.Committees.Timeline;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees;

public class TimelineStatementsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task History_and_comparison_send_as_many_statements_for_300_seats_as_for_10()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "U0");
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var plan = await district.PlanAsync(district.Admin, committee);
        await BulkRows.EverythingAsync(cluster, district, committee, meeting, plan, 1, 9);
        var few = await CountAsync(district, committee);
        await BulkRows.EverythingAsync(cluster, district, committee, meeting, plan, 10, 290);
        var many = await CountAsync(district, committee);

        Assert.All(few, q => Assert.Equal(10, q.Rows));
        Assert.All(many, q => Assert.Equal(300, q.Rows));
        Assert.Equal(few.Select(q => q.Statements), many.Select(q => q.Statements));
        // A comparison reads up to three rosters and the changes between them.
        Assert.All(few.Take(2), q => Assert.InRange(q.Statements, 1, 9));
        Assert.All(few.Skip(2), q => Assert.InRange(q.Statements, 1, 30));
    }

    private static async Task<List<(int Rows, int Statements)>> CountAsync(TestDistrict district, Guid committee)
    {
        List<(int, int)> counts = [];
        var (admin, before) = (district.Admin, new CompareRosters.State(new(2025, 12, 31), null));
        await Ask(async () => (await district.Use<SeeRoster>().AskAsync(admin, committee, null, district.Today, Ct)).Rows.Count);
        await Ask(async () =>
            (await district.Use<SeeRosterChanges>().AskAsync(admin, new(committee, null, null), Ct)).Rows.Count(r =>
                r.Change == RosterChange.Appointed
            )
        );
        await Ask(async () =>
            (await district.Use<CompareRosters>().AskAsync(admin, new(committee, before, new(null, null)), Ct)).Rows.Count
        );
        await Ask(async () =>
            (await district.Use<CompareRosters>().AskAsync(admin, new(committee, before, new(null, district.Today)), Ct)).Rows.Count
        );
        return counts;

        async Task Ask(Func<Task<int>> question)
        {
            var rows = 0;
            var statements = await StatementCounter.OfAsync(async () => rows = await question());
            counts.Add((rows, statements));
        }
    }
}
