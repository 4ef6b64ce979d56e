using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees;

/// <summary>The roster of any day, as known on any day, against a replay of what was done in memory.</summary>
public class RosterAsKnownTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Every_view_equals_a_replay_of_what_was_recorded(int seed)
    {
        var dice = new Random(seed);
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var unit = await district.UnitAsync(district.Community1);
        List<Guid> people = [];
        for (var n = 0; n < 8; n++)
            people.Add(await district.PersonAsync(unit, "第" + n));
        List<Replayed> seats = [];
        for (var n = 0; n < 3; n++)
        {
            var form = new AddSeat.Form
            {
                CommitteeId = committee,
                Kind = SeatKind.FullTime,
                Title = "席位" + n,
                From = district.Today,
            };
            await district.Use<AddSeat>().RunAsync(district.Admin, form, Ct);
            seats.Add(new Replayed(form.SeatId, district.Today));
        }
        var first = district.Today;
        List<(DateOnly Known, List<(Guid Seat, Guid Person, DateOnly From, DateOnly? Until)> Rows)> story = [];
        for (var day = 0; day < 25; day++)
        {
            await DoSomethingAsync(dice, district, seats, people, committee);
            story.Add((district.Today, [.. seats.SelectMany(s => s.Terms.Select(t => (s.SeatId, t.Person, t.From, t.Until)))]));
            district.Clock.Advance(TimeSpan.FromDays(1));
            await district.RenewAdminAsync();
        }

        foreach (var (known, rows) in story)
        {
            var on = first.AddDays(dice.Next(60));
            var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, known, Ct);
            var expected = rows.Where(r => r.From <= on && (r.Until is null || r.Until > on))
                .Select(r => (r.Seat, (Guid?)r.Person))
                .OrderBy(r => r.Seat);
            Assert.Equal(expected, roster.Rows.Where(r => !r.IsVacant).Select(r => (r.SeatId, r.PersonId)).OrderBy(r => r.SeatId));
        }
        var changes = await district.Use<SeeRosterChanges>().AskAsync(district.Admin, new(committee, first, null), Ct);
        Assert.Equal(seats.Sum(s => s.Terms.Count), changes.Rows.Count(r => r.Change == RosterChange.Appointed));
        Assert.Equal(seats.Sum(s => s.Terms.Count(t => t.Until is not null)), changes.Rows.Count(r => r.Change == RosterChange.Ended));
        Assert.All(changes.Rows, r => Assert.False(string.IsNullOrEmpty(r.Who)));
    }

    [Fact]
    public void The_first_day_outside_the_range_equals_a_count_of_every_day()
    {
        var dice = new Random(7);
        var today = new DateOnly(2026, 11, 23);
        for (var n = 0; n < 400; n++)
        {
            List<Span> terms = [];
            for (var k = dice.Next(9); k > 0; k--)
            {
                var from = today.AddDays(dice.Next(-30, 30));
                terms.Add(new Span(from, dice.Next(2) == 0 ? null : from.AddDays(dice.Next(1, 50))));
            }
            var check = new QuotaCheck(terms.Count(t => t.IsOn(today)), 2, 4);
            var outside =
                check.State != QuotaState.Within
                    ? null
                    : Enumerable
                        .Range(1, 100)
                        .Select(d => new QuotaChange(today.AddDays(d), terms.Count(t => t.IsOn(today.AddDays(d)))))
                        .FirstOrDefault(c => c.Members is < 2 or > 4);
            Assert.Equal(outside, check.FirstOutside(terms, today));
        }
    }

    [Fact]
    public async Task A_scheduled_end_names_the_day_on_which_there_will_be_too_few()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await district.RangeAsync(2, 3);
        var one = await district.MemberAsync(committee, district.Community1, "甲校");
        await district.MemberAsync(committee, district.Community1, "乙校");
        Assert.Null((await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).LeavesQuota);
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = one.Seat,
                    ExpectedVersion = 1,
                    On = district.Today.AddDays(40),
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal(
            new QuotaChange(district.Today.AddDays(40), 1),
            (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct)).LeavesQuota
        );
    }

    private static async Task DoSomethingAsync(Random dice, TestDistrict district, List<Replayed> seats, List<Guid> people, Guid committee)
    {
        var seat = seats[dice.Next(seats.Count)];
        var version = (await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct))
            .Rows.Single(r => r.SeatId == seat.SeatId)
            .RowVersion;
        // While an end is still to come, the form of the roster page is about that one.
        if (seat.Terms.Exists(t => t.Until > district.Today))
            return;
        var open = seat.Terms.FindIndex(t => t.Until is null);
        if (open < 0)
        {
            var from = seat.Terms.Count == 0 ? seat.From : seat.Terms.Max(t => t.Until!.Value);
            if (from <= district.Today)
                from = district.Today.AddDays(dice.Next(5));
            var free = people.Where(p => seats.All(s => s.Terms.TrueForAll(t => t.Person != p || t.Until <= from))).ToList();
            var form = new AppointMember.Form
            {
                SeatId = seat.SeatId,
                ExpectedVersion = version,
                PersonId = free[dice.Next(free.Count)],
                From = from,
            };
            await district.Use<AppointMember>().RunAsync(district.Admin, form, Ct);
            seat.Terms.Add((form.PersonId.Value, from, null));
        }
        else
        {
            var (person, from, _) = seat.Terms[open];
            var on = from.AddDays(1) > district.Today ? from.AddDays(dice.Next(1, 4)) : district.Today.AddDays(dice.Next(6));
            await district
                .Use<EndAppointment>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        SeatId = seat.SeatId,
                        ExpectedVersion = version,
                        On = on,
                        Reason = EndReason.PostChanged,
                    },
                    Ct
                );
            seat.Terms[open] = (person, from, on);
        }
    }

    private sealed record Replayed(Guid SeatId, DateOnly From)
    {
        public List<(Guid Person, DateOnly From, DateOnly? Until)> Terms { get; } = [];
    }
}
