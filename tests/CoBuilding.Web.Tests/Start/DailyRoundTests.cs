using CoBuilding.Access;
using CoBuilding.Committees.Records;
using CoBuilding.Jobs;
using CoBuilding.Places.Districts;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;
using CoBuilding.Web.Start;
using CoBuilding.Web.Tests.House;
using Microsoft.Extensions.Logging;

namespace CoBuilding.Web.Tests.Start;

public sealed class DailyRoundTests(PortalHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_reaches_every_district_and_a_second_one_on_the_same_day_changes_nothing()
    {
        var (first, second) = (await FormerAsync(), await FormerAsync());
        await host.Use<DailyJobs>().RunAsync(Ct);
        await host.Use<DailyJobs>().RunAsync(Ct);
        Assert.Null(await first());
        Assert.Null(await second());
    }

    [Fact]
    public async Task A_job_that_fails_keeps_neither_the_others_nor_the_other_districts()
    {
        var (first, second) = (await FormerAsync(), await FormerAsync());
        IDailyJob[] jobs = [new FailingJob(), host.Use<PurgeMobiles>()];
        await new DailyJobs(host.Use<DistrictList>(), jobs, TimeProvider.System, host.Use<ILogger<DailyJobs>>()).RunAsync(Ct);
        Assert.Null(await first());
        Assert.Null(await second());
        Assert.Contains(host.Log.Lines, l => l.Contains(nameof(FailingJob), StringComparison.Ordinal));
    }

    private sealed class FailingJob : IDailyJob
    {
        public Task<bool> RunAsync(Scope scope, Guid operationId, CancellationToken ct) => throw new InvalidOperationException("broken");
    }

    [Theory]
    [InlineData(2, 59, 1)]
    [InlineData(3, 0, 24 * 60)]
    [InlineData(23, 0, 4 * 60)]
    public void The_next_round_is_at_three_in_China(int hour, int minute, int minutesUntil)
    {
        var now = ChinaTime.At(new DateOnly(2026, 11, 23), new TimeOnly(hour, minute));
        Assert.Equal(TimeSpan.FromMinutes(minutesUntil), DailyJobs.UntilNext(now));
    }

    /// <summary>Creates a district with a person whose last post ended long ago; returns a function that reads the number.</summary>
    private async Task<Func<Task<string?>>> FormerAsync()
    {
        var district = await host.CreateAsync();
        var admin = await district.ScopeAsync("admin");
        var today = TimeProvider.System.GetUtcNow().ChinaDate();
        var unit = new EnterUnit.Form
        {
            Name = "东街中学",
            Kind = UnitKind.School,
            PlaceId = district.Community.Id,
        };
        await host.Use<EnterUnit>().RunAsync(admin, unit, Ct);
        var person = new EnterPerson.Form
        {
            UnitId = unit.UnitId,
            Name = "王强",
            Title = "书记",
            Mobile = "13812345678",
            From = today.AddYears(-2),
        };
        await host.Use<EnterPerson>().RunAsync(admin, person, Ct);
        await host.Use<EndPost>().RunAsync(admin, new() { PostId = person.PostId, On = today.AddYears(-1) }, Ct);
        Assert.NotNull(await NumberAsync());
        return NumberAsync;

        async Task<string?> NumberAsync() => (await host.Use<SeePerson>().AskAsync(admin, person.PersonId, Ct)).Mobile;
    }
}
