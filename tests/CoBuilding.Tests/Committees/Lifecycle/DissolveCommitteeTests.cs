using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.Committees.Rosters;
using CoBuilding.Tests.House;
using CoBuilding.Tests.Nominations.Renewals;
using Microsoft.Extensions.DependencyInjection;

namespace CoBuilding.Tests.Committees.Lifecycle;

public class DissolveCommitteeTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_dissolved_committee_ends_its_members_and_seats_keeps_its_history_and_makes_room_for_a_new_one()
    {
        var (district, committee) = await EstablishedCommitteeFixture.EstablishAsync(cluster);
        await district.MemberAsync(committee, district.Community1, "甲校");
        var on = district.Today.AddDays(10);
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = 1,
                    On = on,
                    Reason = "区划调整",
                },
                Ct
            );
        var before = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on.AddDays(-1), null, Ct);
        Assert.Equal("甲校书记", Assert.Single(before.Rows).Holder);
        Assert.Empty((await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, null, Ct)).Rows);
        Assert.Equal(
            ("Committees.AlreadyDissolved", "On"),
            await RuleAssert.KeyAndFieldOfAsync(() =>
                district
                    .Use<DissolveCommittee>()
                    .RunAsync(
                        district.Admin,
                        new()
                        {
                            CommitteeId = committee,
                            ExpectedVersion = 2,
                            On = on,
                            Reason = "再来",
                        },
                        Ct
                    )
            )
        );
        await district.CommitteeAsync(district.Street1);
    }

    [Fact]
    public async Task A_dissolved_committee_takes_back_its_renewal_and_nominations()
    {
        var (district, committee) = await TermsFixture.EstablishAsync(cluster, 90);
        await TermsFixture.RosterAsync(district, committee);
        await TermsFixture.OpenAsync(district, committee);
        var version = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion;
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = version,
                    On = district.Today,
                    Reason = "区划调整",
                },
                Ct
            );
        Assert.Empty((await district.Use<ListNominations>().AskAsync(district.Admin, new(), Ct)).Rows);
        Assert.Null((await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RenewalId);
    }

    [Fact]
    public async Task What_another_room_hangs_on_a_committee_is_told_of_its_end()
    {
        var room = new AnotherRoom();
        var district = await TestDistrict.CreateAsync(cluster, s => s.AddSingleton<IEndsWithCommittee>(room));
        var form = new DissolveCommittee.Form
        {
            CommitteeId = await district.CommitteeAsync(district.Street1),
            ExpectedVersion = 1,
            On = district.Today.AddDays(10),
            Reason = " 区划调整 ",
        };
        await district.Use<DissolveCommittee>().RunAsync(district.Admin, form, Ct);
        Assert.Equal([(form.CommitteeId, "区划调整")], room.Told);
    }

    private sealed class AnotherRoom : IEndsWithCommittee
    {
        public List<(Guid Committee, string Reason)> Told { get; } = [];

        public Task EndAsync(PortalDb db, Guid committeeId, string reason, CancellationToken ct)
        {
            Told.Add((committeeId, reason));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_dissolution_takes_back_who_was_appointed_ahead()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        var successor = await district.PersonAsync(member.Unit, "后任");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = member.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today.AddDays(20),
                    Reason = EndReason.Retired,
                },
                Ct
            );
        var version = (await TimelineFixture.RosterAsync(district, committee, district.Today, null)).RowVersion;
        await district
            .Use<DissolveCommittee>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = version,
                    On = district.Today.AddDays(5),
                    Reason = "区划调整",
                },
                Ct
            );
        var term = Assert.Single((await district.Use<SeeSeatTerms>().AskAsync(district.Admin, member.Seat, Ct)).Terms);
        Assert.Equal(("甲校书记", district.Today.AddDays(5)), (term.Person, term.Until));
    }
}
