using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;
using CoBuilding.Units.People;
using static CoBuilding.Tests.House.Lists;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>What holds for everybody who is appointed, whichever way.</summary>
public class AppointingTests(TestCluster cluster)
{
    private const string Header = "单位\t姓名\t任职起\t任职止\n";

    private static readonly string[] Refusals =
    [
        "Committees.PersonHasSeat",
        "Handovers.HoldsASeatThere",
        "Importing.HasErrors",
        "Lifecycle.NotEstablished",
    ];

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_list_asks_for_the_reason_where_the_usual_number_is_exceeded_on_a_later_day_as_the_page_does()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        await district.RangeAsync(0, 1, requiresReason: true);
        await district.MemberAsync(committee, district.Community1, "甲校", from: district.Today.AddDays(30));
        var unit = await district.UnitAsync(district.Community1, "乙校");
        var person = await district.PersonAsync(unit, "乙");
        var page = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = person,
            Title = "委员",
            From = district.Today,
        };
        await RuleAssert.BrokenAsync("Committees.QuotaReasonMissing", () => district.Use<AddSeat>().RunAsync(clerk, page, Ct));

        var row = Assert.Single((await CheckAsync(district, clerk, committee, $"乙校\t乙\t{district.Today:yyyy-MM-dd}\t")).Rows);
        Assert.Contains("2", Assert.Single(row.Messages), StringComparison.Ordinal);
        Assert.Equal(RowStatus.Error, row.Status);
        // A term that is over before then is no further member on that day.
        var past = $"乙校\t乙\t{district.Today:yyyy-MM-dd}\t{district.Today.AddDays(30):yyyy-MM-dd}";
        Assert.Empty((await CheckAsync(district, clerk, committee, past)).Rows.SelectMany(r => r.Messages));
    }

    [Fact]
    public async Task Nobody_stands_in_for_oneself_whichever_way_the_seat_was_taken()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var today = district.Today;
        foreach (var (name, take) in Ways())
        {
            var member = await district.MemberAsync(committee, district.Community1, name);
            var deputy = await district.PersonAsync(member.Unit, name + "副书记");
            await district.NameAlternateAsync(member.Seat, deputy, today.AddDays(-20));
            await take(member.Seat, deputy, name);

            Assert.Equal((name, null), (name, await AlternateAsync(member.Seat, today)));
            Assert.Equal((name, name + "副书记"), (name, await AlternateAsync(member.Seat, today.AddDays(-11))));
        }

        async Task<string?> AlternateAsync(Guid seat, DateOnly on) =>
            (await district.Use<SeeRoster>().AskAsync(clerk, committee, on, null, Ct)).Rows.Single(r => r.SeatId == seat).Alternate?.Name;

        IEnumerable<(string, Func<Guid, Guid, string, Task>)> Ways() =>
            [
                (
                    "补任",
                    async (seat, deputy, _) =>
                    {
                        await district.EndTermAsync(seat, today.AddDays(-10));
                        await district.AppointAsync(seat, deputy, today.AddDays(-10));
                    }
                ),
                ("更换", (seat, deputy, _) => district.ReplaceAsync(seat, deputy, today.AddDays(-10))),
                (
                    "导入",
                    async (_, _, name) =>
                        await ImportAsync(
                            district,
                            clerk,
                            committee,
                            $"{name}\t{name}书记\t\t{today.AddDays(-10):yyyy-MM-dd}",
                            $"{name}\t{name}副书记\t{today.AddDays(-10):yyyy-MM-dd}\t"
                        )
                ),
                (
                    "更正",
                    async (seat, deputy, _) =>
                    {
                        await district.ReplaceAsync(seat, await NewcomerAsync(district, seat), today.AddDays(-10));
                        await district.CorrectAsync(seat, t => t with { PersonId = deputy });
                    }
                ),
            ];
    }

    [Fact]
    public async Task An_alternate_is_there_again_after_a_past_term_on_the_seat()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var today = district.Today;
        var member = await district.MemberAsync(committee, district.Community1, "甲校", from: today.AddDays(-5));
        var deputy = await district.PersonAsync(member.Unit, "副书记", from: today.AddDays(-90));
        await district.CorrectAsync(
            member.Seat,
            t => t with { From = today.AddDays(-30), Until = today.AddDays(-20), EndReason = EndReason.PostChanged }
        );
        await district.NameAlternateAsync(member.Seat, deputy, today.AddDays(-25));
        await ImportAsync(district, clerk, committee, $"甲校\t副书记\t{today.AddDays(-15):yyyy-MM-dd}\t{today.AddDays(-10):yyyy-MM-dd}");

        var found = new List<string?>();
        foreach (var days in new[] { -16, -15, -11, -10, 0 })
            found.Add(
                (await district.Use<SeeRoster>().AskAsync(clerk, committee, today.AddDays(days), null, Ct)).Rows.Single().Alternate?.Name
            );
        Assert.Equal(["副书记", null, null, "副书记", "副书记"], found);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_known_seat_that_a_list_gives_to_somebody_follows_the_post_if_it_is_the_secretarys(bool isSecretary)
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        Assert.True((await RowAsync(district, committee, member.Seat)).FollowsPost);
        var deputy = await district.PersonAsync(member.Unit, "副书记");
        await district.EndTermAsync(member.Seat, district.Today);
        if (isSecretary)
            await SetAsync(false);
        await ImportAsync(district, clerk, committee, $"甲校\t{(isSecretary ? "甲校书记" : "副书记")}\t{district.Today:yyyy-MM-dd}\t");

        var row = await RowAsync(district, committee, member.Seat);
        Assert.Equal((isSecretary ? member.Person : deputy, isSecretary), (row.PersonId, row.FollowsPost));

        async Task SetAsync(bool follows) =>
            await district
                .Use<SetSeatFollowsPost>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        SeatId = member.Seat,
                        ExpectedVersion = (await RowAsync(district, committee, member.Seat)).RowVersion,
                        FollowsPost = follows,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_list_moves_a_person_from_one_seat_of_a_body_to_another_on_one_day()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var today = district.Today;
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        var other = await district.UnitAsync(district.Community1, "乙校");
        await district
            .Use<EnterPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = other,
                    KnownPersonId = member.Person,
                    Title = "书记",
                    From = today.AddDays(-1),
                },
                Ct
            );
        await ImportAsync(district, clerk, committee, $"乙校\t甲校书记\t{today:yyyy-MM-dd}\t", $"甲校\t甲校书记\t\t{today:yyyy-MM-dd}");
        var row = Assert.Single(
            (await district.Use<SeeRoster>().AskAsync(clerk, committee, null, null, Ct)).Rows,
            r => r.Holder is not null
        );
        Assert.Equal((other, member.Person), (row.UnitId, row.PersonId));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_seat_of_one_body()
    {
        var (district, clerk, committee) = await SeatsFixture.StartAsync(cluster);
        var first = await district.MemberAsync(committee, district.Community1, "甲校");
        var second = await district.MemberAsync(committee, district.Community1, "乙校");
        await district.EndTermAsync(second.Seat, district.Today);

        await RuleAssert.BrokenAsync("Committees.PersonSitsTwice", () => AddAsync(first.Person));
        await AddAsync(second.Person);

        async Task AddAsync(Guid person)
        {
            await using var db = await district.Use<Door>().OpenAsync(clerk, Right.AppointMembers, Ct);
            var seat = await PortalDb.FindAsync(db.Seats, second.Seat, Ct);
            db.Add(seat.Appoint(Guid.CreateVersion7(), person, new Span(district.Today, null), null, null, null, db.Now));
            await db.CommitAsync(Ct);
        }
    }

    /// <summary>Each way waits for the other one at the body, and the second finds what the first one did.</summary>
    [Theory]
    [InlineData(nameof(AddSeat))]
    [InlineData(nameof(AppointMember))]
    [InlineData(nameof(ReplaceMember))]
    [InlineData(nameof(HandOver))]
    [InlineData(nameof(CorrectAppointment))]
    [InlineData(nameof(AdvanceNominations))]
    [InlineData(nameof(ConveneTerm))]
    [InlineData(nameof(EstablishPrepared))]
    [InlineData(nameof(ImportableRosters))]
    public async Task Two_who_appoint_one_person_to_two_seats_of_a_body_at_the_same_moment_do_not_both_succeed(string way)
    {
        var race = await AppointingRace.PrepareAsync(cluster, way);
        var failures = await race.RunAsync();
        Assert.Empty(failures.Select(f => Assert.IsType<RuleBroken>(f).Key).Except(Refusals));
        Assert.Single(await race.SeatsOfThePersonAsync());
    }

    private static Task<ImportCheck> CheckAsync(TestDistrict district, Scope clerk, Guid committee, params string[] rows) =>
        district.CheckRosterAsync(clerk, Pasted(Header + string.Join('\n', rows)), committee);

    private static async Task ImportAsync(TestDistrict district, Scope clerk, Guid committee, params string[] rows)
    {
        var done = await district.ImportRosterAsync(clerk, Pasted(Header + string.Join('\n', rows)), committee);
        Assert.Empty(done.Rows.SelectMany(r => r.Messages));
    }

    private static async Task<SeeRoster.Row> RowAsync(TestDistrict district, Guid committee, Guid seat) =>
        (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).Rows.Single(r => r.SeatId == seat);

    private static async Task<Guid> NewcomerAsync(TestDistrict district, Guid seat)
    {
        var unit = (await district.Use<SeeSeatTerms>().AskAsync(district.Admin, seat, Ct)).UnitId!.Value;
        return await district.PersonAsync(unit, "另一人");
    }
}
