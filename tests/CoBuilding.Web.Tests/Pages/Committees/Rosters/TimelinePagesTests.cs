using System.Net;
using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Web.Tests.House;

namespace CoBuilding.Web.Tests.Pages.Committees.Rosters;

public sealed class TimelinePagesTests(PortalHost host)
{
    private static CancellationToken Ct => CancellationToken.None;

    [Fact]
    public async Task Two_rosters_are_compared_printed_and_exported_by_one_address()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await district.ClerkAsync("clerk");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, _, second) = await host.MemberAsync(admin, committee, district.Community, "东街中学");
        var term = Assert.Single((await host.Use<SeeSeatTerms>().AskAsync(admin, seat, Ct)).Terms);
        await host.Use<CorrectAppointment>()
            .RunAsync(
                admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = 1,
                    AppointmentId = term.AppointmentId,
                    PersonId = second,
                    From = term.From,
                    Reason = "录成了另一位",
                },
                Ct
            );
        var clerk = await district.SignInAsync("clerk");
        var address = $"/{district.Slug}/committees/{committee}";
        var asked = $"?then={RosterFixture.Today.AddDays(-40):yyyy-MM-dd}&thenknown={RosterFixture.Today.AddDays(-1):yyyy-MM-dd}";

        var page = await clerk.ReadAsync($"{address}/compare{asked}");
        Assert.Contains("增加席位", page, StringComparison.Ordinal);
        Assert.Contains("东街中学乙", page, StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"committees/{committee}/compare/export{asked.Replace("&", "&amp;", StringComparison.Ordinal)}\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("两份名册没有差别", await clerk.ReadAsync($"{address}/compare"), StringComparison.Ordinal);

        var paper = await clerk.ReadAsync($"{address}/compare/print{asked}");
        Assert.Contains("名册对比表", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", paper, StringComparison.Ordinal);
        var printed = await clerk.ReadAsync($"{address}/print?on={RosterFixture.Today:yyyy-MM-dd}&known={RosterFixture.Today:yyyy-MM-dd}");
        Assert.Contains("所知重印", printed, StringComparison.Ordinal);
        Assert.Contains("东街中学乙", printed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"{address}/compare/export{asked}")).StatusCode);
        var history = await clerk.ReadAsync($"{address}/history");
        Assert.Contains("录成了另一位", history, StringComparison.Ordinal);

        var elsewhere = await host.CommitteeAsync(admin, district.OtherStreet);
        foreach (var path in new[] { "compare", "compare/print", "compare/export", "print" })
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/{district.Slug}/committees/{elsewhere}/{path}")).StatusCode);
    }

    [Fact]
    public async Task A_correction_begins_with_what_is_recorded_and_a_seat_that_nobody_held_says_so()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        await district.ClerkAsync("clerk");
        var committee = await host.CommitteeAsync(admin, district.Street);
        var (seat, _, _) = await host.MemberAsync(admin, committee, district.Community, "东街中学");
        var vacant = await host.VacancyAsync(admin, committee);
        var clerk = await district.SignInAsync("clerk");

        Assert.Contains(
            $"href=\"committees/{committee}/seats/{seat}/correct\"",
            await clerk.ReadAsync($"/{district.Slug}/committees/{committee}"),
            StringComparison.Ordinal
        );
        var page = await clerk.ReadAsync($"/{district.Slug}/committees/{committee}/seats/{seat}/correct");
        Assert.Contains("东街中学甲", page, StringComparison.Ordinal);
        Assert.Contains($"{RosterFixture.Today.AddMonths(-1):yyyy-MM-dd}", page, StringComparison.Ordinal);
        Assert.Contains(
            "没有可更正的",
            await clerk.ReadAsync($"/{district.Slug}/committees/{committee}/seats/{vacant}/correct"),
            StringComparison.Ordinal
        );
    }
}
