using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places.Workdays;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Places.Workdays;

/// <summary>The week, the public holidays, and the weekends that are worked for them.</summary>
public class WorkdaysTests(TestCluster cluster)
{
    private const string Notice2026 = """
        国务院办公厅关于2026年部分节假日安排的通知
        各省、自治区、直辖市人民政府：
        经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
        2025年11月4日
        """;

    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("2026-10-01", false)] // a Thursday, off
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)] // a Saturday, worked
    [InlineData("2026-10-11", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2027-01-01", true)] // not entered: a plain Friday
    [InlineData("2027-01-02", false)]
    public void A_day_is_worked_by_the_calendar_and_else_by_the_week(string day, bool isWorkday) =>
        Assert.Equal(isWorkday, StandardHolidays.Calendar.IsWorkday(Day(day)));

    [Theory]
    [InlineData("2026-09-28", 3, "2026-10-01")]
    [InlineData("2026-09-28", 5, "2026-10-10")] // over the week of the National Day
    [InlineData("2026-09-28", 6, "2026-10-11")] // and the Saturday that is worked for it counts
    [InlineData("2026-11-28", 1, "2026-12-01")] // begins on a Saturday
    public void So_many_workdays_pass_over_holidays_and_count_moved_weekends(string from, int workdays, string until) =>
        Assert.Equal(Day(until), StandardHolidays.Calendar.AfterWorkdays(Day(from), workdays));

    [Fact]
    public void The_nearest_workday_is_found_in_both_directions()
    {
        Assert.Equal(
            (Day("2026-10-08"), Day("2026-09-30")),
            (StandardHolidays.Calendar.WorkdayFrom(Day("2026-10-01")), StandardHolidays.Calendar.WorkdayUntil(Day("2026-10-07")))
        );
        Assert.Equal(
            ("国庆节", null, null),
            (
                StandardHolidays.Calendar.HolidayOn(Day("2026-10-03")),
                StandardHolidays.Calendar.HolidayOn(Day("2026-10-10")),
                StandardHolidays.Calendar.HolidayOn(Day("2026-10-11"))
            )
        );
        Assert.Equal((true, false), (StandardHolidays.Calendar.Knows(2026), StandardHolidays.Calendar.Knows(2027)));
    }

    [Fact]
    public void The_known_days_are_those_of_the_notice()
    {
        var read = HolidayNotice.Read(Notice2026, 2026);
        Assert.Equal((2026, 0), (read.Year, read.Unread.Count));
        var known = StandardHolidays.Rows().Select(s => (s.Name, s.Kind, s.FirstDay, s.LastDay)).ToHashSet();
        Assert.True(known.SetEquals(read.Days.Select(d => (d.Name, d.Kind, d.FirstDay, d.LastDay))));
    }

    [Theory]
    [InlineData("一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。", "元旦 DaysOff 2022-12-31 2023-01-02")]
    [InlineData("一、元旦：1月1日放假，与周末连休。", "元旦 DaysOff 2023-01-01 2023-01-01")]
    [InlineData("国庆节\t2023-10-01\t2023-10-07\t放假", "国庆节 DaysOff 2023-10-01 2023-10-07")]
    [InlineData("国庆节，10月8日，，上班", "国庆节 Workdays 2023-10-08 2023-10-08")]
    [InlineData("名称\t首日\t末日\t安排", "")]
    [InlineData("鼓励单位和个人结合落实带薪年休假等制度。", "")]
    public void A_line_of_a_notice_is_read(string line, string expected)
    {
        var read = HolidayNotice.Read(line, 2023);
        Assert.Empty(read.Unread);
        Assert.Equal(
            expected,
            string.Join(';', read.Days.Select(d => $"{d.Name} {d.Kind} {d.FirstDay:yyyy-MM-dd} {d.LastDay:yyyy-MM-dd}"))
        );
    }

    [Theory]
    [InlineData("2月30日放假")]
    [InlineData("国庆节：10月32日放假。")]
    [InlineData("国庆节：10月7日至1日放假。")]
    [InlineData("国庆节\t2023-13-01")]
    public void A_line_that_cannot_be_is_named_and_nothing_is_guessed(string line) =>
        Assert.Equal([line], HolidayNotice.Read(line, 2023).Unread);

    [Fact]
    public async Task A_new_district_begins_with_the_known_days_and_keeps_its_own()
    {
        var (one, other) = (await TestDistrict.CreateAsync(cluster), await TestDistrict.CreateAsync(cluster));
        var rows = (await one.Use<SeeWorkdays>().AskAsync(one.Admin, null, Ct)).Rows;
        Assert.Equal((13, "国办发明电〔2025〕7号"), (rows.Count, rows[0].Source));
        await one.Use<RemoveCalendarSpan>().RunAsync(one.Admin, new() { SpanId = rows[0].Id, ExpectedVersion = rows[0].RowVersion }, Ct);
        await one.Use<AddCalendarSpan>()
            .RunAsync(
                one.Admin,
                new()
                {
                    Name = "元旦",
                    FirstDay = rows[0].FirstDay,
                    LastDay = rows[0].LastDay,
                },
                Ct
            );
        Assert.Equal(13, (await one.Use<SeeWorkdays>().AskAsync(one.Admin, 2026, Ct)).Rows.Count);
        Assert.Contains(
            (await other.Use<SeeWorkdays>().AskAsync(other.Admin, 2026, Ct)).Rows,
            r => r is { Name: "元旦", Source: not null, Kind: SpanKind.DaysOff }
        );
    }

    [Fact]
    public async Task A_notice_is_taken_over_once_and_what_differs_is_refused()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await ImportAsync(district, 2026, Notice2026);
        Assert.Equal(13, (await district.Use<SeeWorkdays>().AskAsync(district.Admin, 2026, Ct)).Rows.Count);
        Assert.Equal("Workdays.EnteredOtherwise", await BrokenAsync(district, 2026, "国庆节：10月1日至8日放假。"));
        Assert.Equal("Workdays.OfAnotherYear", await BrokenAsync(district, 2027, Notice2026));
        Assert.Equal("Workdays.NotUnderstood", await BrokenAsync(district, 2027, "元旦：1月40日放假。"));
        Assert.Equal("Workdays.NothingFound", await BrokenAsync(district, 2027, "2026年12月1日"));
        await ImportAsync(district, 2027, "元旦：1月1日至3日放假。");
        Assert.Equal(["元旦"], (await district.Use<SeeWorkdays>().AskAsync(district.Admin, 2027, Ct)).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task Two_entries_for_one_day_are_refused()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        Assert.Equal(
            "Workdays.Overlaps",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    district
                        .Use<AddCalendarSpan>()
                        .RunAsync(
                            district.Admin,
                            new()
                            {
                                Kind = SpanKind.Workdays,
                                Name = "国庆节",
                                FirstDay = new(2026, 10, 7),
                            },
                            Ct
                        )
                )
            ).Key
        );
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Record
                        .ExceptionAsync(() =>
                            district
                                .Use<AddCalendarSpan>()
                                .RunAsync(district.Admin, new() { Name = "元旦", FirstDay = new(2027, 1, 1) }, Ct)
                        )
                        .AsTask()
                )
        );
        Assert.Single(tries, t => t is null);
        Assert.All(tries.OfType<RuleBroken>(), r => Assert.Equal("Workdays.Overlaps", r.Key));
    }

    [Fact]
    public async Task Clerks_see_the_calendar_and_administrators_keep_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        Assert.NotEmpty((await district.Use<SeeWorkdays>().AskAsync(clerk, 2026, Ct)).Rows);
        await Assert.ThrowsAsync<Denied>(() =>
            district.Use<AddCalendarSpan>().RunAsync(clerk, new() { Name = "元旦", FirstDay = new(2027, 1, 1) }, Ct)
        );
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, TestDistrict.Chinese);

    private static Task ImportAsync(TestDistrict district, int year, string text) =>
        district.Use<ImportHolidays>().RunAsync(district.Admin, new() { Year = year, Text = text }, Ct);

    private static async Task<string> BrokenAsync(TestDistrict district, int year, string text) =>
        (await Assert.ThrowsAsync<RuleBroken>(() => ImportAsync(district, year, text))).Key;
}
