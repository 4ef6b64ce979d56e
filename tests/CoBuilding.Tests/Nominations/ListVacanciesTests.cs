using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Nominations;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations;

public class ListVacanciesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_end_opens_a_vacancy_that_tells_its_history()
    {
        var (district, committee) = await NominationsFixture.CommunityAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学", from: district.Today.AddMonths(-6));
        await district.MemberAsync(committee, district.Community1, "第二小学");
        Assert.Empty((await district.Use<ListVacancies>().AskAsync(district.Admin, new(), Ct)).Rows);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(-3),
                    Reason = EndReason.PostChanged,
                },
                Ct
            );
        var tried = await district.NominateAsync(committee, await district.PersonAsync(member.Unit, "甲"), seat: member.Seat);
        await district
            .Use<WithdrawNomination>()
            .RunAsync(
                district.Admin,
                new()
                {
                    NominationId = tried,
                    ExpectedVersion = 1,
                    On = district.Today,
                    Reason = "另有安排",
                },
                Ct
            );
        var proposed = await district.NominateAsync(committee, await district.PersonAsync(member.Unit, "乙"), seat: member.Seat);

        var row = Assert.Single(
            (await district.Use<ListVacancies>().AskAsync(district.Admin, new() { Reason = EndReason.PostChanged }, Ct)).Rows
        );
        Assert.Equal(
            (member.Seat, district.Today.AddDays(-3), "大连湾中学书记", district.Today.AddMonths(-6), EndReason.PostChanged),
            (row.SeatId, row.Since, row.LastHolder, row.LastFrom!.Value, row.Reason)
        );
        Assert.Equal((proposed, "乙", NominationState.Nominated, 1), (row.NominationId, row.Nominee, row.State, row.Tried));
        Assert.Empty((await district.Use<ListVacancies>().AskAsync(district.Admin, new() { OnlyWithoutNominee = true }, Ct)).Rows);
        Assert.Empty((await district.Use<ListVacancies>().AskAsync(district.Admin, new() { Reason = EndReason.Retired }, Ct)).Rows);
    }
}
