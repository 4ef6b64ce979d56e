using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Dashboards;

public class ListToDosTests(TestCluster cluster)
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_nearest_deadlines_of_all_rooms_come_first_and_the_total_counts_the_rest()
    {
        var district = await DistrictAsync(
            new MadeToDos(Right.CallMeetings, "Even", Day, [.. Enumerable.Range(0, 25).Reverse().Select(n => 2 * n)]),
            new MadeToDos(Right.CallMeetings, "Third", Day, 3),
            new MadeToDos(Right.ManageMinutes, "Odd", Day, [.. Enumerable.Range(0, 15).Where(n => n != 1).Select(n => 2 * n + 1)])
        );
        var toDos = await district.Use<ListToDos>().AskAsync(district.Admin, Ct);
        Assert.Equal(25 + 1 + 14, toDos.Total);
        Assert.Equal(ListToDos.Most, toDos.First.Count);
        Assert.Equal(
            Enumerable
                .Range(0, ListToDos.Most)
                .Select(n =>
                    (
                        n == 3 ? "Third"
                        : n % 2 == 0 ? "Even"
                        : "Odd",
                        Day.AddDays(n)
                    )
                ),
            toDos.First.Select(t => (t.Kind, t.Deadline.ChinaDate()))
        );
        Assert.All(toDos.First, t => Assert.Equal(TimeSpan.Zero, t.Deadline.ToChina().TimeOfDay));
    }

    [Fact]
    public async Task One_contributor_more_is_no_statement_more()
    {
        var district = await DistrictAsync();
        var more = await DistrictAsync(
            new MadeToDos(Right.CallMeetings, "One", Day, 1, 2),
            new MadeToDos(Right.CallMeetings, "Two", Day, 3),
            new MadeToDos(Right.ManageMinutes, "Three", Day, 4)
        );
        Assert.Equal(8, await CountAsync(district, 0)); // the door, each of six rights, the series
        Assert.Equal(8, await CountAsync(more, 4));

        static Task<int> CountAsync(TestDistrict district, int total) =>
            StatementCounter.OfAsync(async () => Assert.Equal(total, (await district.Use<ListToDos>().AskAsync(district.Admin, Ct)).Total));
    }

    [Fact]
    public async Task Another_streets_to_dos_are_not_shown()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var draft = district.MeetingForm(committee, (await district.MemberAsync(committee, district.Street1, "甲单位")).Seat);
        await district.Use<DraftMeeting>().RunAsync(district.Admin, draft, Ct);
        Assert.Equal([draft.MeetingId], await SubjectsAsync(await district.ClerkAsync(district.Street1)));
        Assert.Empty(await SubjectsAsync(await district.ClerkAsync(district.Street2)));
        await Assert.ThrowsAsync<Denied>(() => SubjectsAsync(district.Auditor));

        async Task<IEnumerable<Guid>> SubjectsAsync(Scope scope) =>
            (await district.Use<ListToDos>().AskAsync(scope, Ct)).First.Select(t => t.SubjectId);
    }

    /// <summary>Texts and addresses are demanded for what is declared.</summary>
    [Fact]
    public async Task A_room_declares_the_kinds_of_its_to_dos()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var world = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        List<string> kinds = [];
        foreach (var contributor in district.Use<IEnumerable<IToDos>>())
        {
            await using var db = await district.Use<Door>().OpenAsync(world.Clerk, contributor.Right, Ct);
            foreach (var query in await contributor.RowsAsync(db, Ct))
            {
                var rows = await query.ToListAsync(Ct);
                Assert.Subset(contributor.Kinds.ToHashSet(), rows.Select(r => r.Kind).ToHashSet());
                Assert.Subset(contributor.CountedKinds.ToHashSet(), rows.Where(r => r.Count > 0).Select(r => r.Kind).ToHashSet());
                kinds.AddRange(rows.Select(r => r.Kind));
            }
        }
        Assert.InRange(kinds.Distinct().Count(), 5, 21);
    }

    private Task<TestDistrict> DistrictAsync(params IToDos[] contributors) =>
        TestDistrict.CreateAsync(
            cluster,
            services =>
            {
                foreach (var contributor in contributors)
                    services.AddSingleton(contributor);
            }
        );
}
