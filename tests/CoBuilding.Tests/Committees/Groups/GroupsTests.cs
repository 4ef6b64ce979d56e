using CoBuilding.Committees;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Groups;

public class GroupsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_group_is_formed_of_seats_and_follows_their_holders()
    {
        var (district, committee, seats) = await MembersAsync();
        var form = Form(district, committee, seats[0], seats[1]);
        await district.Use<CreateGroup>().RunAsync(district.Admin, form, Ct);
        var group = Assert.Single((await SeeAsync(district, committee)).Groups);
        Assert.Equal(("文体组", "甲校书记"), (group.Name, group.Leader!.Holder));
        Assert.Equal(["甲校书记", "乙校书记"], group.Members.Select(m => m.Holder));
        var unit = group.Leader.UnitId!.Value;
        var successor = await district.PersonAsync(unit, "新书记");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seats[0],
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal("新书记", Assert.Single((await SeeAsync(district, committee)).Groups).Leader!.Holder);
        var sheet = await LibreOfficeReader.CellsAsync(
            (await district.Use<ExportRosterWorkbook>().AskAsync(district.Admin, committee, null, null, null, Ct)).Bytes
        );
        Assert.Equal(["文体组（组长）", "文体组", ""], sheet.Where(r => r.Length > 8 && r[0].Length == 1).Select(r => r[8]));
    }

    [Fact]
    public async Task Members_change_from_a_day_on_and_the_earlier_ones_stay_in_the_record()
    {
        var (district, committee, seats) = await MembersAsync();
        var form = Form(district, committee, seats[0], seats[1]);
        await district.Use<CreateGroup>().RunAsync(district.Admin, form with { On = district.Today.AddDays(-30) }, Ct);
        await district
            .Use<ChangeGroup>()
            .RunAsync(
                district.Admin,
                new()
                {
                    GroupId = form.GroupId,
                    ExpectedVersion = 1,
                    Name = "文化体育组",
                    On = district.Today.AddDays(-10),
                    SeatIds = [seats[1], seats[2]],
                    LeaderId = seats[1],
                },
                Ct
            );
        Assert.Equal([("甲校书记", true), ("乙校书记", false)], await InGroupAsync(district, committee, district.Today.AddDays(-11)));
        Assert.Equal([("乙校书记", true), ("丙校书记", false)], await InGroupAsync(district, committee, district.Today.AddDays(-10)));
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
        await district
            .Use<EndGroup>()
            .RunAsync(
                district.Admin,
                new()
                {
                    GroupId = form.GroupId,
                    ExpectedVersion = 2,
                    On = district.Today,
                },
                Ct
            );
        Assert.Empty(await InGroupAsync(district, committee, district.Today));
        // As recorded the day before, the end was not known.
        var before = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, district.Today, district.Today.AddDays(-1), Ct);
        Assert.Equal(2, before.Rows.Count(r => r.Groups.Count == 1));
        var answer = await SeeAsync(district, committee);
        Assert.Equal((0, "文化体育组"), (answer.Groups.Count, Assert.Single(answer.Ended).Name));
    }

    [Fact]
    public async Task A_group_has_a_leader_among_its_members_and_only_seats_of_its_committee()
    {
        var (district, committee, seats) = await MembersAsync();
        var form = Form(district, committee, seats[0], seats[1]);
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<CreateGroup>().RunAsync(district.Admin, form with { LeaderId = seats[2] }, Ct)
        );
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<CreateGroup>().RunAsync(district.Admin, form with { SeatIds = [], LeaderId = null }, Ct)
        );
        var elsewhere = (await district.MemberAsync(await district.CommitteeAsync(district.Street2), district.Community2, "外校")).Seat;
        await Assert.ThrowsAsync<NotFound>(() =>
            district.Use<CreateGroup>().RunAsync(district.Admin, form with { SeatIds = [seats[0], elsewhere] }, Ct)
        );
        Assert.Equal(
            "Groups.SeatNotThere",
            await BrokenAsync(() =>
                district.Use<CreateGroup>().RunAsync(district.Admin, form with { On = district.Today.AddYears(-1) }, Ct)
            )
        );
        await district.Use<CreateGroup>().RunAsync(district.Admin, form, Ct);
        var twin = Form(district, committee, seats[0], seats[1]);
        Assert.Equal("Groups.NameIsTaken", await BrokenAsync(() => district.Use<CreateGroup>().RunAsync(district.Admin, twin, Ct)));
        Assert.Equal(
            "Groups.EndsBeforeItBegins",
            await BrokenAsync(() =>
                district
                    .Use<EndGroup>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            GroupId = form.GroupId,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
    }

    [Fact]
    public async Task Groups_end_with_their_committee()
    {
        var (district, committee, seats) = await MembersAsync();
        await district.Use<CreateGroup>().RunAsync(district.Admin, Form(district, committee, seats[0], seats[1]), Ct);
        var version = (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).RowVersion;
        var on = district.Today.AddDays(1);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = version,
                    On = on,
                    Reason = "合并",
                },
                Ct
            );
        Assert.Equal(on, Assert.Single((await SeeAsync(district, committee)).Groups).Until);
    }

    [Fact]
    public async Task What_was_to_begin_or_to_end_later_does_not_outlive_the_committee()
    {
        var (district, committee, seats) = await MembersAsync();
        var (later, longer) = (
            Form(district, committee, seats[0], seats[1]) with
            {
                Name = "将来组",
                On = district.Today.AddDays(20),
            },
            Form(district, committee, seats[0], seats[1])
        );
        foreach (var form in new[] { later, longer })
            await district.Use<CreateGroup>().RunAsync(district.Admin, form, Ct);
        await district
            .Use<EndGroup>()
            .RunAsync(
                district.Admin,
                new()
                {
                    GroupId = longer.GroupId,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(30),
                },
                Ct
            );
        var version = (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).RowVersion;
        var on = district.Today.AddDays(10);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = version,
                    On = on,
                    Reason = "合并",
                },
                Ct
            );
        var answer = await SeeAsync(district, committee);
        Assert.Equal(
            [("将来组", later.On), ("文体组", on)],
            answer.Groups.Concat(answer.Ended).Select(g => (g.Name, g.Until)).OrderBy(g => g.Name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_removal_that_was_planned_is_undone_by_a_later_word()
    {
        var (district, committee, seats) = await MembersAsync();
        var form = Form(district, committee, seats[0], seats[1]);
        await district.Use<CreateGroup>().RunAsync(district.Admin, form, Ct);
        await ChangeAsync(1, district.Today.AddDays(10), seats[0]);
        await ChangeAsync(2, district.Today.AddDays(5), seats[0], seats[1]);
        Assert.Equal(2, (await InGroupAsync(district, committee, district.Today.AddDays(11))).Length);
        await district
            .Use<EndGroup>()
            .RunAsync(
                district.Admin,
                new()
                {
                    GroupId = form.GroupId,
                    ExpectedVersion = 3,
                    On = district.Today.AddDays(20),
                },
                Ct
            );
        await Assert.ThrowsAsync<RuleBroken>(() => ChangeAsync(4, district.Today.AddDays(20), seats[0]));

        Task ChangeAsync(long version, DateOnly on, params Guid[] who) =>
            district
                .Use<ChangeGroup>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        GroupId = form.GroupId,
                        ExpectedVersion = version,
                        Name = "文体组",
                        On = on,
                        SeatIds = who,
                        LeaderId = seats[0],
                    },
                    Ct
                );
    }

    private async Task<(TestDistrict District, Guid Committee, Guid[] Seats)> MembersAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        List<Guid> seats = [];
        foreach (var name in new[] { "甲校", "乙校", "丙校" })
            seats.Add((await district.MemberAsync(committee, district.Community1, name)).Seat);
        return (district, committee, [.. seats]);
    }

    private static CreateGroup.Form Form(TestDistrict district, Guid committee, Guid leader, Guid member) =>
        new()
        {
            CommitteeId = committee,
            Name = "文体组",
            Purpose = "文化体育活动",
            On = district.Today,
            SeatIds = [leader, member],
            LeaderId = leader,
        };

    private static Task<SeeGroups.Answer> SeeAsync(TestDistrict district, Guid committee) =>
        district.Use<SeeGroups>().AskAsync(district.Admin, committee, Ct);

    private static async Task<(string?, bool)[]> InGroupAsync(TestDistrict district, Guid committee, DateOnly day) =>
        [
            .. (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, day, null, Ct))
                .Rows.Where(r => r.Groups.Count > 0)
                .Select(r => (r.Holder, r.Groups[0].Leads)),
        ];

    private static async Task<string> BrokenAsync(Func<Task> useCase) => (await Assert.ThrowsAsync<RuleBroken>(useCase)).Key;
}
