using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.PartyChain;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees.Rosters;

public class SeeNetworkTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_picture_shows_the_core_its_bodies_the_chain_and_every_unit_with_a_seat_once()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var lead = await district.OrganizationAsync(district.Street1, ChainKind.WorkingCommittee, "东街道党工委", members: 120);
        await district.OrganizationAsync(district.Street1, ChainKind.Branch, "机关党支部", lead, 20);
        await district.OrganizationAsync(district.Community1, ChainKind.Committee, "东一社区党委", members: 60);
        var coordination = await district.CommitteeAsync(district.Street1, CommitteeKind.Coordination);
        var working = await district.CommitteeAsync(district.Street1);
        var (_, unit, _) = await district.MemberAsync(working, district.Community1, "甲中学");
        await SeatAsync(district, coordination, unit);
        await district.UnitAsync(district.Community1, "无席位单位");

        var picture = await district.Use<SeePicture>().AskAsync(district.Admin, district.Street1.Id, Ct);
        Assert.Equal(("东街道党工委", "测试区", 120, 1), (picture.Core, picture.Above, picture.Members, picture.Seatless));
        Assert.Equal([(working, 1, 0), (coordination, 1, 1)], picture.Bodies.Select(b => (b.Id, b.Seats, b.Vacancies)));
        var member = Assert.Single(picture.Units);
        Assert.Equal(("甲中学", "东一社区"), (member.Name, member.Residence));
        Assert.Equal([(0, false), (1, true)], member.Seats.Select(s => (s.Body, s.IsVacant)));
        Assert.Equal(
            [("机关党支部", true, (int?)20), ("东一社区党委", true, 60), ("东二社区", false, null)],
            picture.Below.Select(l => (l.Name, l.IsLed, l.Members))
        );
    }

    [Fact]
    public async Task A_picture_counts_military_units_and_does_not_name_them()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await SeatAsync(district, committee, await district.UnitAsync(district.Street1, "某部", UnitKind.Military));
        await SeatAsync(district, committee, await district.UnitAsync(district.Street1));
        var picture = await district.Use<SeePicture>().AskAsync(district.Admin, district.Street1.Id, Ct);
        Assert.Equal((1, "第一中学"), (picture.Military, Assert.Single(picture.Units).Name));
        Assert.DoesNotContain("某部", System.Text.Json.JsonSerializer.Serialize(picture, JournalJson.Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_two_way_while_its_member_sits_here_and_somebody_of_the_host_sits_there()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var world = await World.MakeAsync(cluster, district, district.Street1, district.Community1);
        Assert.DoesNotContain(await UnitsAsync(), u => u.IsTwoWay); // somebody of the host sits there, and the seat here is vacant
        var seat = (await district.Use<SeeRoster>().AskAsync(district.Admin, world.Committee, null, null, Ct)).Rows.Single(r =>
            r.UnitId == world.CrossUnit
        );
        await district
            .Use<AppointMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = seat.RowVersion,
                    PersonId = world.SparePerson,
                    From = district.Today,
                },
                Ct
            );
        Assert.Equal(world.CrossUnit, Assert.Single(await UnitsAsync(), u => u.IsTwoWay).Id);

        async Task<IReadOnlyList<SeePicture.Member>> UnitsAsync() =>
            (await district.Use<SeePicture>().AskAsync(district.Admin, district.Street1.Id, Ct)).Units;
    }

    [Fact]
    public async Task A_picture_is_drawn_of_one_s_own_places_alone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.StaffAsync("community", Role.CommunityClerk, district.Community1);
        Assert.Equal("东一社区", (await district.Use<SeePicture>().AskAsync(clerk, district.Community1.Id, Ct)).Core);
        foreach (var other in new[] { district.Street1, district.Community2, district.Root })
            await Assert.ThrowsAsync<NotFound>(() => district.Use<SeePicture>().AskAsync(clerk, other.Id, Ct));
    }

    [Fact]
    public async Task The_network_goes_from_the_district_to_the_communities_of_the_street_that_is_looked_at()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.CommitteeAsync(district.Root, CommitteeKind.Guidance);
        var working = await district.CommitteeAsync(district.Street1);
        await district.MemberAsync(working, district.Community1, "甲中学");
        await district.CommitteeAsync(district.Community1, CommitteeKind.BigParty);

        var root = Assert.Single((await AskAsync(district, new(null, false))).Roots);
        Assert.Equal((1, 2), (root.Covered, root.Counted));
        Assert.Equal(
            [("东街道", true, 1, 2), ("西街道", false, 0, 1)],
            root.Nodes.Select(n => (n.Name, n.IsCovered, n.Covered, n.Counted))
        ); // the village does not count
        Assert.All(root.Nodes, n => Assert.Empty(n.Nodes));
        Assert.Equal((1, 0, 1), root.Nodes[0].Bodies.Select(b => (b.Seats, b.Vacancies, b.Units)).Single());

        var street = Assert.Single(Assert.Single((await AskAsync(district, new(district.Street1.Id, false))).Roots).Nodes);
        Assert.Equal([("东一社区", true), ("东二社区", false)], street.Nodes.Select(n => (n.Name, n.IsCovered)));
        var whole = Assert.Single((await AskAsync(district, new(null, true))).Roots);
        Assert.Equal([2, 2], whole.Nodes.Select(n => n.Nodes.Count));
        Assert.True(whole.Nodes[1].Nodes[1].IsCovered); // a village that is not counted

        await district.Use<SetCoverageSetting>().RunAsync(district.Admin, new() { CountsTownsAndVillages = true }, Ct);
        Assert.Equal(2, Assert.Single((await AskAsync(district, new(null, false))).Roots).Nodes[1].Counted);
    }

    private static Task<SeeNetwork.Answer> AskAsync(TestDistrict district, SeeNetwork.Question question) =>
        district.Use<SeeNetwork>().AskAsync(district.Admin, question, Ct);

    private static async Task SeatAsync(TestDistrict district, Guid committee, Guid unit) =>
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    UnitId = unit,
                    Title = "委员",
                    From = district.Today,
                },
                Ct
            );
}
