using CoBuilding.Committees;
using CoBuilding.Committees.Profiles;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.Residences;

namespace CoBuilding.Tests.Units.Residences;

public class ResidencesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_move_keeps_where_the_unit_was_and_takes_its_people_and_accounts_along()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await district.PersonAsync(unit, "王强", secretary: true);
        var moved = district.Today.AddDays(-3);
        await MoveAsync(district, unit, district.Community2.Id, moved);

        var seen = await district.Use<SeeUnit>().AskAsync(await district.ClerkAsync(district.Street2), unit, Ct);
        Assert.Equal(("西一社区", "西街道"), (seen.Place, seen.Street));
        Assert.Equal("王强", Assert.Single(seen.Posts).Name);
        Assert.Equal(
            [("西一社区", (DateOnly?)moved, null), ("东一社区", null, (DateOnly?)moved)],
            seen.Residences.Select(r => (r.Place, r.From, r.Until))
        );
        await Assert.ThrowsAsync<NotFound>(async () =>
            await district.Use<SeeUnit>().AskAsync(await district.ClerkAsync(district.Street1), unit, Ct)
        );
    }

    [Fact]
    public async Task A_corrected_place_was_right_all_the_time()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await district
            .Use<EditUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = 1,
                    Name = "第一中学",
                    Kind = UnitKind.School,
                    PlaceId = district.Community2.Id,
                },
                Ct
            );
        Assert.Empty((await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Residences);
        await MoveAsync(district, unit, district.Street1.Id, district.Today, version: 2);
        await district
            .Use<EditUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = 3,
                    Name = "第一中学",
                    Kind = UnitKind.School,
                    PlaceId = district.Community1.Id,
                },
                Ct
            );
        var seen = await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct);
        Assert.Equal(
            [("东一社区", (DateOnly?)district.Today, null), ("西一社区", null, (DateOnly?)district.Today)],
            seen.Residences.Select(r => (r.Place, r.From, r.Until))
        );
    }

    [Fact]
    public async Task LeavesBeforeItCame()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await MoveAsync(district, unit, district.Street1.Id, district.Today);
        await RefusedAsync(
            "Residences.LeavesBeforeItCame",
            () => MoveAsync(district, unit, district.Community1.Id, district.Today, version: 2)
        );
    }

    [Fact]
    public async Task MovesNowhere()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await RefusedAsync("Residences.MovesNowhere", () => MoveAsync(district, unit, district.Community1.Id, district.Today));
    }

    [Fact]
    public async Task MovesLater()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await RefusedAsync("Residences.MovesLater", () => MoveAsync(district, unit, district.Community2.Id, district.Today.AddDays(1)));
    }

    [Fact]
    public async Task HasLeft()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        await district
            .Use<EndUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = UnitEndReason.MovedOut,
                },
                Ct
            );
        await RefusedAsync("Residences.HasLeft", () => MoveAsync(district, unit, district.Community2.Id, district.Today, version: 2));
    }

    [Fact]
    public async Task A_clerk_moves_a_unit_within_the_own_street_alone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var unit = await district.UnitAsync(district.Community1);
        var form = new MoveUnit.Form
        {
            UnitId = unit,
            ExpectedVersion = 1,
            PlaceId = district.Community2.Id,
            On = district.Today,
        };
        await RefusedAsync("Units.OutsideTerritory", () => district.Use<MoveUnit>().RunAsync(clerk, form, Ct));
        await district.Use<MoveUnit>().RunAsync(clerk, form with { PlaceId = district.Street1.Id }, Ct);
    }

    [Fact]
    public async Task A_unit_that_became_part_of_another_says_of_which()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (small, large) = (
            await district.UnitAsync(district.Community1, "小公司"),
            await district.UnitAsync(district.Community1, "大公司")
        );
        var form = new EndUnit.Form
        {
            UnitId = small,
            ExpectedVersion = 1,
            On = district.Today,
            Reason = UnitEndReason.Absorbed,
            IntoId = small,
        };
        await RefusedAsync("Units.AbsorbedByNoOther", () => district.Use<EndUnit>().RunAsync(district.Admin, form, Ct));
        await district.Use<EndUnit>().RunAsync(district.Admin, form with { IntoId = large }, Ct);
        var seen = await district.Use<SeeUnit>().AskAsync(district.Admin, small, Ct);
        Assert.Equal(("大公司", UnitEndReason.Absorbed), (seen.AbsorbedBy!.Name, seen.Unit.EndReason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Seats_of_a_unit_that_left_are_named_and_none_ends_by_itself(bool left)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (_, unit, _) = await district.MemberAsync(committee, district.Community1, "甲公司");
        Assert.DoesNotContain((await district.Use<ListToDos>().AskAsync(district.Admin, Ct)).First, t => t.Kind == SeatToDos.SettleSeat);
        if (left)
            await district
                .Use<EndUnit>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        UnitId = unit,
                        ExpectedVersion = 2,
                        On = district.Today,
                        Reason = UnitEndReason.MovedOut,
                    },
                    Ct
                );
        else
            await MoveAsync(district, unit, district.Community2.Id, district.Today, version: 2);

        var toDo = Assert.Single((await district.Use<ListToDos>().AskAsync(district.Admin, Ct)).First, t => t.Kind == SeatToDos.SettleSeat);
        Assert.Equal((committee, "甲公司"), (toDo.SubjectId, toDo.Title));
        Assert.True(Assert.Single(await district.Use<SeeUnitSeats>().AskAsync(district.Admin, unit, Ct)).IsOpen);
        Assert.False((await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).Rows.Single().IsVacant);
    }

    private static Task MoveAsync(TestDistrict district, Guid unit, Guid place, DateOnly on, long version = 1) =>
        district
            .Use<MoveUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = unit,
                    ExpectedVersion = version,
                    PlaceId = place,
                    On = on,
                },
                Ct
            );

    private static async Task RefusedAsync(string rule, Func<Task> action) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(action)).Key);
}
