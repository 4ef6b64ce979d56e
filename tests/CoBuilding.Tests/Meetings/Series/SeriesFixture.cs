using CoBuilding.Access;
using CoBuilding.Meetings.Series;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Series;

/// <summary>A series of an office, and the days that pass over it.</summary>
internal static class SeriesFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static DateOnly Day(string day) => DateOnly.Parse(day, TestDistrict.Chinese);

    public static async Task<(TestDistrict, Scope, Guid)> OfficeAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        return (district, await district.ClerkAsync(district.Street1), await district.CommitteeAsync(district.Street1));
    }

    public static async Task<Guid> BeginAsync(TestDistrict district, Scope clerk, Guid committee, int ahead = 30, DateOnly? begun = null)
    {
        var form = new BeginSeries.Form
        {
            CommitteeId = committee,
            Title = "联席会议",
            AheadDays = ahead,
            BegunOn = begun ?? new(2026, 10, 1),
        };
        await district.Use<BeginSeries>().RunAsync(clerk, form, Ct);
        return form.SeriesId;
    }

    public static async Task<PeriodState> StateAsync(TestDistrict district, Scope clerk, Guid series) =>
        (await district.Use<SeeSeries>().AskAsync(clerk, series, Ct))
            .Periods.Single(p => p.Period.FirstDay == new DateOnly(2026, 10, 1))
            .State;

    public static Task ExplainAsync(TestDistrict district, Scope clerk, Guid series, string reason, SeriesPeriod? period = null) =>
        district
            .Use<ExplainPeriod>()
            .RunAsync(
                clerk,
                new()
                {
                    SeriesId = series,
                    FirstDay = period?.Period.FirstDay ?? new(2026, 10, 1),
                    ExpectedVersion = period?.RowVersion ?? 0,
                    Reason = reason,
                },
                Ct
            );
}
