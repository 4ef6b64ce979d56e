using CoBuilding.Web.Start;
using CoBuilding.Web.Tests.House;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CoBuilding.Web.Tests.Start;

public sealed class ReadinessTests(PortalHost host)
{
    [Fact]
    public async Task The_database_is_asked_once_a_second_however_many_want_to_know()
    {
        var clock = new MovedClock();
        var readiness = new Readiness(host.Use<NpgsqlDataSource>(), clock);
        var first = readiness.NowAsync();
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Same(first, readiness.NowAsync()));
        Assert.Equal(HealthStatus.Healthy, (await first).Status);
        clock.Passed = TimeSpan.FromMilliseconds(999);
        Assert.Same(first, readiness.NowAsync());
        clock.Passed = TimeSpan.FromSeconds(1);
        var second = readiness.NowAsync();
        Assert.NotSame(first, second);
        Assert.Equal(HealthStatus.Healthy, (await second).Status);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long GetTimestamp() => Passed.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
