using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Timeline;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Tests.Committees;

/// <summary>Corrections, comparisons and papers made again.</summary>
public class TimelineTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_correction_supersedes_the_row_and_the_roster_as_known_before_stays()
    {
        var (district, committee) = await StartAsync();
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var successor = await district.PersonAsync(member.Unit, "后来人");
        var before = district.Today;
        await NextDayAsync(district);
        await CorrectAsync(
            district,
            member.Seat,
            f => f with { PersonId = successor, LetterNumber = "东聘〔2026〕7号", Reason = "录成了前任书记" }
        );

        var now = Assert.Single((await RosterAsync(district, committee, district.Today, null)).Rows);
        Assert.Equal(("后来人", "东聘〔2026〕7号"), (now.Holder, now.LetterNumber));
        Assert.Equal("后来人", Assert.Single((await RosterAsync(district, committee, before, null)).Rows).Holder); // it was so all along
        Assert.Equal("大连湾中学书记", Assert.Single((await RosterAsync(district, committee, before, before)).Rows).Holder); // but not known
        var changes = await district.Use<SeeRosterChanges>().AskAsync(district.Admin, new(committee, null, null), Ct);
        var correction = Assert.Single(changes.Rows, r => r.Change == RosterChange.Corrected);
        Assert.Equal(("后来人", "录成了前任书记"), (correction.Person, correction.Reason));
        Assert.False(string.IsNullOrEmpty(correction.Who));
        Assert.Equal(1, changes.Rows.Count(r => r.Change == RosterChange.Appointed));
        Assert.DoesNotContain(changes.Rows, r => r.Change == RosterChange.Ended);
    }

    [Fact]
    public async Task A_seat_begins_with_the_term_that_it_was_made_for_when_its_first_day_is_corrected()
    {
        var (district, committee) = await StartAsync();
        var recorded = district.Today;
        var member = await district.MemberAsync(committee, district.Community1, "大连湾中学", from: recorded.AddDays(-10));
        await NextDayAsync(district);
        await CorrectAsync(district, member.Seat, f => f with { From = recorded.AddDays(-20) });
        Assert.Single((await RosterAsync(district, committee, recorded.AddDays(-15), null)).Rows);
        Assert.Empty((await RosterAsync(district, committee, recorded.AddDays(-15), recorded)).Rows);
        await NextDayAsync(district);
        await CorrectAsync(district, member.Seat, f => f with { From = recorded.AddDays(-5) });
        Assert.Empty((await RosterAsync(district, committee, recorded.AddDays(-8), null)).Rows);
        Assert.Single((await RosterAsync(district, committee, recorded.AddDays(-8), recorded)).Rows);
        Assert.Single((await RosterAsync(district, committee, recorded.AddDays(-15), recorded.AddDays(1))).Rows);
        Assert.Equal(
            ("Committees.BeforeEstablishment", "From"),
            await BrokenAsync(() => CorrectAsync(district, member.Seat, f => f with { From = recorded.AddYears(-3) }))
        );
    }

    [Fact]
    public async Task A_seat_that_was_there_before_its_holder_stays_where_it_was()
    {
        var (district, committee) = await StartAsync();
        var unit = await district.UnitAsync(district.Community1, "大连湾中学");
        var person = await district.PersonAsync(unit, "某人");
        var seat = new AddSeat.Form
        {
            CommitteeId = committee,
            UnitId = unit,
            Title = "委员",
            From = district.Today.AddDays(-30),
        };
        await district.Use<AddSeat>().RunAsync(district.Admin, seat, Ct);
        await NextDayAsync(district);
        await district
            .Use<AppointMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    PersonId = person,
                    From = seat.From,
                },
                Ct
            );
        await CorrectAsync(district, seat.SeatId, f => f with { From = seat.From!.Value.AddDays(10) });
        Assert.True(Assert.Single((await RosterAsync(district, committee, seat.From.Value, null)).Rows).IsVacant);
    }

    [Fact]
    public async Task A_correction_obeys_the_same_guards_as_the_appointment()
    {
        var (district, committee) = await StartAsync();
        var one = await district.MemberAsync(committee, district.Community1, "甲校");
        var other = await district.MemberAsync(committee, district.Community1, "乙校");
        Assert.Equal(
            ("Committees.PersonHasSeat", "PersonId"),
            await BrokenAsync(() => CorrectAsync(district, one.Seat, f => f with { PersonId = other.Person }))
        );
        Assert.Equal(("Committees.NothingCorrected", null), await BrokenAsync(() => CorrectAsync(district, one.Seat, f => f)));

        // Two terms of one seat do not overlap: the first went on for too long.
        var successor = await district.PersonAsync(one.Unit, "后任");
        var handover = district.Today;
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = one.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = handover,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        Assert.Equal(
            "Committees.SeatIsTaken",
            (
                await BrokenAsync(() =>
                    CorrectAsync(district, one.Seat, f => f with { Until = handover.AddDays(5), EndReason = EndReason.Retired }, term: 1)
                )
            ).Key
        );
        await CorrectAsync(district, one.Seat, f => f with { Until = handover.AddDays(-5) }, term: 1);
        Assert.True(Row(await RosterAsync(district, committee, handover.AddDays(-3), null), one.Seat).IsVacant);

        // A term cannot end after its seat.
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = other.Seat,
                    ExpectedVersion = 1,
                    On = handover.AddDays(1),
                    Reason = EndReason.Other,
                },
                Ct
            );
        await district
            .Use<CloseSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = other.Seat,
                    ExpectedVersion = 2,
                    On = handover.AddDays(2),
                },
                Ct
            );
        Assert.Equal(
            ("Committees.BeyondSeat", "Until"),
            await BrokenAsync(() => CorrectAsync(district, other.Seat, f => f with { Until = null }))
        );
        Assert.Equal(
            ("Committees.BeyondSeat", "Until"),
            await BrokenAsync(() => CorrectAsync(district, other.Seat, f => f with { Until = handover.AddDays(3) }))
        );

        var failed = await Assert.ThrowsAsync<ValidationFailed>(() =>
            CorrectAsync(district, one.Seat, f => f with { From = handover.AddDays(9), Until = handover, Reason = "" })
        );
        Assert.Equal(["Reason", "Until", "EndReason"], failed.Problems.Select(p => p.Field));
        // A form based on an older row gets a conflict.
        await Assert.ThrowsAsync<Stale>(() => CorrectAsync(district, one.Seat, f => f with { ExpectedVersion = 1, LetterNumber = "1" }));
    }

    [Fact]
    public async Task A_term_that_never_came_about_is_taken_back_and_stays_in_the_history()
    {
        var (district, committee) = await StartAsync();
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        var before = district.Today;
        await NextDayAsync(district);
        await CorrectAsync(district, member.Seat, f => f with { IsWithdrawn = true, Reason = "录到了别的委员会" });
        Assert.True(Assert.Single((await RosterAsync(district, committee, before, null)).Rows).IsVacant);
        Assert.False(Assert.Single((await RosterAsync(district, committee, before, before)).Rows).IsVacant);
        var changes = await district.Use<SeeRosterChanges>().AskAsync(district.Admin, new(committee, district.Today, null), Ct);
        Assert.Equal(
            (RosterChange.Withdrawn, "甲校书记", "录到了别的委员会"),
            (changes.Rows[0].Change, changes.Rows[0].Person, changes.Rows[0].Reason)
        );
        Assert.Single(changes.Rows);
        Assert.False(string.IsNullOrEmpty(changes.Rows[0].Who));
        Assert.Empty((await district.Use<SeeSeatTerms>().AskAsync(district.Admin, member.Seat, Ct)).Terms);
    }

    [Fact]
    public async Task A_dissolution_takes_back_who_was_appointed_ahead()
    {
        var (district, committee) = await StartAsync();
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
        var version = (await RosterAsync(district, committee, district.Today, null)).RowVersion;
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

    [Fact]
    public async Task A_comparison_tells_what_came_about_from_what_was_learned_later_with_who_when_and_why()
    {
        var (district, committee) = await StartAsync();
        var (a, b, c, d) = (
            await district.MemberAsync(committee, district.Community1, "甲校"),
            await district.MemberAsync(committee, district.Community1, "乙校"),
            await district.MemberAsync(committee, district.Community1, "丙校"),
            await district.MemberAsync(committee, district.Community1, "丁校")
        );
        var printed = district.Today;
        for (var n = 0; n < 10; n++)
            await NextDayAsync(district);
        // Since then: one was replaced, one suspended; and two errors of the printed roster were corrected, one of which is obsolete.
        var successor = await district.PersonAsync(a.Unit, "新书记");
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = a.Seat,
                    ExpectedVersion = 1,
                    PersonId = successor,
                    From = district.Today,
                    Reason = EndReason.Retired,
                },
                Ct
            );
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = b.Seat,
                    ExpectedVersion = 1,
                    From = district.Today,
                    Reason = "单位搬迁",
                },
                Ct
            );
        await CorrectAsync(district, c.Seat, f => f with { From = printed.AddDays(-1), Reason = "聘书日期录错" });
        await CorrectAsync(
            district,
            d.Seat,
            f => f with { Until = printed.AddDays(-3), EndReason = EndReason.Resigned, Reason = "早已辞任" }
        );
        await district.MemberAsync(committee, district.Community1, "戊校", from: district.Today);

        var compared = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(printed, printed), new(null, null)), Ct);
        Assert.Equal((4, 4, 0), (compared.Then.Seats, compared.Then.Members, compared.Then.Vacancies));
        Assert.Equal((5, 4, 1), (compared.Now.Seats, compared.Now.Members, compared.Now.Vacancies));
        Assert.Equal(
            [
                ("丁校", RosterDifference.Vacated, true),
                ("丙校", RosterDifference.FactsChanged, true),
                ("乙校", RosterDifference.Suspended, false),
                ("戊校", RosterDifference.SeatAdded, false),
                ("甲校", RosterDifference.HolderChanged, false),
            ],
            compared.Rows.Select(r => (r.Unit!, r.What, r.IsAfterTheFact)).OrderBy(r => r.Item1, StringComparer.Ordinal)
        );
        Assert.Equal(2, compared.Corrections);
        var replaced = compared.Rows.Single(r => r.What == RosterDifference.HolderChanged);
        Assert.Equal(("甲校书记", "新书记"), (replaced.Then!.Holder, replaced.Now!.Holder));
        Assert.Equal([RosterChange.Ended, RosterChange.Appointed], replaced.Causes.Select(x => x.Change));
        var corrected = compared.Rows.Single(r => r.What == RosterDifference.FactsChanged);
        Assert.Equal((printed.AddDays(-1), "聘书日期录错"), (corrected.Corrected!.Since, Assert.Single(corrected.Causes).Reason));
        Assert.All(compared.Rows.SelectMany(r => r.Causes), x => Assert.False(string.IsNullOrEmpty(x.Who)));

        // The same two days as recorded now: there are no corrections, and the corrected errors are no differences.
        var asKnownNow = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(printed, null), new(null, null)), Ct);
        Assert.Equal(["乙校", "戊校", "甲校"], asKnownNow.Rows.Select(r => r.Unit!).Order(StringComparer.Ordinal));
        Assert.Equal(0, asKnownNow.Corrections);
        // One day as known on two: whose term was to end, or who was to follow, is no correction of that day.
        var learned = await district
            .Use<CompareRosters>()
            .AskAsync(district.Admin, new(committee, new(printed, printed), new(printed, null)), Ct);
        Assert.Equal(["丁校", "丙校"], learned.Rows.Where(r => r.IsAfterTheFact).Select(r => r.Unit!).Order(StringComparer.Ordinal));

        var file = await district
            .Use<ExportComparison>()
            .AskAsync(district.Admin, new(committee, new(printed, printed), new(null, null)), Ct);
        LibreOfficeReader.AssertValid(file.Bytes);
    }

    [Fact]
    public async Task A_paper_of_a_day_as_known_on_a_day_has_the_same_bytes_whenever_it_is_made()
    {
        var (district, committee) = await StartAsync();
        var member = await district.MemberAsync(committee, district.Community1, "甲校");
        await district.MemberAsync(committee, district.Community1, "乙校");
        var day = district.Today;
        await NextDayAsync(district);
        var before = await PapersAsync();

        for (var n = 0; n < 40; n++)
            await NextDayAsync(district);
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
        await CorrectAsync(district, member.Seat, f => f with { PersonId = successor, From = day.AddDays(-1), Reason = "录错" });
        var version = (await RosterAsync(district, committee, district.Today, null)).RowVersion;
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
        await NextDayAsync(district);

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
                await district.Use<ExportRoster>().AskAsync(district.Admin, committee, day, day, null, Ct),
                await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, day, day, null, Ct),
                await district.Use<ExportAppointmentLetters>().AskAsync(district.Admin, committee, day, day, null, Ct),
            ];
    }

    private async Task<(TestDistrict, Guid)> StartAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddYears(-1),
            TermEndsOn = district.Today.AddMonths(3),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, form.CommitteeId);
    }

    private static async Task NextDayAsync(TestDistrict district)
    {
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
    }

    /// <param name="term">Which one, the latest first.</param>
    private static async Task CorrectAsync(
        TestDistrict district,
        Guid seat,
        Func<CorrectAppointment.Form, CorrectAppointment.Form> change,
        int term = 0
    )
    {
        var terms = await district.Use<SeeSeatTerms>().AskAsync(district.Admin, seat, Ct);
        var its = terms.Terms[term];
        await district
            .Use<CorrectAppointment>()
            .RunAsync(
                district.Admin,
                change(
                    new CorrectAppointment.Form
                    {
                        SeatId = seat,
                        ExpectedVersion = terms.RowVersion,
                        AppointmentId = its.AppointmentId,
                        PersonId = its.PersonId,
                        From = its.From,
                        Until = its.Until,
                        EndReason = its.EndReason,
                        LetterNumber = its.LetterNumber,
                        Reason = "录错",
                    }
                ),
                Ct
            );
    }

    private static Task<SeeRoster.Answer> RosterAsync(TestDistrict district, Guid committee, DateOnly on, DateOnly? known) =>
        district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, known, Ct);

    private static SeeRoster.Row Row(SeeRoster.Answer roster, Guid seat) => roster.Rows.Single(r => r.SeatId == seat);

    private static async Task<(string Key, string? Field)> BrokenAsync(Func<Task> useCase)
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(useCase);
        return (broken.Key, broken.Field);
    }
}
