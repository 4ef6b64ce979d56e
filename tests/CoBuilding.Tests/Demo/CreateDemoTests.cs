using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Demo;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using CoBuilding.Tests.House;
using Microsoft.Extensions.Time.Testing;

namespace CoBuilding.Tests.Demo;

public class CreateDemoTests(DemoDatabases demo, TestCluster cluster) : IClassFixture<DemoDatabases>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Ten_districts_have_152_streets_and_1832_communities()
    {
        using var text = new StreamReader(DemoWords.Open("dalian-places.csv"));
        var file = PlaceFile.Read(text);
        var places = CreateDemo.Districts.SelectMany(d => file.PlacesOf(d.Code)).ToList();
        Assert.Equal(
            (10, 152, 1832),
            (
                places.Count(p => p.Level == PlaceLevel.District),
                places.Count(p => p.Level == PlaceLevel.Street),
                places.Count(p => p.Level == PlaceLevel.Community)
            )
        );
        Assert.Equal(file.DistrictCodes, CreateDemo.Districts.Select(d => d.Code));
    }

    [Theory]
    [InlineData("ganjingzi", "大连湾街道", 16, 290)]
    [InlineData("changhai", "大长山岛镇", 5, 30)]
    public async Task Each_account_sees_its_own_part_of_the_district(string slug, string street, int streets, int communities)
    {
        var overseer = await demo.First.SignInAsync(slug, "overseer");
        var places = await demo.First.Use<SeePlaces>().AskAsync(overseer, Ct);
        Assert.Equal(
            (streets, communities),
            (places.Count(p => p.Level == PlaceLevel.Street), places.Count(p => p.Level == PlaceLevel.Community))
        );

        var clerk = await demo.First.SignInAsync(slug, "street");
        var other = await demo.First.SignInAsync(slug, "street2");
        var own = await demo.First.Use<ListMeetings>().AskAsync(clerk, new() { Size = 100 }, Ct);
        var committees = await demo.First.Use<ListCommittees>().AskAsync(clerk, new() { Size = 100 }, Ct);
        Assert.NotEmpty(own.Rows);
        Assert.All(committees.Rows, c => Assert.True(c.Place == street || c.Street == street, c.Name));
        var working = Assert.Single(committees.Rows, c => c.Kind == CommitteeKind.BigWorking);
        Assert.Equal(9, working.Seats - 3); // and three of the street's own
        await Assert.ThrowsAsync<NotFound>(() => demo.First.Use<SeeMeetingAsHost>().AskAsync(other, own.Rows[0].Id, Ct));

        var community = await demo.First.SignInAsync(slug, "community");
        var its = await demo.First.Use<ListMeetings>().AskAsync(community, new() { Size = 100 }, Ct);
        Assert.InRange(its.Total, 1, own.Total - 1);

        var auditor = await demo.First.SignInAsync(slug, "auditor");
        Assert.True((await demo.First.Use<SeeJournal>().AskAsync(auditor, new(), Ct)).Total > 300);
        await demo.First.SignInAsync(slug, "admin");
    }

    [Theory]
    [InlineData("ganjingzi")]
    [InlineData("changhai")]
    public async Task The_demo_unit_has_not_answered_for_the_coming_meeting_while_others_have(string slug)
    {
        var clerk = await demo.First.SignInAsync(slug, "street");
        string? unit = null;
        foreach (var login in new[] { "secretary", "liaison" })
        {
            var scope = await demo.First.SignInAsync(slug, login);
            var invitations = await demo
                .First.Use<ListMyUnitInvitations>()
                .AskAsync(scope, new ListMyUnitInvitations.Question { Size = 100 }, Ct);
            unit = Assert.Single(invitations.Rows.Select(r => r.Unit).Distinct()); // no other unit's
            var open = Assert.Single(invitations.Rows, r => r.IsOpen);
            Assert.Null(open.Reply);
            Assert.InRange((open.StartsAt - DemoDatabases.Now).TotalDays, 1, 17);
            var notice = await demo.First.Use<SeeInvitation>().AskAsync(scope, open.InvitationId, Ct);

            var board = await demo.First.Use<SeeMeetingAsHost>().AskAsync(clerk, notice.MeetingId, Ct);
            Assert.Contains(board.Unanswered, r => r.Unit == unit);
            Assert.NotInRange(board.Sums.Unanswered, 0, 0);
            Assert.True(board.Sums.Attending + board.Sums.Substitutes + board.Sums.Leave > 0);
            var self = await demo.First.Use<SeeSelf>().AskAsync(scope, Ct);
            Assert.NotNull(self.PersonId);
        }
    }

    [Fact]
    public async Task The_rich_districts_meetings_and_rosters_are_of_all_sorts()
    {
        var clerk = await demo.First.SignInAsync("ganjingzi", "street");
        var all = await demo.First.Use<ListMeetings>().AskAsync(clerk, new() { Size = 100 }, Ct);
        foreach (var state in Enum.GetValues<MeetingState>())
            Assert.Contains(all.Rows, m => m.State == state);

        var rows = await demo.First.LookAsync(
            """
            SELECT reply_source || ' ' || reply FROM invitations WHERE reply IS NOT NULL
            UNION SELECT 'late' FROM invitations WHERE is_late
            UNION SELECT 'unanswered' FROM invitations i JOIN meetings m ON m.id = i.meeting_id WHERE i.reply IS NULL
                AND m.notice_revision > 0
            UNION SELECT 'moved' FROM meetings WHERE notice_revision > 1
            UNION SELECT 'presence ' || presence FROM invitations WHERE presence IS NOT NULL
            UNION SELECT 'past holder' FROM appointments WHERE superseded_at IS NULL AND until < date '2026-11-23'
            UNION SELECT 'successor' FROM appointments WHERE superseded_at IS NULL AND "from" > date '2026-11-23'
            """
        );
        string[] wanted =
        [
            .. from source in Enum.GetValues<ReplySource>() from reply in Enum.GetValues<Reply>() select $"{source} {reply}",
            .. Enum.GetValues<Presence>().Select(p => $"presence {p}"),
            "late",
            "unanswered",
            "moved",
            "past holder",
            "successor",
        ];
        Assert.Empty(wanted.Except(rows));
        var committees = await demo.First.Use<ListCommittees>().AskAsync(clerk, new() { OnlyWithVacancies = true }, Ct);
        Assert.NotEmpty(committees.Rows);
    }

    [Fact]
    public async Task Nothing_is_back_dated()
    {
        Assert.Empty(
            await demo.First.LookAsync(
                "SELECT id FROM appointments WHERE superseded_at IS NULL AND until IS NULL "
                    + "AND correction_reason IS NULL AND \"from\" < (recorded_at AT TIME ZONE 'Asia/Shanghai')::date"
            )
        );
        Assert.Empty(
            await demo.First.LookAsync(
                "SELECT c.id FROM committees c JOIN journal j ON j.subject_id = c.id "
                    + "AND j.action = 'added' WHERE established_on < (j.at AT TIME ZONE 'Asia/Shanghai')::date"
            )
        );
        Assert.Equal(
            "True",
            Assert.Single(
                await demo.First.LookAsync(
                    "SELECT max(at) <= timestamptz '2026-11-23 15:30+08' FROM journal "
                        + "WHERE \"right\" <> 'SignIn' AND \"right\" <> 'CallMeetings'"
                )
            )
        );
        Assert.Equal(
            "2025-09-23",
            Assert.Single(await demo.First.LookAsync("SELECT (min(at) AT TIME ZONE 'Asia/Shanghai')::date::text FROM journal"))
        );
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_names_and_answers_in_two_databases()
    {
        const string Story = """
            SELECT u.name FROM units u JOIN districts d ON d.id = u.tenant_id WHERE d.slug = 'changhai'
            UNION ALL SELECT p.name || coalesce(p.mobile, '') FROM people p JOIN districts d ON d.id = p.tenant_id WHERE d.slug = 'changhai'
            UNION ALL SELECT m.title || m.starts_at || m.venue || u.name || coalesce(i.reply, '') || coalesce(i.substitute_name,
                '') || coalesce(i.presence, '')
                FROM invitations i JOIN meetings m ON m.id = i.meeting_id JOIN units u ON u.id = i.unit_id
                    JOIN districts d ON d.id = i.tenant_id WHERE d.slug = 'changhai'
            ORDER BY 1
            """;
        var first = await demo.First.LookAsync(Story);
        Assert.True(first.Count > 100);
        // The second database may meanwhile have been called to a further meeting.
        Assert.Empty(first.Except(await demo.Second.LookAsync(Story)));
    }

    [Fact]
    public async Task Mobiles_are_none_that_could_be_anybodys() =>
        Assert.Empty(await demo.First.LookAsync("SELECT mobile FROM people WHERE mobile !~ '^100[0-9]{8}$'"));

    [Fact]
    public async Task Running_twice_changes_nothing()
    {
        const string Count = "SELECT count(*) FROM journal";
        var before = await demo.First.LookAsync(Count);
        await demo.First.CreateAsync(["ganjingzi", "changhai"]);
        Assert.Equal(before, await demo.First.LookAsync(Count));
        Assert.Equal(
            "2",
            Assert.Single(await demo.First.LookAsync("SELECT count(*) FROM districts WHERE slug IN ('ganjingzi', 'changhai')"))
        );
    }

    [Fact]
    public async Task A_creation_that_was_cut_short_shows_nothing_and_the_next_one_completes_it()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => demo.Second.CreateAsync(["xigang"], owner: demo.Second.Owner + ";Database=nowhere"));
        Assert.Null(await demo.Second.Use<DistrictList>().FindAsync("xigang", Ct));

        await demo.Second.CreateAsync(["xigang"]);
        Assert.Equal(
            "5",
            Assert.Single(
                await demo.Second.LookAsync(
                    "SELECT count(*) FROM places p JOIN districts d ON d.id = p.tenant_id WHERE d.slug = 'xigang' AND p.level = 'Street'"
                )
            )
        );
        var findings = await DatabaseCheck.RunAsync(demo.Second.Portal, demo.Second.Owner, Ct);
        Assert.Equal(Verdict.Warning, findings.Single(f => f.Check == "districts").Verdict);
    }

    [Fact]
    public async Task A_fresh_phone_link_shows_the_demo_units_invitation()
    {
        var path = await CreateDemo.FreshPhoneLinkAsync(demo.First.Portal, new FakeTimeProvider(DemoDatabases.Now), Ct);
        Assert.StartsWith("/ganjingzi/a/", path, StringComparison.Ordinal);
        var district = await demo.First.Use<DistrictList>().FindAsync("ganjingzi", Ct);
        var link = Scope.ForLink(district!.Id, Secrets.Hash(path!["/ganjingzi/a/".Length..]), DemoDatabase.Chinese);
        var notice = await demo.First.Use<SeeInvitation>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾街道大工委", MeetingState.Notified, null), (notice.Host, notice.State, notice.Reply));
        Assert.Contains("海洋装备", notice.Unit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_coming_meeting_has_passed_another_is_called()
    {
        const string Count = "SELECT count(*) FROM meetings m JOIN districts d ON d.id = m.tenant_id WHERE d.slug = 'changhai'";
        var before = await demo.Second.LookAsync(Count);
        await CreateDemo.RefreshAsync(demo.Second.Portal, new FakeTimeProvider(DemoDatabases.Now), null, Ct);
        Assert.Equal(before, await demo.Second.LookAsync(Count));

        List<string> said = [];
        var later = new FakeTimeProvider(DemoDatabases.Now.AddDays(40));
        await CreateDemo.RefreshAsync(demo.Second.Portal, later, said.Add, Ct);
        await CreateDemo.RefreshAsync(demo.Second.Portal, later, said.Add, Ct);
        Assert.Single(said, s => s.StartsWith("changhai", StringComparison.Ordinal));
        var answers = await demo.Second.LookAsync(
            """
            SELECT count(i.reply) || ' ' || count(*) FILTER (WHERE u.name LIKE '%海洋装备%' AND i.reply IS NULL) FROM invitations i
            JOIN meetings m ON m.id = i.meeting_id JOIN units u ON u.id = i.unit_id JOIN districts d ON d.id = m.tenant_id
            WHERE d.slug = 'changhai' AND m.starts_at > timestamptz '2027-01-02 00:00+08' GROUP BY m.id
            """
        );
        Assert.Matches("^[1-9] 1$", Assert.Single(answers));
    }

    [Theory]
    [InlineData("changhai", "2027-02-05T23:50:00+08:00")] // the last night before the Spring Festival
    [InlineData("ganjingzi", "2026-10-03T03:10:00+08:00")] // a Saturday morning within the October holiday
    public async Task It_can_be_founded_at_any_time_of_the_year(string slug, string now)
    {
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
        await using var other = await DemoDatabase.MakeAsync(cluster, at);
        await other.CreateAsync([slug]);
        var secretary = await other.SignInAsync(slug, "secretary");
        var invitations = await other.Use<ListMyUnitInvitations>().AskAsync(secretary, new ListMyUnitInvitations.Question(), Ct);
        Assert.Null(Assert.Single(invitations.Rows, r => r.IsOpen).Reply);
    }
}
