using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Tests.Data;

/// <summary>The days on which something lasts and the moments at which it is known, in memory and in PostgreSQL.</summary>
public class TimesTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private sealed record Stay(DateOnly From, DateOnly? Until) : ILasts;

    private sealed record Note(DateTimeOffset RecordedAt, DateTimeOffset? SupersededAt) : IRecorded;

    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("2026-02-28", "2026-05-01", false, true)]
    [InlineData("2026-03-01", "2026-05-01", true, true)]
    [InlineData("2026-04-30", "2026-05-01", true, true)]
    [InlineData("2026-05-01", "2026-05-01", false, false)]
    [InlineData("2026-05-02", "2026-05-01", false, false)]
    [InlineData("2026-02-28", null, false, true)]
    [InlineData("2026-03-01", null, true, true)]
    [InlineData("9999-12-31", null, true, true)]
    public void What_begins_on_the_first_of_March_lasts_until_the_day_before_its_end(string on, string? until, bool isOn, bool remains)
    {
        var (day, stay) = (Day(on), new Stay(new(2026, 3, 1), until is null ? null : Day(until)));
        var rows = new[] { stay }.AsQueryable();

        Assert.Equal((isOn, isOn), (stay.IsOn(day), rows.On(day).Any()));
        Assert.Equal((remains, remains), (!stay.HasEndedBy(day), rows.NotEndedBy(day).Any()));
    }

    [Fact]
    public void The_last_day_is_the_one_before_the_end()
    {
        Assert.Equal(new DateOnly(2026, 4, 30), new Stay(new(2026, 3, 1), new(2026, 5, 1)).LastDay);
        Assert.Null(new Stay(new(2026, 3, 1), null).LastDay);
        Assert.Equal(new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 1).DayBefore());
    }

    [Theory]
    [InlineData(-1, false, false)]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    [InlineData(59, true, true)]
    [InlineData(60, false, true)]
    [InlineData(61, false, false)]
    public void What_was_recorded_at_eight_is_known_until_it_is_superseded_at_nine(int minute, bool known, bool knownBefore)
    {
        var (moment, rows) = (Eight.AddMinutes(minute), new[] { new Note(Eight, Eight.AddMinutes(60)) }.AsQueryable());

        Assert.Equal((known, knownBefore), (rows.Known(moment).Any(), rows.KnownBefore(moment).Any()));
    }

    [Fact]
    public void Known_now_is_what_is_not_superseded()
    {
        var (latest, superseded) = (new Note(Eight, null), new Note(Eight, Eight.AddMinutes(60)));
        var rows = new[] { superseded, latest }.AsQueryable();

        Assert.Equal(latest, Assert.Single(rows.Known()));
        Assert.Equal(latest, Assert.Single(rows.KnownBefore(null)));
        Assert.Equal((true, false), (latest.IsKnown(), superseded.IsKnown()));
        Assert.Equal(latest, Assert.Single(rows.Known(Eight.AddYears(50))));
        Assert.Equal(latest, Assert.Single(rows.KnownBefore(Eight.AddYears(50))));
    }

    [Fact]
    public async Task The_database_gives_the_same_rows_as_memory()
    {
        var district = await EndedAsync();
        await using var db = await district.Use<Door>().OpenAsync(district.Admin, Right.SeeCommittees, Ct);
        var rows = await db.Appointments.AsNoTracking().OrderBy(a => a.Id).ToListAsync(Ct);
        Assert.Equal(2, rows.Count);

        foreach (var edge in rows.Select(a => a.From).Concat(rows.Select(a => a.Until).OfType<DateOnly>()).Distinct())
        foreach (var day in new[] { edge.DayBefore(), edge, edge.AddDays(1) })
        {
            Assert.Equal(Ids(rows.AsQueryable().On(day)), await IdsAsync(db.Appointments.On(day)));
            Assert.Equal(Ids(rows.AsQueryable().NotEndedBy(day)), await IdsAsync(db.Appointments.NotEndedBy(day)));
        }
        foreach (var edge in rows.Select(a => a.RecordedAt).Concat(rows.Select(a => a.SupersededAt).OfType<DateTimeOffset>()).Distinct())
        foreach (var moment in new[] { edge.AddSeconds(-1), edge, edge.AddSeconds(1) })
        {
            Assert.Equal(Ids(rows.AsQueryable().Known(moment)), await IdsAsync(db.Appointments.Known(moment)));
            Assert.Equal(Ids(rows.AsQueryable().KnownBefore(moment)), await IdsAsync(db.Appointments.KnownBefore(moment)));
        }
        Assert.Equal(Ids(rows.AsQueryable().Known()), await IdsAsync(db.Appointments.Known()));
    }

    [Fact]
    public async Task The_questions_become_the_comparisons_themselves()
    {
        var district = await EndedAsync();
        await using var db = await district.Use<Door>().OpenAsync(district.Admin, Right.SeeCommittees, Ct);
        var (day, at, seats, appointments) = (district.Today, Eight, db.Seats, db.Appointments);
        var held = appointments.Known().On(day);

        Same(seats.Where(s => s.From <= day && (s.Until == null || s.Until > day)), seats.On(day));
        Same(seats.Where(s => s.Until == null || s.Until > day), seats.NotEndedBy(day));
        Same(appointments.Where(a => a.SupersededAt == null), appointments.Known());
        Same(appointments.Where(a => a.RecordedAt <= at && (a.SupersededAt == null || a.SupersededAt > at)), appointments.Known(at));
        // Within another query, and about rows that are composed in one.
        Same(
            seats.Where(s =>
                appointments.Any(a => a.SupersededAt == null && a.From <= day && (a.Until == null || a.Until > day) && a.SeatId == s.Id)
            ),
            seats.Where(s => held.Any(a => a.SeatId == s.Id))
        );
        Same(Pairs.OfHosts(db).Where(l => l.From <= day && (l.Until == null || l.Until > day)), Pairs.OfHosts(db).On(day));
    }

    /// <summary>A district with an appointment that was ended: two rows, of which the second supersedes the first.</summary>
    private async Task<TestDistrict> EndedAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var (seat, _, _) = await district.MemberAsync(committee, district.Street1, "U", district.Today.AddDays(-30));
        district.Clock.Advance(TimeSpan.FromHours(1));
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = roster.Rows.Single().RowVersion,
                    On = district.Today.AddDays(-1),
                    Reason = EndReason.Resigned,
                },
                Ct
            );
        return district;
    }

    private static void Same<T>(IQueryable<T> writtenOut, IQueryable<T> asked) =>
        Assert.Equal(WithoutParameters(writtenOut), WithoutParameters(asked));

    /// <summary>The names of parameters are those of variables.</summary>
    private static string WithoutParameters<T>(IQueryable<T> rows) =>
        System.Text.RegularExpressions.Regex.Replace(rows.ToQueryString(), @"^--.*\n|@\w+", m => m.Value[0] == '@' ? "@" : "");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static IEnumerable<Guid> Ids(IQueryable<Appointment> rows) => rows.Select(a => a.Id).Order();

    private static async Task<IEnumerable<Guid>> IdsAsync(IQueryable<Appointment> rows) =>
        (await rows.Select(a => a.Id).ToListAsync(Ct)).Order();
}
