using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Tests.House;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees;

public class ConsortiumsRulesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task The_names_of_units_out_of_reach_stand_in_the_history_and_in_the_notice_of_changes()
    {
        var (district, clerk, consortium) = await ConsortiumFixture.StartAsync(cluster);
        var history = await district.Use<SeeRosterChanges>().AskAsync(clerk, new(consortium, null, null), Ct);
        Assert.Equal(["西街港务", "西街港务"], history.Rows.Select(r => r.Unit));
        var notice = await district.Use<ExportRosterChangesPaper>().AskAsync(clerk, consortium, district.Today.AddMonths(-7), null, Ct);
        Assert.Contains("西街港务", string.Concat(LibreOfficeReader.WordsOf(notice.Word().Bytes)), StringComparison.Ordinal);
        // Of a body that is no consortium nothing is lifted.
        Assert.Empty((await district.Use<ListUnits>().AskAsync(clerk, new() { Search = "西街港务" }, Ct)).Rows);
    }

    [Fact]
    public async Task The_network_shows_it_with_its_aims_and_where_its_units_come_from_and_it_covers_no_place()
    {
        var (district, clerk, consortium) = await ConsortiumFixture.StartAsync(cluster);
        var military = await district.UnitAsync(district.Community2, "驻区某部", UnitKind.Military);
        await district
            .Use<AddSeat>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = consortium,
                    UnitId = military,
                    Title = "成员",
                    From = district.Today,
                },
                Ct
            );
        var version = (await district.Use<SeeRoster>().AskAsync(clerk, consortium, null, null, Ct)).RowVersion;
        await district
            .Use<SetAims>()
            .RunAsync(
                clerk,
                new()
                {
                    CommitteeId = consortium,
                    ExpectedVersion = version,
                    Aims = "资源共享",
                },
                Ct
            );
        var network = await district.Use<SeeNetwork>().AskAsync(clerk, new(null, Whole: true), Ct);
        var shown = Assert.Single(network.Consortiums);
        Assert.Equal((district.Street1.Name, "资源共享", 2, 1, 1), (shown.Host, shown.Aims, shown.Units, shown.Military, shown.Vacancies));
        Assert.Equal([new(district.Street2.Name, 2)], shown.Residences);
        Assert.False(Assert.Single(network.Roots).IsCovered);
        Assert.Equal("资源共享", (await district.Use<SeeRoster>().AskAsync(clerk, consortium, null, null, Ct)).Aims);
        var paper = await district.Use<ExportRosterPaper>().AskAsync(clerk, consortium, null, null, null, Ct);
        Assert.Contains("宗旨：资源共享", string.Concat(LibreOfficeReader.WordsOf(paper.Word().Bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_consortium_has_aims()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var broken = await Assert.ThrowsAsync<RuleBroken>(() =>
            district
                .Use<SetAims>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        CommitteeId = committee,
                        ExpectedVersion = 1,
                        Aims = "宗旨",
                    },
                    Ct
                )
        );
        Assert.Equal("Consortiums.OnlyConsortiums", broken.Key);
    }
}
