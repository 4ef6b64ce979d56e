using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Committees.Rosters;

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
    public async Task A_paper_of_a_day_as_known_on_a_day_has_the_same_bytes_whenever_it_is_made()
    {
        var (district, committee) = await TimelineFixture.StartAsync(cluster);
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        await district.MemberAsync(committee, district.Community1, "乙校");
        var day = district.Today;
        await TimelineFixture.NextDayAsync(district);
        var before = await PapersAsync();

        for (var n = 0; n < 40; n++)
            await TimelineFixture.NextDayAsync(district);
        var unit = await district.Use<SeeUnit>().AskAsync(district.Admin, member.Unit, Ct);
        await district
            .Use<EditUnit>()
            .RunAsync(
                district.Admin,
                new()
                {
                    UnitId = member.Unit,
                    ExpectedVersion = unit.RowVersion,
                    Name = "甲校新校区",
                    KindId = unit.Unit.KindId,
                    PlaceId = district.Community1.Id,
                },
                Ct
            );
        var post = unit.Posts.Single(p => p.IsSecretary);
        await district
            .Use<EditPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PersonId = post.PersonId,
                    ExpectedVersion = post.PersonVersion,
                    Name = "改了名",
                    Mobile = "13800138000",
                },
                Ct
            );
        var successor = await district.PersonAsync(member.Unit, "新书记", secretary: true, from: day.AddDays(-2));
        await TimelineFixture.CorrectAsync(
            district,
            member.Seat,
            f => f with { PersonId = successor, From = day.AddDays(-1), Reason = "录错" }
        );
        var version = (await TimelineFixture.RosterAsync(district, committee, district.Today, null)).RowVersion;
        await district.RangeAsync(1, 2);
        await district
            .Use<ExtendTerm>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    ExpectedVersion = version,
                    Until = district.Today.AddMonths(6),
                    Approval = "12号",
                },
                Ct
            );
        await TimelineFixture.NextDayAsync(district);

        var after = await PapersAsync();
        foreach (var (first, again) in before.Zip(after))
        {
            Assert.Equal(first.FileName, again.FileName);
            Assert.Equal(first.Bytes, again.Bytes);
        }
        var words = LibreOfficeReader.WordsOf(after[1].Bytes);
        Assert.Contains($"（{day.InShort()}在任情况，按{day.InShort()}所知重印）", words);
        Assert.Contains($"（按{day.InShort()}所知重印）", LibreOfficeReader.WordsOf(after[2].Bytes));
        Assert.Contains("甲校", words);
        Assert.DoesNotContain("新书记", words);

        async Task<CoBuilding.Documents.DocumentFile[]> PapersAsync() =>
            [
                await district.Use<ExportRosterWorkbook>().AskAsync(district.Admin, committee, day, day, null, Ct),
                (await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, day, day, null, Ct)).Word(),
                (await district.Use<ExportAppointmentLettersPaper>().AskAsync(district.Admin, committee, day, day, null, Ct)).Word(),
            ];
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
