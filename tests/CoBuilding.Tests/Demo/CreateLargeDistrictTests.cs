using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Demo;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Demo;

public class CreateLargeDistrictTests(LargeDatabases large, TestCluster cluster) : IClassFixture<LargeDatabases>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_seed_gives_the_same_district_in_two_databases_with_all_that_years_bring()
    {
        var (first, second) = (large.First, large.Second);
        const string Story = """
            SELECT concat_ws(' ', 'unit', u.name, u.kind, p.code, u.find_keys) FROM units u JOIN places p ON p.id = u.place_id
            UNION ALL SELECT concat_ws(' ', 'post', p.name, p.mobile, p.find_keys, o.title, o."from", o.until) FROM posts o
                JOIN people p ON p.id = o.person_id
            UNION ALL SELECT concat_ws(' ', 'body', c.name, c.established_on, c.term_ends_on, c.extension_approval, c.dissolved_on)
                FROM committees c
            UNION ALL SELECT concat_ws(' ', 'appointment', c.name, u.name, p.name, s.title, s."from", s.until, a."from", a.until,
                a.letter_number, a.end_reason, a.recorded_at, a.superseded_at)
                FROM appointments a JOIN seats s ON s.id = a.seat_id JOIN committees c ON c.id = s.committee_id
                    JOIN people p ON p.id = a.person_id LEFT JOIN units u ON u.id = s.unit_id
            UNION ALL SELECT concat_ws(' ', 'suspension', c.name, s.title, p."from", p.until, p.reason, p.recorded_at)
                FROM suspensions p JOIN seats s ON s.id = p.seat_id JOIN committees c ON c.id = s.committee_id
            ORDER BY 1
            """;
        var rows = await first.LookAsync(Story);
        Assert.Equal(rows, await second.LookAsync(Story));

        Assert.Equal(
            "2 2 14",
            Assert.Single(
                await first.LookAsync(
                    "SELECT count(*) FILTER (WHERE level = 'Street') || ' ' || count(*) FILTER "
                        + "(WHERE level = 'Community') || ' ' || (SELECT count(*) FROM units) FROM places"
                )
            )
        );
        foreach (
            var there in new[]
            {
                "appointments WHERE superseded_at IS NULL AND until IS NOT NULL",
                "appointments WHERE superseded_at IS NOT NULL",
                "suspensions WHERE superseded_at IS NOT NULL",
                "committees WHERE extended_from IS NOT NULL",
                "committees WHERE dissolved_on IS NOT NULL",
                "appointments WHERE end_remark IS NOT NULL",
                "seats s WHERE s.until IS NULL AND 3 <= (SELECT count(*) "
                    + "FROM appointments a WHERE a.seat_id = s.id AND a.superseded_at IS NULL)",
            }
        )
            Assert.NotEqual($"0 {there}", $"{Assert.Single(await first.LookAsync("SELECT count(*) FROM " + there))} {there}");
        // Recorded when it happened, or before.
        Assert.Empty(
            await first.LookAsync(
                "SELECT id FROM appointments WHERE superseded_at IS NULL AND until IS NULL "
                    + "AND \"from\" < (recorded_at AT TIME ZONE 'Asia/Shanghai')::date"
            )
        );
        Assert.Empty(await first.LookAsync("SELECT id FROM appointments WHERE recorded_at > timestamptz '2026-11-23 15:30+08'"));
    }

    [Fact]
    public async Task Its_accounts_find_people_by_pinyin_and_creating_it_again_changes_nothing()
    {
        var database = large.First;
        var street = await database.SignInAsync(LargeDatabases.Slug, "street");
        var own = await database.Use<ListCommittees>().AskAsync(street, new() { Kind = CommitteeKind.BigWorking }, Ct);
        var roster = await database.Use<SeeRoster>().AskAsync(street, Assert.Single(own.Rows).Id, null, null, Ct);
        var holder = roster.Rows.First(r => r.UnitId is not null && !r.IsVacant).Holder!;
        var keys = Pinyin.FindKeys(true, holder).Split('\n');
        Assert.Contains(await database.Use<FindPeople>().AskAsync(street, new(keys[1], null), Ct), p => p.Name == holder);
        var admin = await database.SignInAsync(LargeDatabases.Slug, "admin");
        Assert.Equal(14, (await database.Use<ListUnits>().AskAsync(admin, new(), Ct)).Total);
        Assert.Single((await database.Use<ListCommittees>().AskAsync(admin, new() { Kind = CommitteeKind.Guidance }, Ct)).Rows);

        const string Count = "SELECT count(*) FROM journal";
        var before = await database.LookAsync(Count);
        Assert.False(await LargeDatabases.CreateAsync(database));
        Assert.Equal(before, await database.LookAsync(Count));
    }

    [Fact]
    public async Task A_name_that_another_district_has_is_refused()
    {
        await using var database = await DemoDatabase.MakeAsync(cluster);
        await PortalDatabase.EnterDistrictAsync(
            database.Owner,
            new District
            {
                Id = Guid.CreateVersion7(),
                Slug = LargeDatabases.Slug,
                Code = "990101",
                Name = "测试区",
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            Ct
        );
        Assert.Contains(
            "taken by 测试区",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => LargeDatabases.CreateAsync(database))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_usual_size_is_thirty_streets_four_hundred_communities_and_five_thousand_units()
    {
        var scale = new LargeScale();
        Assert.Null(scale.Unfit);
        var places = LargeDemoStreet.Places("seed", "测试区", scale);
        var streets = LargeDemoStreet.Of("seed", "测试区", places, scale);
        Assert.Equal((30, 400, 5_000), (streets.Count, streets.Sum(s => s.Communities.Count), streets.Sum(s => s.Units)));
        Assert.Equal(431, places.Select(p => p.Name).Distinct().Count());
        foreach (var units in streets.SelectMany(s => s.Communities.Select(c => c.Units).Append([.. s.Own, s.Host])))
            Assert.Equal(units.Count, units.Select(u => u.Name).Distinct().Count());
        Assert.All(
            new[]
            {
                scale with
                {
                    Streets = 41,
                },
                scale with
                {
                    Communities = 29,
                },
                scale with
                {
                    Units = 7_201,
                },
                scale with
                {
                    Units = 1_999,
                },
                scale with
                {
                    Years = 0,
                },
            },
            s => Assert.NotNull(s.Unfit)
        );
    }
}
