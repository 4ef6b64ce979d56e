using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Documents;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

public class CompareRostersTests(TestCluster cluster)
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

    [Fact]
    public async Task A_comparison_tells_what_came_about_from_what_was_learned_later_with_who_when_and_why()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var (a, b, c, d) = (
            await district.MemberAsync(committee, district.Community1, "甲校"),
            await district.MemberAsync(committee, district.Community1, "乙校"),
            await district.MemberAsync(committee, district.Community1, "丙校"),
            await district.MemberAsync(committee, district.Community1, "丁校")
        );
        var printed = district.Today;
        for (var n = 0; n < 10; n++)
            await TimelineFixture.NextDayAsync(district);
        // Since then: one was replaced, one suspended; and two errors of the printed roster were corrected, one of which is obsolete.
        var successor = await district.PersonAsync(a.Unit, "新书记");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = a.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = b.Seat,
                    ExpectedVersion = 1,
                    From = district.Today,
                    Reason = "单位搬迁",
                },
                Ct
            );
        await TimelineFixture.CorrectAsync(district, c.Seat, f => f with { From = printed.AddDays(-1), Reason = "聘书日期录错" });
        await TimelineFixture.CorrectAsync(
            district,
            d.Seat,
            f => f with { Until = printed.AddDays(-3), EndReason = EndReason.Resigned, Reason = "早已辞任" }
        );
        await district.MemberAsync(committee, district.Community1, "戊校", from: district.Today);

        var compared = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(printed, printed), new(null, null)), Ct);
        Assert.Equal((4, 4, 0), (compared.Then.Seats, compared.Then.Members, compared.Then.Vacancies));
        Assert.Equal((5, 4, 1), (compared.Now.Seats, compared.Now.Members, compared.Now.Vacancies));
        Assert.Equal(
            [
                ("丁校", RosterDifference.Vacated, true),
                ("丙校", RosterDifference.FactsChanged, true),
                ("乙校", RosterDifference.Suspended, false),
                ("戊校", RosterDifference.SeatAdded, false),
                ("甲校", RosterDifference.HolderChanged, false),
            ],
            compared.Rows.Select(r => (r.Unit!, r.What, r.IsAfterTheFact)).OrderBy(r => r.Item1, StringComparer.Ordinal)
        );
        Assert.Equal(2, compared.Corrections);
        var replaced = compared.Rows.Single(r => r.What == RosterDifference.HolderChanged);
        Assert.Equal(("甲校书记", "新书记"), (replaced.Then!.Holder, replaced.Now!.Holder));
        Assert.Equal([RosterChange.Ended, RosterChange.Appointed], replaced.Causes.Select(x => x.Change));
        var corrected = compared.Rows.Single(r => r.What == RosterDifference.FactsChanged);
        Assert.Equal((printed.AddDays(-1), "聘书日期录错"), (corrected.Corrected!.Since, Assert.Single(corrected.Causes).Reason));
        Assert.All(compared.Rows.SelectMany(r => r.Causes), x => Assert.False(string.IsNullOrEmpty(x.Who)));

        // The same two days as recorded now: there are no corrections, and the corrected errors are no differences.
        var asKnownNow = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(printed, null), new(null, null)), Ct);
        Assert.Equal(["乙校", "戊校", "甲校"], asKnownNow.Rows.Select(r => r.Unit!).Order(StringComparer.Ordinal));
        Assert.Equal(0, asKnownNow.Corrections);
        // One day as known on two: whose term was to end, or who was to follow, is no correction of that day.
        var learned = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(printed, printed), new(printed, null)), Ct);
        Assert.Equal(["丁校", "丙校"], learned.Rows.Where(r => r.IsAfterTheFact).Select(r => r.Unit!).Order(StringComparer.Ordinal));

        var file = await district
            .Use<ExportComparisonWorkbook>()
            .AskAsync(district.Admin, new(committee, new(printed, printed), new(null, null)), Ct);
        LibreOfficeReader.AssertValid(file.Bytes);
    }
}
