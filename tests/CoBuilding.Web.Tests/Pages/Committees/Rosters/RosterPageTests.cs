using System.Net;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Committees.Rosters;

public sealed class RosterPageTests(PortalHost host)
{
    [Fact]
    public async Task The_clerk_is_offered_what_the_overseer_only_reads()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await district.ClerkAsync("clerk");
        await district.StaffAsync("overseer", Role.Overseer, district.Root);
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, _, _) = await host.MemberAsync(admin, committee, district.Community, "东街中学");
        var vacant = await host.VacancyAsync(admin, committee);
        var roster = $"/{district.Slug}/committees/{committee}";

        var clerks = await (await district.SignInAsync("clerk")).ReadAsync(roster);
        Assert.Contains($"href=\"committees/{committee}/seats/{seat}/replace\"", clerks, StringComparison.Ordinal);
        Assert.Contains($"href=\"committees/{committee}/seats/{vacant}/appoint\"", clerks, StringComparison.Ordinal);
        Assert.Contains($"href=\"committees/{committee}/seats/new\"", clerks, StringComparison.Ordinal);

        var overseer = await district.SignInAsync("overseer");
        var read = await overseer.ReadAsync(roster);
        Assert.Contains("东街中学甲", read, StringComparison.Ordinal);
        Assert.Contains("1 人 · 低于 8–10", read, StringComparison.Ordinal);
        Assert.DoesNotContain("/seats/", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await overseer.GetAsync($"{roster}/seats/{seat}/replace")).StatusCode);
    }

    [Fact]
    public async Task The_past_is_shown_and_not_changed()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await district.ClerkAsync("clerk");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, _, second) = await host.MemberAsync(admin, committee, district.Community, "东街中学");
        await host.Use<ReplaceMember>()
            .RunAsync(
                admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await VersionAsync(admin, committee, seat),
                    PersonId = second,
                    From = RosterFixture.Today,
                    Reason = EndReason.Retired,
                },
                CancellationToken.None
            );
        var clerk = await district.SignInAsync("clerk");

        Assert.Contains("东街中学乙", await clerk.ReadAsync($"/{district.Slug}/committees/{committee}"), StringComparison.Ordinal);
        var before = await clerk.ReadAsync($"/{district.Slug}/committees/{committee}?on={RosterFixture.Today.AddDays(-1):yyyy-MM-dd}");
        Assert.Contains("东街中学甲</a></strong>", before, StringComparison.Ordinal);
        Assert.DoesNotContain("/replace", before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/seats/new")]
    [InlineData("/seats/{seat}/replace")]
    public async Task Another_streets_roster_is_as_one_that_never_was(string below)
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await district.ClerkAsync("clerk");
        var other = await host.CommitteeAsync(admin, district.OtherStreet);
        var (seat, _, _) = await host.MemberAsync(admin, other, district.OtherStreet, "西街中学");
        below = below.Replace("{seat}", seat.ToString(), StringComparison.Ordinal);
        var clerk = await district.SignInAsync("clerk");

        Assert.Equal(
            HttpStatusCode.OK,
            (await (await district.SignInAsync("admin")).GetAsync($"/{district.Slug}/committees/{other}{below}")).StatusCode
        );
        var theirs = await clerk.GetAsync($"/{district.Slug}/committees/{other}{below}");
        var nobodys = await clerk.GetAsync($"/{district.Slug}/committees/{Guid.CreateVersion7()}{below}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, nobodys.StatusCode));
        Assert.DoesNotContain("西街", await theirs.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<long> VersionAsync(Scope admin, Guid committee, Guid seat) =>
        (await host.Use<SeeRoster>().AskAsync(admin, committee, null, null, CancellationToken.None))
            .Rows.Single(r => r.SeatId == seat)
            .RowVersion;
}
