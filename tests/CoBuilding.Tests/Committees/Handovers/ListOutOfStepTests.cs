using CoBuilding.Committees;
using CoBuilding.Committees.Handovers;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees.Handovers;

public class ListOutOfStepTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Whoever_became_secretary_by_another_way_leaves_the_seat_behind_until_it_is_handed_over()
    {
        var (district, clerk, committee, member) = await HandoversFixture.StartAsync(cluster);
        Assert.Empty((await district.Use<ListOutOfStep>().AskAsync(clerk, new(), Ct)).Rows);
        var successor = await district.PersonAsync(member.Unit, "李新", secretary: true, from: district.Today.AddDays(-3));

        var stray = Assert.Single((await district.Use<ListOutOfStep>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Equal(
            (member.Seat, member.Person, (Guid?)successor, "李新"),
            (stray.SeatId, stray.HolderId, stray.SecretaryId, stray.Secretary)
        );
        Assert.True((await HandoversFixture.RowAsync(district, committee, member.Seat)).IsOutOfStep);

        var preview = (await district.Use<CheckHandover>().AskAsync(clerk, new(member.Unit, member.Person, successor, null), Ct)).Preview!;
        Assert.Null(preview.Passing); // the post has passed already
        await district
            .Use<HandOver>()
            .RunAsync(
                clerk,
                new()
                {
                    UnitId = member.Unit,
                    LeaverId = member.Person,
                    FollowerId = successor,
                    From = district.Today,
                    Reason = EndReason.PostChanged,
                    Moves = [.. preview.Seats.Select(s => new HandOver.Move(s.SeatId, s.RowVersion))],
                },
                Ct
            );
        Assert.Equal("李新", (await HandoversFixture.RowAsync(district, committee, member.Seat)).Holder);
        Assert.Empty((await district.Use<ListOutOfStep>().AskAsync(clerk, new(), Ct)).Rows);
        Assert.Single(
            (await district.Use<SeeUnit>().AskAsync(clerk, member.Unit, Ct)).Posts,
            p => p is { IsSecretary: true, IsCurrent: true }
        );
    }
}
