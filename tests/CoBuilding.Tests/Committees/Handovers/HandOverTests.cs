using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Units;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Handovers;

public class HandOverTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Post_seats_and_grants_change_hands_on_one_day_and_the_past_stays()
    {
        var (district, clerk, committee, member) = await HandoversFixture.StartAsync(cluster);
        var coordination = await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination);
        var own = new AddSeat.Form
        {
            CommitteeId = coordination,
            UnitId = member.Unit,
            PersonId = member.Person,
            Title = "委员",
            From = district.Today.AddMonths(-2),
        };
        await district.Use<AddSeat>().RunAsync(clerk, own, Ct);
        await district
            .Use<SetSeatFollowsPost>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = own.SeatId,
                    ExpectedVersion = 1,
                    FollowsPost = false,
                },
                Ct
            );
        var (account, post) = await AccountAsync(district, clerk, member);
        var preview = (
            await district.Use<CheckHandover>().AskAsync(clerk, new(member.Unit, member.Person, null, district.Today.AddDays(10)), Ct)
        ).Preview!;
        Assert.Equal(("书记", true), (preview.Passing, preview.IsSecretary));
        Assert.Equal([account], preview.Logins);
        Assert.Equal(
            [(member.Seat, true), (own.SeatId, false)],
            preview.Seats.Select(s => (s.SeatId, s.FollowsPost)).OrderBy(s => !s.Item2)
        );

        var dayBefore = district.Today;
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        var from = district.Today.AddDays(10);
        var form = Form(member, from) with
        {
            Email = " li@example.cn ",
            Moves =
            [
                .. preview
                    .Seats.Where(s => s.FollowsPost)
                    .Select(s => new HandOver.Move(s.SeatId, s.RowVersion) { LetterNumber = "东聘〔2026〕9号" }),
            ],
        };
        await district.Use<HandOver>().RunAsync(district.Admin, form, Ct);

        var before = await HandoversFixture.RowAsync(district, committee, member.Seat, from.AddDays(-1));
        Assert.Equal(("甲校书记", from), (before.Holder, before.Until));
        var after = await HandoversFixture.RowAsync(district, committee, member.Seat, from);
        Assert.Equal(("李新", from, "东聘〔2026〕9号", false), (after.Holder, after.Since, after.LetterNumber, after.IsOutOfStep));
        Assert.Equal("甲校书记", (await HandoversFixture.RowAsync(district, coordination, own.SeatId, from)).Holder); // does not follow
        var posts = (await district.Use<SeeUnit>().AskAsync(district.Admin, member.Unit, Ct)).Posts.Where(p => p.IsSecretary).ToList();
        Assert.Equal(
            [("李新", from, null), ("甲校书记", dayBefore.AddYears(-1), from)],
            posts.Select(p => (p.Name, p.From, p.Until)).OrderByDescending(p => p.From)
        );
        Assert.Equal(("书记", "l****@example.cn"), (posts.Single(p => p.Name == "李新").Title, posts.Single(p => p.Name == "李新").Email));
        var grants = (await district.Use<SeeAccount>().AskAsync(district.Admin, post.Account, Ct)).Grants;
        Assert.Equal(from, Assert.Single(grants).Until);
        var known = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, from, dayBefore, Ct);
        Assert.Equal(
            ("甲校书记", null),
            (known.Rows.Single(r => r.SeatId == member.Seat).Holder, known.Rows.Single(r => r.SeatId == member.Seat).Until)
        ); // what was known before is untouched
        await AssertNoGapAsync(district, member.Seat);
    }

    [Fact]
    public async Task A_seat_out_of_the_clerks_reach_is_named_and_waits_for_its_own_secretariat()
    {
        var (district, clerk, _, member) = await HandoversFixture.StartAsync(cluster);
        var guidance = await district.CommitteeAsync(district.Root, CommitteeKind.Guidance);
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = guidance,
                    UnitId = member.Unit,
                    PersonId = member.Person,
                    Title = "委员",
                    From = district.Today,
                },
                Ct
            );
        var preview = (
            await district.Use<CheckHandover>().AskAsync(clerk, new(member.Unit, member.Person, null, district.Today.AddDays(1)), Ct)
        ).Preview!;
        Assert.Equal(["测试区Guidance"], preview.Elsewhere);
        Assert.Single(preview.Seats);

        await district
            .Use<HandOver>()
            .RunAsync(
                clerk,
                Form(member, district.Today) with
                {
                    Moves = [.. preview.Seats.Select(s => new HandOver.Move(s.SeatId, s.RowVersion))],
                },
                Ct
            );
        Assert.Empty((await district.Use<ListOutOfStep>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Equal(guidance, Assert.Single((await district.Use<ListOutOfStep>().AskAsync(district.Admin, new(), Ct)).Rows).CommitteeId);
    }

    [Fact]
    public async Task Open_invitations_go_to_the_follower_and_the_leavers_link_dies_at_once()
    {
        var (district, clerk, committee, member) = await HandoversFixture.StartAsync(cluster);
        var meeting = await district.MeetingAsync(clerk, committee, member.Seat); // in a week
        var link = (await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct)).Single();
        var coming = Assert.Single(await district.Use<ListComingInvitations>().AskAsync(clerk, member.Unit, Ct));
        Assert.Equal((member.Seat, district.Today.AddDays(7)), (coming.SeatId, coming.Day));

        await district.Use<HandOver>().RunAsync(clerk, Form(member, district.Today.AddDays(7)) with { Moves = [new(member.Seat, 1)] }, Ct);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeInvitation>().AskAsync(district.Link(link.Token), null, Ct));
        Assert.Equal("李新", (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().Holder);
    }

    [Fact]
    public async Task The_follower_stands_in_for_oneself_no_longer()
    {
        var (district, clerk, committee, member) = await HandoversFixture.StartAsync(cluster);
        var deputy = await district.PersonAsync(member.Unit, "副书记");
        await district
            .Use<NameAlternate>()
            .RunAsync(
                clerk,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    PersonId = deputy,
                    From = district.Today.AddDays(-9),
                },
                Ct
            );
        var form = Form(member, district.Today) with { FollowerId = deputy, Name = "", Moves = [new(member.Seat, 2)] };
        await district.Use<HandOver>().RunAsync(clerk, form, Ct);
        Assert.Equal(
            "副书记",
            (await HandoversFixture.RowAsync(district, committee, member.Seat, district.Today.AddDays(-1))).Alternate?.Name
        );
        var row = await HandoversFixture.RowAsync(district, committee, member.Seat);
        Assert.Equal(("副书记", null), (row.Holder, row.Alternate));
    }

    [Fact]
    public async Task What_cannot_be_handed_over_is_refused_by_name_and_nothing_of_it_is_saved()
    {
        var (district, clerk, committee, member) = await HandoversFixture.StartAsync(cluster);
        var use = district.Use<HandOver>();
        var form = Form(member, district.Today) with { Moves = [new(member.Seat, 1)] };
        Assert.Equal(
            "Handovers.SamePerson",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(clerk, form with { FollowerId = member.Person }, Ct))
        );
        Assert.Equal(
            "Units.PostEndsBeforeItBegins",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(clerk, form with { From = district.Today.AddYears(-1) }, Ct))
        );
        var deputy = await district.PersonAsync(member.Unit, "副书记");
        Assert.Equal("Handovers.NotTheHolder", await RuleAssert.KeyOfAsync(() => use.RunAsync(clerk, form with { LeaverId = deputy }, Ct)));
        var other = await district.MemberAsync(committee, district.Community1, "乙校");
        Assert.Equal(
            "Handovers.HoldsASeatThere",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(clerk, form with { FollowerId = other.Person }, Ct))
        );
        var stranger = await district.PersonAsync(other.Unit, "过客");
        Assert.Equal(
            "Handovers.NothingToHandOver",
            await RuleAssert.KeyOfAsync(() => use.RunAsync(clerk, form with { LeaverId = stranger, Moves = [] }, Ct))
        );
        await Assert.ThrowsAsync<NotFound>(() => use.RunAsync(clerk, form with { Moves = [new(other.Seat, 1)] }, Ct));
        await Assert.ThrowsAsync<Stale>(() => use.RunAsync(clerk, form with { Moves = [new(member.Seat, 7)] }, Ct));
        var neighbor = await district.ClerkAsync(district.Street2);
        await Assert.ThrowsAsync<NotFound>(() => use.RunAsync(neighbor, form, Ct));

        Assert.Equal("甲校书记", (await HandoversFixture.RowAsync(district, committee, member.Seat)).Holder);
        Assert.DoesNotContain((await district.Use<SeeUnit>().AskAsync(clerk, member.Unit, Ct)).Posts, p => p.Name == "李新");
        await use.RunAsync(clerk, form, Ct);
        await Assert.ThrowsAsync<AlreadyDone>(() => use.RunAsync(clerk, form, Ct)); // a double click
    }

    [Fact]
    public async Task A_handover_names_nobody_either()
    {
        var (district, unit) = await MilitaryFixture.CreateAsync(cluster, agrees: false);
        var leaver = new EnterPerson.Form
        {
            UnitId = unit,
            Title = "政治工作负责人",
            IsSecretary = true,
            From = district.Today.AddYears(-1),
        };
        await district.Use<EnterPerson>().RunAsync(district.Admin, leaver, Ct);
        var form = new HandOver.Form
        {
            UnitId = unit,
            LeaverId = leaver.PersonId,
            Name = MilitaryFixture.Head,
            From = district.Today,
            Reason = EndReason.PostChanged,
        };
        Assert.Equal(
            ("Units.NamesAreWithheld", "Name"),
            await RuleAssert.KeyAndFieldOfAsync(() => district.Use<HandOver>().RunAsync(district.Admin, form, Ct))
        );
        await district.Use<HandOver>().RunAsync(district.Admin, form with { Name = "" }, Ct);
        Assert.All((await MilitaryFixture.SeeAsync(district, unit)).Posts, p => Assert.Equal("政治工作负责人", p.Name));
    }

    private static HandOver.Form Form((Guid Seat, Guid Unit, Guid Person) member, DateOnly from) =>
        new()
        {
            UnitId = member.Unit,
            LeaverId = member.Person,
            Name = "李新",
            From = from,
            Reason = EndReason.PostChanged,
        };

    private static async Task<(string Login, (Guid Post, Guid Account) Ids)> AccountAsync(
        TestDistrict district,
        Scope clerk,
        (Guid Seat, Guid Unit, Guid Person) member
    )
    {
        var post = (await district.Use<SeeUnit>().AskAsync(clerk, member.Unit, Ct)).Posts.Single(p => p.PersonId == member.Person).PostId;
        var open = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "old-secretary",
            Role = Role.UnitSecretary,
        };
        await district.Use<OpenUnitAccount>().RunAsync(clerk, open, Ct);
        return (open.Login, (post, open.AccountId));
    }

    /// <summary>From raw rows: each current appointment of the seat begins on the day on which the one before ends.</summary>
    private async Task AssertNoGapAsync(TestDistrict district, Guid seat)
    {
        List<(DateOnly From, DateOnly? Until)> terms = [];
        await foreach (
            var row in World.ReadAsync(
                cluster,
                "SELECT \"from\", until FROM appointments WHERE tenant_id = $1 AND seat_id = $2 AND superseded_at IS NULL ORDER BY 1",
                district.Id,
                seat
            )
        )
            terms.Add((row.GetFieldValue<DateOnly>(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1)));
        Assert.Equal(2, terms.Count);
        Assert.Equal((terms[1].From, null), (terms[0].Until, terms[1].Until));
    }
}
