using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Texts;

namespace CoBuilding.Tests.Meetings.Attendance;

/// <summary>
/// Who is due at which meeting: late appointment, early end, two separate terms on one seat, a suspended seat, a canceled meeting, a
/// substitute. The expected figures are counted here from raw rows; page, workbook and board are held against them.
/// </summary>
public class SeeAttendanceRatesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Each_is_due_only_while_in_office_and_screen_export_and_papers_agree()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var day0 = district.Today;
        var steady = await district.MemberAsync(committee, district.Street1, "常校", day0.AddDays(-30));
        var late = await district.MemberAsync(committee, district.Street1, "晚校", day0.AddDays(15));
        var early = await district.MemberAsync(committee, district.Street1, "早校", day0.AddDays(-30));
        var twice = await district.MemberAsync(committee, district.Street1, "再校", day0.AddDays(-30));
        var paused = await district.MemberAsync(committee, district.Street1, "停校", day0.AddDays(-30));
        var admin = district.Admin;
        await EndAsync(early.Seat, day0.AddDays(12));
        await EndAsync(twice.Seat, day0.AddDays(5));
        await district
            .Use<AppointMember>()
            .RunAsync(
                admin,
                new()
                {
                    SeatId = twice.Seat,
                    ExpectedVersion = await VersionAsync(twice.Seat),
                    PersonId = twice.Person,
                    From = day0.AddDays(20),
                },
                Ct
            );
        await district
            .Use<SuspendSeat>()
            .RunAsync(
                admin,
                new()
                {
                    SeatId = paused.Seat,
                    ExpectedVersion = await VersionAsync(paused.Seat),
                    From = day0.AddDays(6),
                    Until = day0.AddDays(13),
                },
                Ct
            );

        // Meetings after 3, 10, 17 and 24 days; one more is canceled.
        Guid[] seats = [steady.Seat, late.Seat, early.Seat, twice.Seat, paused.Seat];
        List<(Guid Meeting, DateOnly Day)> held = [];
        foreach (var days in new[] { 3, 10, 17, 24 })
        {
            var form = district.MeetingForm(committee, seats) with { Day = day0.AddDays(days), ReplyByDay = day0.AddDays(days - 1) };
            await district.Use<DraftMeeting>().RunAsync(admin, form, Ct);
            await district.Use<SendNotice>().RunAsync(admin, new() { MeetingId = form.MeetingId }, Ct);
            held.Add((form.MeetingId, form.Day!.Value));
        }
        var cancelled = await district.MeetingAsync(admin, committee, seats);
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                admin,
                new()
                {
                    MeetingId = cancelled,
                    ExpectedVersion = (await district.Use<SeeMeeting>().AskAsync(admin, cancelled, Ct)).Meeting.RowVersion,
                    Reason = "合并召开",
                },
                Ct
            );

        foreach (var (meeting, day) in held)
        {
            district.Clock.SetUtcNow(ChinaTime.At(day, new TimeOnly(9, 0)));
            await district.RenewAdminAsync();
            admin = district.Admin;
            var board = await district.Use<SeeMeetingAsHost>().AskAsync(admin, meeting, Ct);
            await district
                .Use<MarkPresence>()
                .RunAsync(
                    admin,
                    new()
                    {
                        MeetingId = meeting,
                        Marks =
                        [
                            .. board.Due.Select(r => new MarkPresence.Mark(
                                r.InvitationId,
                                r.Unit == "常校" && day == held[1].Day ? Presence.Substitute
                                    : r.Unit == "停校" ? Presence.Absent
                                    : Presence.Present
                            )),
                        ],
                    },
                    Ct
                );
        }
        district.Clock.Advance(TimeSpan.FromHours(3));
        await district.RenewAdminAsync();
        admin = district.Admin;

        var rates = await district
            .Use<SeeAttendanceRates>()
            .AskAsync(
                admin,
                new()
                {
                    CommitteeId = committee,
                    From = day0,
                    Until = day0.AddDays(40),
                },
                Ct
            );
        Assert.Equal(4, rates.Meetings);
        Assert.Equal(("4 3 1 0", "2 2 0 0", "2 2 0 0", "2 2 0 0", "3 0 0 3"), (Of("常校"), Of("晚校"), Of("早校"), Of("再校"), Of("停校")));
        Assert.Equal((4, 4), (UnitOf("常校").Counts.Due, UnitOf("常校").Counts.Represented));
        Assert.Equal((4, 3), (Row("常校").Counts.Due, Row("常校").Counts.Present));

        // The same by each meeting's board, counted from its rows.
        List<SeeMeeting.Row> rows = [];
        foreach (var (meeting, _) in held)
        {
            var board = await district.Use<SeeMeeting>().AskAsync(admin, meeting, Ct);
            rows.AddRange(board.Due);
            var live = await district.Use<SeeReplies>().AskAsync(admin, new() { MeetingId = meeting }, Ct);
            Assert.Equal(board.Sums, live.Sums);
            Assert.Equal(
                live.Sums.Due,
                live.Sums.Present + live.Sums.CameInPlace + live.Sums.OnLeave + live.Sums.Absent + live.Sums.Unmarked
            );
            Assert.Equal(live.Sums.Due, live.Sums.Attending + live.Sums.Substitutes + live.Sums.Leave + live.Sums.Unanswered);
            var listed = (await district.Use<ListMeetings>().AskAsync(admin, new() { CommitteeId = committee, Size = 50 }, Ct)).Rows.Single(
                m => m.Id == meeting
            );
            Assert.Equal((board.Sums.Due, board.Sums.Present), (listed.Invited, listed.Present));
        }
        foreach (var holder in rates.Holders)
        {
            var own = rows.Where(r => r.SeatId == holder.SeatId && r.HolderId == holder.PersonId).ToList();
            Assert.Equal(
                (
                    own.Count,
                    own.Count(r => r.Presence == Presence.Present),
                    own.Count(r => r.Presence == Presence.Substitute),
                    own.Count(r => r.Presence == Presence.Absent)
                ),
                (holder.Counts.Due, holder.Counts.Present, holder.Counts.Substitutes, holder.Counts.Absent)
            );
        }

        // The same in the workbook, cell by cell, and in the roster's column for current holders.
        var cells = await LibreOfficeReader.CellsAsync(
            (
                await district
                    .Use<ExportAttendanceRatesWorkbook>()
                    .AskAsync(
                        admin,
                        new()
                        {
                            CommitteeId = committee,
                            From = day0,
                            Until = day0.AddDays(40),
                        },
                        Ct
                    )
            ).Bytes
        );
        foreach (var holder in rates.Holders)
            Assert.Contains(cells, r => r.Contains(holder.Name) && r.Contains($"{holder.Counts.Present} / {holder.Counts.Due}"));
        var roster = await district.Use<ListAttendance>().AskAsync(admin, committee, day0, Ct);
        Assert.Equal((4, 3, 1), Counted(steady.Seat));
        Assert.Equal((2, 2, 0), Counted(twice.Seat));
        Assert.DoesNotContain(roster, r => r.SeatId == early.Seat);
        var ofUnit = await district
            .Use<SeeAttendanceRates>()
            .AskAsync(
                admin,
                new()
                {
                    UnitId = steady.Unit,
                    From = day0,
                    Until = day0.AddDays(40),
                },
                Ct
            );
        Assert.Equal(Row("常校").Counts, Assert.Single(ofUnit.Holders).Counts);
        var words = LibreOfficeReader.WordsOf(
            (await district.Use<ExportAttendancePaper>().AskAsync(admin, held[1].Meeting, Ct)).Word().Bytes
        );
        Assert.Contains("（代常校书记）", words);

        SeeAttendanceRates.HolderRow Row(string unit) => rates.Holders.Single(r => r.Unit == unit);
        SeeAttendanceRates.UnitRow UnitOf(string unit) => rates.Units.Single(r => r.Unit == unit);
        string Of(string unit) =>
            $"{Row(unit).Counts.Due} {Row(unit).Counts.Present} {Row(unit).Counts.Substitutes} {Row(unit).Counts.Absent}";
        (int, int, int) Counted(Guid seat)
        {
            var row = roster.Single(r => r.SeatId == seat);
            return (row.Due, row.Present, row.Substitutes);
        }
        async Task<long> VersionAsync(Guid seat) =>
            (await district.Use<SeeRoster>().AskAsync(admin, committee, district.Today, null, Ct))
                .Rows.Single(r => r.SeatId == seat)
                .RowVersion;
        async Task EndAsync(Guid seat, DateOnly on) =>
            await district
                .Use<EndAppointment>()
                .RunAsync(
                    admin,
                    new()
                    {
                        SeatId = seat,
                        ExpectedVersion = await VersionAsync(seat),
                        On = on,
                        Reason = EndReason.PostChanged,
                    },
                    Ct
                );
    }
}
