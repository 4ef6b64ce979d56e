using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>The posts of a street's and of a community's committee are normally not held by one person.</summary>
public class FindDoublePostsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_same_person_at_street_and_community_is_pointed_out_by_name_and_never_refused()
    {
        var (district, street, community) = await BodiesAsync();
        var (unit, person) = await MemberAsync(district, community, "甲校");
        // The community's clerk does not reach the street's committee, and reads its name.
        var clerk = await district.StaffAsync("c1", Role.CommunityClerk, district.Community1);
        await district.Use<AddSeat>().RunAsync(district.Admin, Seat(district, street, unit, person), Ct);
        var found = await district.Use<FindDoublePosts>().AskAsync(clerk, new([community], person, null), Ct);
        Assert.Equal(("甲校书记", false), (found.Person, found.AsksReason));
        Assert.Equal("东街道大工委", Assert.Single(found.Rows).Committee);
        Assert.Equal(
            ["东街道大工委"],
            Assert.Single((await district.Use<SeeRoster>().AskAsync(clerk, community, null, null, Ct)).Rows).DoublePosts
        );
        Assert.Equal(
            ["社区大党委"],
            Assert.Single((await district.Use<SeeRoster>().AskAsync(district.Admin, street, null, null, Ct)).Rows).DoublePosts
        );
    }

    [Fact]
    public async Task Where_the_kind_asks_for_reasons_a_second_post_needs_one_wherever_it_comes_about()
    {
        var (district, street, community) = await BodiesAsync();
        await AskReasonsAsync(district, CommitteeKind.BigWorking);
        var (unit, person) = await MemberAsync(district, community, "甲校");

        var seat = Seat(district, street, unit, person);
        Assert.Equal("DoublePostReason", await MissingAsync(() => district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct)));
        await district.Use<AddSeat>().RunAsync(district.Admin, seat with { PersonId = null }, Ct);
        var appoint = new AppointMember.Form
        {
            SeatId = seat.SeatId,
            ExpectedVersion = 1,
            PersonId = person,
            From = district.Today,
        };
        Assert.Equal("DoublePostReason", await MissingAsync(() => district.Use<AppointMember>().RunAsync(district.Admin, appoint, Ct)));
        var nominate = new NominateMember.Form
        {
            CommitteeId = street,
            SeatId = seat.SeatId,
            PersonId = person,
            Way = SelectionWay.UnitRecommended,
            On = district.Today,
        };
        Assert.Equal("DoublePostReason", await MissingAsync(() => district.Use<NominateMember>().RunAsync(district.Admin, nominate, Ct)));

        var other = await district.PersonAsync(unit, "副书记");
        await district
            .Use<AppointMember>()
            .RunAsync(district.Admin, appoint with { PersonId = other, OperationId = Guid.CreateVersion7() }, Ct);
        var replace = new ReplaceMember.Form
        {
            SeatId = seat.SeatId,
            ExpectedVersion = 2,
            PersonId = person,
            From = district.Today.AddDays(1),
            Reason = EndReason.PostChanged,
        };
        Assert.Equal("DoublePostReason", await MissingAsync(() => district.Use<ReplaceMember>().RunAsync(district.Admin, replace, Ct)));
        var handOver = new HandOver.Form
        {
            UnitId = unit,
            LeaverId = other,
            FollowerId = person,
            Title = "副书记",
            From = district.Today.AddDays(1),
            Reason = EndReason.PostChanged,
            Moves = [new(seat.SeatId, 2)],
        };
        Assert.Equal("DoublePostReason", await MissingAsync(() => district.Use<HandOver>().RunAsync(district.Admin, handOver, Ct)));

        await district.Use<ReplaceMember>().RunAsync(district.Admin, replace with { DoublePostReason = "单位只有一名书记" }, Ct);
        var journal = await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Subject = "appointments" }, Ct);
        Assert.Contains(journal.Rows, r => r.After!.Contains("单位只有一名书记", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_nomination_brings_its_reason_along_and_one_without_is_asked_for_it_at_the_appointment()
    {
        var (district, street, community) = await BodiesAsync();
        await district.Use<SetNominationChain>().RunAsync(district.Admin, new() { PublicityWorkdays = 5 }, Ct);
        await AskReasonsAsync(district, CommitteeKind.BigWorking);
        var (unit, person) = await MemberAsync(district, community, "甲校");
        var given = new NominateMember.Form
        {
            CommitteeId = street,
            UnitId = unit,
            SeatTitle = "委员",
            PersonId = person,
            Way = SelectionWay.UnitRecommended,
            On = district.Today,
            DoublePostReason = "人手少",
        };
        await district.Use<NominateMember>().RunAsync(district.Admin, given, Ct);
        var second = await district.UnitAsync(district.Community1, "乙校");
        var late = await district.PersonAsync(second, "乙书记", secretary: true);
        var without = await district.NominateAsync(street, late, second);
        await district.Use<AddSeat>().RunAsync(district.Admin, Seat(district, community, second, late), Ct);

        var form = new AdvanceNominations.Form
        {
            Rows = [new(given.NominationId, 1), new(without, 1)],
            Action = NominationAction.Appointed,
            On = district.Today,
            WholeOnly = false,
        };
        var answer = await district.Use<AdvanceNominations>().RunAsync(district.Admin, form, Ct);
        Assert.Equal([null, "DoublePosts.ReasonMissing"], answer.Rows.Select(r => r.Refusal?.Key));
        await district
            .Use<AdvanceNominations>()
            .RunAsync(
                district.Admin,
                form with
                {
                    Rows = [new(without, 1)],
                    DoublePostReason = "同上",
                    OperationId = Guid.CreateVersion7(),
                },
                Ct
            );
        Assert.Equal(2, (await district.Use<SeeRoster>().AskAsync(district.Admin, street, null, null, Ct)).Members);
    }

    [Fact]
    public async Task A_list_is_noticed_too_whether_the_other_post_is_known_or_stands_in_the_same_list()
    {
        var (district, street, community) = await BodiesAsync();
        await MemberAsync(district, community, "甲校");
        var list = Lists.Csv(
            "组织名称,单位名称,姓名,单位职务,任职起\n东街道大工委,甲校,甲校书记,书记,2026-11-01\n东街道大工委,乙校,乙,书记,2026-11-01\n社区大党委,乙校,乙,书记,2026-11-01"
        );
        await district.UnitAsync(district.Community1, "乙校");
        var rows = (await district.CheckRosterAsync(district.Admin, list)).Rows;
        Assert.Equal(
            ["社区大党委", "社区大党委", "东街道大工委"],
            rows.Select(r =>
                string.Concat(r.Messages).Contains("“社区大党委”也任职", StringComparison.Ordinal) ? "社区大党委" : "东街道大工委"
            )
        );
        Assert.All(rows, r => Assert.Contains("也任职", string.Concat(r.Messages), StringComparison.Ordinal));
        await AskReasonsAsync(district, CommitteeKind.BigParty);
        Assert.Equal(
            (2, 1),
            ((await district.CheckRosterAsync(district.Admin, list)).New, (await district.CheckRosterAsync(district.Admin, list)).Error)
        );
        var explained = Lists.Csv(
            "组织名称,单位名称,姓名,单位职务,任职起,兼任原因\n东街道大工委,乙校,乙,书记,2026-11-01,\n社区大党委,乙校,乙,书记,2026-11-01,规模小"
        );
        Assert.Equal((2, 0), ((await district.ImportRosterAsync(district.Admin, explained)).New, 0));
        Assert.Contains(
            (await district.Use<SeeRoster>().AskAsync(district.Admin, street, null, null, Ct)).Rows,
            r => r.Holder == "乙" && r.DoublePosts is ["社区大党委"]
        );
    }

    [Fact]
    public async Task Full_time_members_consortiums_other_times_and_the_same_level_are_no_second_post()
    {
        var (district, street, community) = await BodiesAsync();
        var consortium = await district.CommitteeAsync(district.Community1, CommitteeKind.Consortium);
        var (unit, person) = await MemberAsync(district, consortium, "甲校");
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = community,
                    Kind = SeatKind.FullTime,
                    PersonId = person,
                    Title = "专职委员",
                    From = district.Today,
                },
                Ct
            );
        Assert.Empty((await district.Use<FindDoublePosts>().AskAsync(district.Admin, new([street], person, null), Ct)).Rows);
        var seat = Seat(district, street, unit, person);
        await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(5),
                    Reason = EndReason.Other,
                },
                Ct
            );
        Assert.Empty(
            (await district.Use<FindDoublePosts>().AskAsync(district.Admin, new([community], person, district.Today.AddDays(5)), Ct)).Rows
        );
        Assert.Single(
            (await district.Use<FindDoublePosts>().AskAsync(district.Admin, new([community], person, district.Today.AddDays(4)), Ct)).Rows
        );
    }

    /// <summary>Invented terms of a few people on both levels, counted day by day from the list of what was done.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_day_the_rosters_notes_equal_a_recount(int seed)
    {
        var (district, street, community) = await BodiesAsync();
        var (random, start) = (new Random(seed), district.Today.AddDays(-40));
        List<(Guid Committee, Guid Person, DateOnly From, DateOnly? Until)> done = [];
        for (var n = 0; n < 6; n++)
        {
            var unit = await district.UnitAsync(district.Community1, "单位" + n);
            var person = await district.PersonAsync(unit, "人" + n);
            foreach (var committee in new[] { street, community })
            {
                var from = start.AddDays(random.Next(20));
                DateOnly? until = random.Next(3) == 0 ? null : from.AddDays(1 + random.Next(20));
                var seat = new AddSeat.Form
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    PersonId = person,
                    Title = "委员",
                    From = from,
                };
                await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
                if (until is { } on)
                    await district
                        .Use<EndAppointment>()
                        .RunAsync(
                            district.Admin,
                            new()
                            {
                                SeatId = seat.SeatId,
                                ExpectedVersion = 1,
                                On = on,
                                Reason = EndReason.Other,
                            },
                            Ct
                        );
                done.Add((committee, person, from, until));
            }
        }
        for (var day = start; day < start.AddDays(42); day = day.AddDays(1))
            foreach (var (committee, other) in new[] { (street, community), (community, street) })
                Assert.Equal(
                    done.Where(d =>
                            d.Committee == committee
                            && Holds(d, day)
                            && done.Exists(o => o.Committee == other && o.Person == d.Person && Holds(o, day))
                        )
                        .Select(d => d.Person)
                        .Order(),
                    (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, day, null, Ct))
                        .Rows.Where(r => r.DoublePosts.Count > 0)
                        .Select(r => r.PersonId!.Value)
                        .Order()
                );

        static bool Holds((Guid, Guid, DateOnly From, DateOnly? Until) term, DateOnly day) =>
            term.From <= day && (term.Until is null || term.Until > day);
    }

    private async Task<(TestDistrict District, Guid Street, Guid Community)> BodiesAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        List<Guid> bodies = [];
        foreach (
            var (kind, place, name) in new[]
            {
                (CommitteeKind.BigWorking, district.Street1, "东街道大工委"),
                (CommitteeKind.BigParty, district.Community1, "社区大党委"),
            }
        )
        {
            var form = new EstablishCommittee.Form
            {
                Kind = kind,
                PlaceId = place.Id,
                Name = name,
                EstablishedOn = district.Today.AddYears(-1),
            };
            await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
            bodies.Add(form.CommitteeId);
        }
        return (district, bodies[0], bodies[1]);
    }

    private static async Task<(Guid Unit, Guid Person)> MemberAsync(TestDistrict district, Guid committee, string name)
    {
        var (_, unit, person) = await district.MemberAsync(committee, district.Community1, name);
        return (unit, person);
    }

    private static AddSeat.Form Seat(TestDistrict district, Guid committee, Guid unit, Guid person) =>
        new()
        {
            CommitteeId = committee,
            UnitId = unit,
            PersonId = person,
            Title = "兼职委员",
            From = district.Today,
        };

    private static async Task AskReasonsAsync(TestDistrict district, CommitteeKind kind)
    {
        var row = await district.CommitteeKindAsync(kind);
        await district
            .Use<EditCommitteeKind>()
            .RunAsync(district.Admin, EditCommitteeKind.Form.Of(row.Kind, row.RowVersion) with { RequiresReason = true }, Ct);
    }

    private static async Task<string?> MissingAsync(Func<Task> useCase)
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(useCase);
        Assert.Equal("DoublePosts.ReasonMissing", broken.Key);
        return broken.Field;
    }
}
