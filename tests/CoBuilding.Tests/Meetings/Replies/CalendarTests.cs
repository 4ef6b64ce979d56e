using System.Text;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;
using Ical.Net.CalendarComponents;

namespace CoBuilding.Tests.Meetings.Replies;

/// <summary>Meetings in other people's calendars, read back by a library that reads what calendars write (RFC 5545).</summary>
public class CalendarTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task An_event_keeps_its_id_and_counts_up_with_every_change()
    {
        var (district, clerk, committee, seat, _, secretary) = await OfficeAsync();
        var meeting = await district.MeetingAsync(clerk, committee, seat);
        var invitation = (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().InvitationId;
        List<CalendarEvent> seen = [await EventAsync()];
        await ChangeAsync(replyBy: 4); // not material: nobody is asked again, but the entry has the end time
        seen.Add(await EventAsync());
        await district.Use<AnswerInvitation>().RunAsync(secretary, new() { InvitationId = invitation, Reply = Reply.Attend }, Ct);
        seen.Add(await EventAsync());
        await ChangeAsync(replyBy: 4, start: 14);
        seen.Add(await EventAsync());
        Assert.Equal("PUBLISH", (await FileAsync()).Method);
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = meeting,
                    ExpectedVersion = await VersionAsync(),
                    Reason = "台风",
                },
                Ct
            );
        seen.Add(await EventAsync());
        Assert.Equal("CANCEL", (await FileAsync()).Method);

        Assert.Single(seen.Select(e => e.Uid).Distinct());
        Assert.All(
            seen.Zip(seen.Skip(1)),
            pair => Assert.True(pair.First.Sequence < pair.Second.Sequence, $"{pair.First.Sequence} {pair.Second.Sequence}")
        );
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"], seen.Select(e => e.Status));
        Assert.Equal(new DateTime(2026, 11, 30, 6, 0, 0, DateTimeKind.Utc), seen[3].DtStart!.AsUtc);

        async Task<Ical.Net.Calendar> FileAsync() =>
            Read(Calendar.Of(await district.Use<SeeInvitation>().AskAsync(secretary, invitation, Ct), district.Clock.GetUtcNow()).Bytes);
        async Task<CalendarEvent> EventAsync() => (await FileAsync()).Events.Single();
        async Task<long> VersionAsync() => (await district.Use<SeeMeeting>().AskAsync(clerk, meeting, Ct)).Meeting.RowVersion;
        async Task ChangeAsync(int replyBy, int start = 9) =>
            await district
                .Use<ChangeMeeting>()
                .RunAsync(
                    clerk,
                    new()
                    {
                        MeetingId = meeting,
                        ExpectedVersion = await VersionAsync(),
                        Day = district.Today.AddDays(7),
                        Start = new(start, 0),
                        End = new(start + 2, 0),
                        Venue = "街道三楼会议室",
                        ReplyByDay = district.Today.AddDays(replyBy),
                        ReplyByTime = new(9, 0),
                    },
                    Ct
                );
    }

    [Fact]
    public async Task The_time_zone_is_chinas_and_stands_in_the_file()
    {
        var (district, clerk, committee, seat, _, secretary) = await OfficeAsync();
        await district.MeetingAsync(clerk, committee, seat);
        var text = Encoding.UTF8.GetString(Calendar.Feed(await district.Use<SeeCalendar>().AskAsync(secretary, Ct)).Bytes);
        Assert.Contains("DTSTART;TZID=Asia/Shanghai:20261130T090000", text, StringComparison.Ordinal);
        var zone = Read(Encoding.UTF8.GetBytes(text)).TimeZones.Single();
        Assert.Equal("Asia/Shanghai", zone.TzId);
        Assert.Contains("TZOFFSETTO:+0800", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:DAYLIGHT", text, StringComparison.Ordinal); // China has had none since 1991
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task A_unit_reads_what_it_is_invited_to_and_staff_what_lies_in_their_reach()
    {
        var (district, clerk, committee, seat, otherSeat, secretary) = await OfficeAsync();
        var own = await district.MeetingAsync(clerk, committee, seat);
        var others = await district.MeetingAsync(clerk, committee, otherSeat);
        var draft = district.MeetingForm(committee, seat);
        await district.Use<DraftMeeting>().RunAsync(clerk, draft, Ct);
        var street2 = await district.ClerkAsync(district.Street2);

        Assert.Equal([own], await MeetingsAsync(await SubscribeAsync(district, secretary)));
        Assert.Equal(new[] { own, others }.Order(), await MeetingsAsync(await SubscribeAsync(district, clerk)));
        Assert.Empty(await MeetingsAsync(await SubscribeAsync(district, street2)));

        async Task<IEnumerable<Guid>> MeetingsAsync(Scope feed) =>
            (await district.Use<SeeCalendar>().AskAsync(feed, Ct)).Select(e => e.Id).Order();
    }

    [Fact]
    public async Task What_was_cancelled_or_taken_back_is_struck_out_and_does_not_vanish()
    {
        var (district, clerk, committee, seat, _, secretary) = await OfficeAsync();
        var (kept, cancelled, takenBack) = (
            await district.MeetingAsync(clerk, committee, seat),
            await district.MeetingAsync(clerk, committee, seat),
            await district.MeetingAsync(clerk, committee, seat)
        );
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = cancelled,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        var invitation = (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, takenBack, Ct)).Rows.Single().InvitationId;
        await district.Use<WithdrawInvitation>().RunAsync(clerk, new() { InvitationId = invitation, Reason = "本次议题无关" }, Ct);
        var events = Read(Calendar.Feed(await district.Use<SeeCalendar>().AskAsync(await SubscribeAsync(district, secretary), Ct)).Bytes)
            .Events.ToDictionary(e => e.Uid!.Split('@')[0], e => e.Status);
        Assert.Equal(
            ("CONFIRMED", "CANCELLED", "CANCELLED"),
            (events[kept.ToString()], events[cancelled.ToString()], events[takenBack.ToString()])
        );
        Assert.Equal(
            "CANCEL",
            Read(
                Calendar.Of(await district.Use<SeeInvitation>().AskAsync(secretary, invitation, Ct), district.Clock.GetUtcNow()).Bytes
            ).Method
        );
    }

    [Fact]
    public async Task An_address_ends_when_it_is_revoked_replaced_or_its_account_is_closed()
    {
        var (district, clerk, _, _, _, secretary) = await OfficeAsync();
        var first = await SubscribeAsync(district, secretary);
        var second = await SubscribeAsync(district, secretary);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeCalendar>().AskAsync(first, Ct));
        await district.Use<SeeCalendar>().AskAsync(second, Ct);
        await district.Use<CloseFeed>().RunAsync(secretary, new(), Ct);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeCalendar>().AskAsync(second, Ct));
        Assert.Null((await district.Use<SeeFeed>().AskAsync(secretary, Ct)).MadeAt);

        var third = await SubscribeAsync(district, secretary);
        var account = (await district.Use<ListAccounts>().AskAsync(clerk, new(), Ct)).Rows.Single(a => a.Login == "secretary");
        await district.Use<CloseAccount>().RunAsync(clerk, new() { AccountId = account.Id }, Ct);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeCalendar>().AskAsync(third, Ct));
    }

    [Fact]
    public async Task An_address_opens_the_calendar_and_nothing_else()
    {
        var (district, clerk, committee, seat, _, _) = await OfficeAsync();
        var meeting = await district.MeetingAsync(clerk, committee, seat);
        var feed = await SubscribeAsync(district, clerk);
        await Assert.ThrowsAsync<NotFound>(() => district.Use<SeeMeeting>().AskAsync(feed, meeting, Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<ListUnits>().AskAsync(feed, new(), Ct));
        await Assert.ThrowsAsync<NotFound>(() => district.Use<CloseFeed>().RunAsync(feed, new(), Ct));
        var other = await TestDistrict.CreateAsync(cluster);
        await Assert.ThrowsAsync<NotFound>(() =>
            other.Use<SeeCalendar>().AskAsync(Scope.ForFeed(other.Id, [1, 2, 3], TestDistrict.Chinese), Ct)
        );
    }

    [Fact]
    public async Task An_unchanged_calendar_is_the_same_file_later()
    {
        var (district, clerk, committee, seat, _, secretary) = await OfficeAsync();
        await district.MeetingAsync(clerk, committee, seat);
        var feed = await SubscribeAsync(district, secretary);
        var first = Calendar.Feed(await district.Use<SeeCalendar>().AskAsync(feed, Ct)).Bytes;
        district.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(first, Calendar.Feed(await district.Use<SeeCalendar>().AskAsync(feed, Ct)).Bytes);
    }

    [Fact]
    public async Task A_calendar_and_an_invitation_are_written_like_this()
    {
        var (district, clerk, committee, seat, _, secretary) = await OfficeAsync();
        var meeting = await district.MeetingAsync(clerk, committee, seat);
        var cancelled = await district.MeetingAsync(clerk, committee, seat);
        await district
            .Use<CancelMeeting>()
            .RunAsync(
                clerk,
                new()
                {
                    MeetingId = cancelled,
                    ExpectedVersion = 2,
                    Reason = "台风",
                },
                Ct
            );
        var invitation = (await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct)).Rows.Single().InvitationId;
        var feed = Calendar.Feed(await district.Use<SeeCalendar>().AskAsync(secretary, Ct)).Bytes;
        var entry = Calendar.Of(await district.Use<SeeInvitation>().AskAsync(secretary, invitation, Ct), district.Clock.GetUtcNow()).Bytes;

        const string zone = """
            BEGIN:VTIMEZONE
            TZID:Asia/Shanghai
            X-LIC-LOCATION:Asia/Shanghai
            BEGIN:STANDARD
            DTSTART:19910915T020000
            RRULE:FREQ=YEARLY;BYDAY=3SU;BYMONTH=9
            TZNAME:CST
            TZOFFSETFROM:+0900
            TZOFFSETTO:+0800
            END:STANDARD
            END:VTIMEZONE
            """;
        const string open = """
            BEGIN:VEVENT
            DESCRIPTION:东街道BigWorking\n1. 研究老旧小区停车难\n2. 通报
             第三季度事项\n请于2026年11月28日（星期六）下午5:00前回
             复\n联系人：王芳，电话：0411-87654321
            DTEND;TZID=Asia/Shanghai:20261130T110000
            DTSTAMP:20261123T010000Z
            DTSTART;TZID=Asia/Shanghai:20261130T090000
            LOCATION:街道三楼会议室
            ORGANIZER;CN=东街道BigWorking:
            SEQUENCE:3
            STATUS:CONFIRMED
            SUMMARY:第四季度联席会议
            UID:{meeting}@cobuilding
            END:VEVENT
            """;
        const string struckOut = """
            BEGIN:VEVENT
            DESCRIPTION:东街道BigWorking\n1. 研究老旧小区停车难\n2. 通报
             第三季度事项\n台风\n联系人：王芳，电话：0411-87654321
            DTEND;TZID=Asia/Shanghai:20261130T110000
            DTSTAMP:20261123T010000Z
            DTSTART;TZID=Asia/Shanghai:20261130T090000
            LOCATION:街道三楼会议室
            ORGANIZER;CN=东街道BigWorking:
            SEQUENCE:4
            STATUS:CANCELLED
            SUMMARY:已取消：第四季度联席会议
            UID:{cancelled}@cobuilding
            END:VEVENT
            """;
        Assert.Equal(
            "BEGIN:VCALENDAR\nMETHOD:PUBLISH\nPRODID:-//CoBuilding//Joint meetings//ZH\n"
                + "REFRESH-INTERVAL;VALUE=DURATION:PT1H\nVERSION:2.0\nX-PUBLISHED-TTL:PT1H\nX-WR-CALNAME:共建互补联席会议\n"
                + $"{zone}\n{open}\n{struckOut}\nEND:VCALENDAR\n",
            Plain(feed)
        );
        Assert.Equal(
            "BEGIN:VCALENDAR\nMETHOD:PUBLISH\nPRODID:-//CoBuilding//Joint meetings//ZH\n" + $"VERSION:2.0\n{zone}\n{open}\nEND:VCALENDAR\n",
            Plain(entry)
        );

        string Plain(byte[] file) =>
            Encoding
                .UTF8.GetString(file)
                .Replace(meeting.ToString(), "{meeting}", StringComparison.Ordinal)
                .Replace(cancelled.ToString(), "{cancelled}", StringComparison.Ordinal)
                .ReplaceLineEndings("\n");
    }

    [Fact]
    public async Task A_calendar_takes_as_many_statements_for_many_meetings_as_for_one()
    {
        var (district, clerk, committee, seat, _, secretary) = await OfficeAsync();
        await district.MeetingAsync(clerk, committee, seat);
        var few = await StatementCounter.OfAsync(() => district.Use<SeeCalendar>().AskAsync(secretary, Ct));
        for (var n = 0; n < 9; n++)
            await district.MeetingAsync(clerk, committee, seat);
        Assert.Equal(
            few,
            await StatementCounter.OfAsync(async () => Assert.Equal(10, (await district.Use<SeeCalendar>().AskAsync(secretary, Ct)).Count))
        );
    }

    private static Ical.Net.Calendar Read(byte[] file) => Ical.Net.Calendar.Load(Encoding.UTF8.GetString(file))!;

    private static async Task<Scope> SubscribeAsync(TestDistrict district, Scope who)
    {
        var form = new OpenFeed.Form();
        await district.Use<OpenFeed>().RunAsync(who, form, Ct);
        return Scope.ForFeed(district.Id, Secrets.Hash(form.Secret), TestDistrict.Chinese);
    }

    /// <summary>As a later hand may do: no page takes an invitation back after the notice.</summary>
    private async Task<(TestDistrict District, Scope Clerk, Guid Committee, Guid Seat, Guid OtherSeat, Scope Secretary)> OfficeAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        var other = await district.MemberAsync(committee, district.Street1, "乙单位");
        var post = (await district.Use<SeeUnit>().AskAsync(clerk, member.Unit, Ct)).Posts.Single(p => p.IsSecretary).PostId;
        var form = new OpenUnitAccount.Form
        {
            PostId = post,
            Login = "secretary",
            Role = Role.UnitSecretary,
        };
        await district.Use<OpenUnitAccount>().RunAsync(clerk, form, Ct);
        return (district, clerk, committee, member.Seat, other.Seat, await district.FirstSignInAsync(form.Login, form.Code));
    }
}
