using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Dashboards;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Meetings.Calling;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Preparation;

public class PrepareCommitteeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Until_its_establishment_it_has_no_seats_calls_no_meetings_and_is_counted_nowhere()
    {
        var (district, host, _) = await LifecycleFixture.OfficesAsync(cluster);
        var committee = await LifecycleFixture.PrepareAsync(district, host);
        var unit = await district.UnitAsync(district.Community1);
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<AddSeat>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            UnitId = unit,
                            Title = "委员",
                            From = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await RuleAssert.KeyOfAsync(() => district.Use<DraftMeeting>().RunAsync(host, district.MeetingForm(committee), Ct))
        );
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<OpenRenewal>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                        },
                        Ct
                    )
            )
        );
        Assert.Equal(
            "Lifecycle.NotEstablished",
            await RuleAssert.KeyOfAsync(() =>
                district
                    .Use<DissolveCommittee>()
                    .RunAsync(
                        host,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 1,
                            On = district.Today,
                            Reason = "撤",
                        },
                        Ct
                    )
            )
        );
        Assert.Equal("Lifecycle.NotEstablished", await RuleAssert.KeyOfAsync(() => district.Use<SeeTerms>().AskAsync(host, committee, Ct)));
        var row = Assert.Single(
            (await district.CheckRosterAsync(host, Lists.Csv("姓名,单位,任职日期\n甲,第一中学,2026-11-01"), committee)).Rows
        );
        Assert.Contains("尚未成立", string.Concat(row.Messages), StringComparison.Ordinal);

        var board = await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct);
        Assert.Equal(0, board.Coverage.Single(c => c.Kind == CommitteeKind.BigParty).Established);
        Assert.Equal(0, board.Figures.Single(f => f.Key == "Dashboards.QuotaFit").Ratio.Denominator);
        var uncovered = await district
            .Use<ListUncovered>()
            .AskAsync(district.Admin, new() { Kind = CommitteeKind.BigParty, WithUncounted = true }, Ct);
        Assert.Equal([district.Community1.Id], uncovered.Rows.Where(r => r.IsPrepared).Select(r => r.PlaceId));
        var free = await district
            .Use<ListUncovered>()
            .AskAsync(
                district.Admin,
                new()
                {
                    Kind = CommitteeKind.BigParty,
                    WithUncounted = true,
                    OnlyFree = true,
                },
                Ct
            );
        Assert.Equal(uncovered.Total - 1, free.Total);
        Assert.Equal(
            "Committees.PlaceHasOne",
            await RuleAssert.KeyOfAsync(() => district.CommitteeAsync(district.Community1, CommitteeKind.BigParty))
        );
    }
}
