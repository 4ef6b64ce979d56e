using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Room;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

/// <summary>From reply and the host's decision to attendance.</summary>
public class AttendanceTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Where_a_district_asks_nothing_answers_stand_at_once()
    {
        var story = await CallAsync();
        await AnswerAsync(story, 0, Reply.Substitute, "李代");
        await AnswerAsync(story, 1, Reply.Leave);
        var board = await BoardAsync(story);
        Assert.All(board.Rows, r => Assert.Null(r.Consent));
        var unasked = await Assert.ThrowsAsync<RuleBroken>(() => DecideAsync(story, true, null, 0));
        Assert.Equal("Attendance.NothingToDecide", unasked.Key);
        Assert.DoesNotContain(await ToDosAsync(story), t => t == CoBuilding.Dashboards.ListToDos.ToDoKind.DecideAnswers);
    }

    [Fact]
    public async Task A_substitute_and_leave_wait_for_the_host_and_the_unit_reads_the_word()
    {
        var story = await CallAsync(SubstitutePolicy.AllowedWithApproval, asksLeave: true);
        await AnswerAsync(story, 0, Reply.Substitute, "李代");
        await AnswerAsync(story, 1, Reply.Leave);
        await AnswerAsync(story, 2, Reply.Attend);
        var board = await BoardAsync(story);
        Assert.Equal([Consent.Asked, Consent.Asked, null], board.Rows.Select(r => r.Consent));
        Assert.Equal(2, board.Tally.Waiting);
        Assert.Contains(await ToDosAsync(story), t => t == CoBuilding.Dashboards.ListToDos.ToDoKind.DecideAnswers);

        await DecideAsync(story, true, "欢迎", 0);
        await Assert.ThrowsAsync<ValidationFailed>(() => DecideAsync(story, false, " ", 1));
        await DecideAsync(story, false, "恳请拨冗出席", 1);
        var link = await story.District.Use<SeeInvitation>().AskAsync(story.Links[0], null, Ct);
        Assert.Equal((Consent.Granted, "欢迎"), (link.Consent, link.DecisionWords));
        var row = (await BoardAsync(story)).Rows[1];
        Assert.Equal(
            (Consent.Refused, "恳请拨冗出席", "clerk" + story.District.Street1.Code),
            (row.Consent, row.Decided!.Words, row.Decided.By)
        );
        Assert.Equal(story.District.Clock.GetUtcNow(), row.Decided.At);
        Assert.DoesNotContain(await ToDosAsync(story), t => t == CoBuilding.Dashboards.ListToDos.ToDoKind.DecideAnswers);
    }

    [Fact]
    public async Task Another_answer_is_asked_anew_and_an_answer_that_changed_is_not_decided_unread()
    {
        var story = await CallAsync(SubstitutePolicy.AllowedWithApproval);
        await AnswerAsync(story, 0, Reply.Substitute, "李代");
        await DecideAsync(story, true, null, 0);
        var seen = (await BoardAsync(story)).Rows[0];
        await AnswerAsync(story, 0, Reply.Substitute, "王代");
        var row = (await BoardAsync(story)).Rows[0];
        Assert.Equal((Consent.Asked, null), (row.Consent, row.Decided));
        await Assert.ThrowsAsync<Stale>(() =>
            story
                .District.Use<DecideAnswers>()
                .RunAsync(
                    story.Clerk,
                    new()
                    {
                        MeetingId = story.Meeting,
                        Answers = [new(seen.InvitationId, seen.RowVersion)],
                        Agrees = true,
                    },
                    Ct
                )
        );
        await AnswerAsync(story, 0, Reply.Attend);
        Assert.Null((await BoardAsync(story)).Rows[0].Consent);
    }

    [Fact]
    public async Task A_meeting_goes_by_what_held_when_its_notice_was_given()
    {
        var story = await CallAsync();
        await story
            .District.Use<SetAttendance>()
            .RunAsync(story.District.Admin, new() { Substitutes = SubstitutePolicy.NotAllowed, AsksLeave = true }, Ct);
        await story.District.Use<SetQuorum>().RunAsync(story.District.Admin, new() { QuorumRule = QuorumRule.TwoThirds }, Ct);
        await AnswerAsync(story, 0, Reply.Substitute, "李代");
        var board = await BoardAsync(story);
        Assert.Equal(
            (SubstitutePolicy.Free, false, Quorum.Off),
            (board.Meeting.Substitutes, board.Meeting.AsksLeave, board.Meeting.Quorum)
        );

        await story
            .District.Use<ChangeMeeting>()
            .RunAsync(
                story.Clerk,
                new()
                {
                    MeetingId = story.Meeting,
                    ExpectedVersion = board.Meeting.RowVersion,
                    Day = story.District.Today.AddDays(8),
                    Start = new(9, 0),
                    End = new(11, 0),
                    Venue = "新址",
                    ReplyByDay = story.District.Today.AddDays(6),
                    ReplyByTime = new(17, 0),
                },
                Ct
            );
        board = await BoardAsync(story);
        Assert.Equal(
            (SubstitutePolicy.NotAllowed, true, QuorumRule.TwoThirds),
            (board.Meeting.Substitutes, board.Meeting.AsksLeave, board.Meeting.Quorum.Rule)
        );
    }

    [Fact]
    public async Task Where_no_substitutes_come_naming_one_is_refused_by_link_and_by_phone()
    {
        var story = await CallAsync(SubstitutePolicy.NotAllowed);
        var byLink = await Assert.ThrowsAsync<RuleBroken>(() => AnswerAsync(story, 0, Reply.Substitute, "李代"));
        var byPhone = await Assert.ThrowsAsync<RuleBroken>(async () =>
            await story
                .District.Use<RecordReply>()
                .RunAsync(
                    story.Clerk,
                    new()
                    {
                        InvitationId = (await BoardAsync(story)).Rows[0].InvitationId,
                        Reply = Reply.Substitute,
                        SubstituteName = "李代",
                        ToldBy = "联络员",
                    },
                    Ct
                )
        );
        Assert.Equal(("Attendance.NoSubstitutes", "Attendance.NoSubstitutes"), (byLink.Key, byPhone.Key));
    }

    [Fact]
    public async Task A_substitute_who_is_invited_already_is_refused_unless_it_is_a_namesake()
    {
        var story = await CallAsync();
        await story.District.Use<InviteGuest>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting, GuestName = "郑列席" }, Ct);
        foreach (var taken in new[] { "乙校书记", "甲校书记", "郑列席" })
        {
            var refused = await Assert.ThrowsAsync<RuleBroken>(() => AnswerAsync(story, 0, Reply.Substitute, taken));
            Assert.Equal(("Attendance.SubstituteIsInvited", taken), (refused.Key, refused.Args[0]));
        }
        var row = (await BoardAsync(story)).Rows[0];
        await Assert.ThrowsAsync<RuleBroken>(() =>
            story
                .District.Use<RecordReply>()
                .RunAsync(
                    story.Clerk,
                    new()
                    {
                        InvitationId = row.InvitationId,
                        Reply = Reply.Substitute,
                        SubstituteName = "乙校书记",
                        ToldBy = "联络员",
                    },
                    Ct
                )
        );
        await story
            .District.Use<AnswerInvitation>()
            .RunAsync(
                story.Links[0],
                new()
                {
                    Reply = Reply.Substitute,
                    SubstituteName = "乙校书记",
                    IsNamesake = true,
                },
                Ct
            );
        Assert.Equal("乙校书记", (await BoardAsync(story)).Rows[0].SubstituteName);
    }

    [Fact]
    public async Task The_holder_corrects_what_the_liaison_officer_answered_until_the_very_second_of_the_start()
    {
        var story = await CallAsync();
        var liaison = story.District.Link(
            (
                await story
                    .District.Use<MakeLinks>()
                    .RunAsync(story.Clerk, new() { MeetingId = story.Meeting, Only = Addressee.LiaisonOfficer }, Ct)
            )[0].Token
        );
        await story.District.Use<AnswerInvitation>().RunAsync(liaison, new() { Reply = Reply.Leave, LeaveReason = "住院" }, Ct);
        var start = (await BoardAsync(story)).Meeting.StartsAt;
        story.District.Clock.SetUtcNow(start.AddTicks(-1));
        await story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], new() { Reply = Reply.Attend }, Ct);
        var row = (await BoardAsync(story, await story.ClerkAgainAsync())).Rows[0];
        Assert.Equal((Reply.Attend, ReplySource.Holder, true), (row.Reply, row.ReplySource, row.IsLate));
        story.District.Clock.SetUtcNow(start);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            story.District.Use<AnswerInvitation>().RunAsync(liaison, new() { Reply = Reply.Leave }, Ct)
        );
        Assert.Equal("Meetings.HasBegun", refused.Key);
    }

    [Fact]
    public async Task The_same_answer_twenty_times_at_once_is_stored_once()
    {
        var story = await CallAsync();
        var form = new AnswerInvitation.Form { Reply = Reply.Attend };
        var version = (await BoardAsync(story)).Rows[0].RowVersion;
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => TransientRetry.RunAsync(() => story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], form, Ct), Ct))
        );
        Assert.Equal(version + 1, (await BoardAsync(story)).Rows[0].RowVersion);
        var journal = await story
            .District.Use<SeeJournal>()
            .AskAsync(story.District.Auditor, new() { Search = nameof(Right.AnswerInvitation), Size = 50 }, Ct);
        Assert.Single(journal.Rows);
    }

    [Fact]
    public async Task A_link_that_was_passed_on_shows_the_seat_and_no_reason_for_leave()
    {
        var story = await CallAsync();
        await story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], new() { Reply = Reply.Leave, LeaveReason = "住院手术" }, Ct);
        var shown = await story.District.Use<SeeInvitation>().AskAsync(story.Links[0], null, Ct);
        Assert.DoesNotContain("住院", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("乙校", shown.ToString(), StringComparison.Ordinal);
        // Sent again without a reason, the one before stays.
        await story.District.Use<AnswerInvitation>().RunAsync(story.Links[0], new() { Reply = Reply.Leave }, Ct);
        Assert.Equal("住院手术", (await BoardAsync(story)).Rows[0].LeaveReason);
    }

    [Fact]
    public async Task An_unapproved_substitute_counts_as_absent_and_an_approved_one_as_substitute()
    {
        var story = await CallAsync(SubstitutePolicy.AllowedWithApproval);
        await AnswerAsync(story, 0, Reply.Substitute, "李代");
        await AnswerAsync(story, 1, Reply.Substitute, "王代");
        await DecideAsync(story, true, null, 1);
        await StartAsync(story);
        var board = await BoardAsync(story);
        await MarkAsync(
            story,
            board.Rows.Select(r => new MarkPresence.Mark(r.InvitationId, Presence.Substitute, null, r.Unit == "丙校" ? "赵路过" : null))
        );
        Assert.Equal([Outcome.Absent, Outcome.Substitute, Outcome.Absent], (await BoardAsync(story)).Rows.Select(r => r.Outcome));
        Assert.Equal("赵路过", (await BoardAsync(story)).Rows[2].InPlace);

        // The chair agrees at the door.
        await DecideAsync(story, true, null, 2);
        Assert.Equal([Outcome.Absent, Outcome.Substitute, Outcome.Substitute], (await BoardAsync(story)).Rows.Select(r => r.Outcome));
    }

    [Fact]
    public async Task A_substitute_to_whom_the_host_did_not_agree_has_no_place_in_the_room()
    {
        var story = await CallAsync(SubstitutePolicy.AllowedWithApproval);
        await AnswerAsync(story, 0, Reply.Substitute, "李代");
        await DecideAsync(story, false, "恳请本人出席", 0);
        var board = await BoardAsync(story);
        Assert.Null(board.Rows[0].InPlace);
        Assert.DoesNotContain(SeatingEntry.Of(board), s => s.Name == "李代");
    }

    [Fact]
    public async Task Leave_that_was_not_granted_is_absence_once_nobody_came()
    {
        var story = await CallAsync(SubstitutePolicy.Free, asksLeave: true);
        foreach (var n in new[] { 0, 1 })
            await AnswerAsync(story, n, Reply.Leave);
        await DecideAsync(story, false, "恳请出席", 0);
        await DecideAsync(story, true, null, 1);
        await StartAsync(story);
        Assert.Equal([Outcome.Unmarked, Outcome.Leave, Outcome.Unmarked], (await BoardAsync(story)).Rows.Select(r => r.Outcome));
        var board = await BoardAsync(story);
        await MarkAsync(story, board.Rows.Select(r => new MarkPresence.Mark(r.InvitationId, Presence.Absent)));
        Assert.Equal([Outcome.Absent, Outcome.Leave, Outcome.Absent], (await BoardAsync(story)).Rows.Select(r => r.Outcome));
    }

    [Fact]
    public async Task After_the_day_a_mark_needs_a_reason_which_is_shown_and_journaled()
    {
        var story = await CallAsync();
        await StartAsync(story);
        var ids = (await BoardAsync(story)).Rows.Select(r => r.InvitationId).ToList();
        await MarkAsync(story, [new(ids[0], Presence.Late, new TimeOnly(9, 20))], PresenceSource.Sheet);
        var marked = (await BoardAsync(story)).Rows[0].Marked!;
        Assert.Equal((PresenceSource.Sheet, new TimeOnly(9, 20), null), (marked.Source, marked.Time, marked.Reason));

        story.District.Clock.Advance(TimeSpan.FromDays(1));
        story.Clerk = await story.ClerkAgainAsync();
        Assert.Equal(
            "Attendance.BackSigningNeedsReason",
            (await Assert.ThrowsAsync<RuleBroken>(() => MarkAsync(story, [new(ids[0], Presence.Present)]))).Key
        );
        await Assert.ThrowsAsync<RuleBroken>(() => MarkAsync(story, [new(ids[1], Presence.LeftEarly)]));
        // The same mark again changes nothing and asks nothing.
        await MarkAsync(story, [new(ids[0], Presence.Late, new TimeOnly(9, 20))], PresenceSource.Sheet);
        await MarkAsync(story, [new(ids[0], Presence.Present), new(ids[1], Presence.LeftEarly, new TimeOnly(10, 0))], reason: "核对签到表");
        var rows = (await BoardAsync(story)).Rows;
        Assert.Equal(
            [(Outcome.Present, "核对签到表"), (Outcome.Present, "核对签到表")],
            rows.Take(2).Select(r => (r.Outcome, r.Marked!.Reason))
        );
        story.District.Clock.Advance(TimeSpan.FromMinutes(1));
        var journal = (
            await story
                .District.Use<SeeJournal>()
                .AskAsync(await story.District.SignInAsync("auditor"), new() { Subject = "invitations" }, Ct)
        ).Rows[0];
        Assert.Contains("核对签到表", journal.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_are_counted_apart_from_due_and_present()
    {
        var story = await CallAsync();
        var guest = new InviteGuest.Form
        {
            MeetingId = story.Meeting,
            GuestName = "郑列席",
            UnitName = "区交通局",
            Post = "科长",
        };
        await story.District.Use<InviteGuest>().RunAsync(story.Clerk, guest, Ct);
        var gone = new InviteGuest.Form { MeetingId = story.Meeting, GuestName = "周列席" };
        await story.District.Use<InviteGuest>().RunAsync(story.Clerk, gone, Ct);
        await story.District.Use<WithdrawGuest>().RunAsync(story.Clerk, new() { GuestId = gone.GuestId }, Ct);
        Assert.Equal(
            "Attendance.GuestIsInvited",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    story.District.Use<InviteGuest>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting, GuestName = "甲校书记" }, Ct)
                )
            ).Key
        );
        await StartAsync(story);
        var form = new MarkPresence.Form { MeetingId = story.Meeting, Guests = [new(guest.GuestId, Presence.Present)] };
        await story.District.Use<MarkPresence>().RunAsync(story.Clerk, form, Ct);
        var board = await BoardAsync(story);
        Assert.Equal((3, 0, 1, "郑列席"), (board.Sums.Due, board.Sums.Present, board.GuestsPresent, Assert.Single(board.Guests).Name));
        await Assert.ThrowsAsync<RuleBroken>(() =>
            story
                .District.Use<MarkPresence>()
                .RunAsync(story.Clerk, new() { MeetingId = story.Meeting, Guests = [new(guest.GuestId, Presence.Substitute)] }, Ct)
        );
        Assert.Equal(
            "Attendance.GuestIsMarked",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    story.District.Use<WithdrawGuest>().RunAsync(story.Clerk, new() { GuestId = guest.GuestId }, Ct)
                )
            ).Key
        );
    }

    [Fact]
    public async Task Opening_keeps_who_was_there_whoever_comes_later()
    {
        var story = await CallAsync(quorum: QuorumRule.MoreThanHalf);
        await AnswerAsync(story, 0, Reply.Attend);
        Assert.Equal((QuorumState.NotYet, 1), StateOf(await BoardAsync(story)));
        await StartAsync(story);
        var ids = (await BoardAsync(story)).Rows.Select(r => r.InvitationId).ToList();
        await MarkAsync(story, [new(ids[0], Presence.Present)]);
        await story.District.Use<OpenMeeting>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting }, Ct);
        await MarkAsync(story, [new(ids[1], Presence.Late), new(ids[2], Presence.Present)]);
        var board = await BoardAsync(story);
        Assert.Equal((QuorumState.Reached, 0), StateOf(board));
        Assert.Equal(
            (3, 1, QuorumState.NotYet, 1),
            (board.Session!.Figures.Due, board.Session.Figures.Present, board.Session.Figures.Quorum, board.Session.Figures.ShortBy)
        );
        Assert.Equal(
            "Room.IsOpen",
            (
                await Assert.ThrowsAsync<RuleBroken>(() =>
                    story.District.Use<OpenMeeting>().RunAsync(story.Clerk, new() { MeetingId = story.Meeting }, Ct)
                )
            ).Key
        );

        static (QuorumState, int) StateOf(SeeMeeting.Answer board) => (board.Quorum!.State, board.Quorum.ShortBy);
    }

    [Fact]
    public void The_database_says_the_same_of_an_outcome_as_the_code()
    {
        foreach (var reply in All<Reply>())
        foreach (var consent in All<Consent>())
        foreach (var presence in All<Presence>())
        foreach (var standIn in All<Consent>())
        {
            var invitation = new Invitation
            {
                MeetingId = Guid.Empty,
                SeatId = Guid.Empty,
                PlaceId = Guid.Empty,
            };
            Set(nameof(Invitation.Reply), reply);
            Set(nameof(Invitation.Consent), consent);
            Set(nameof(Invitation.Presence), presence);
            Set(nameof(Invitation.UnannouncedConsent), standIn);
            var row = Invitations.Outcomes(new[] { invitation }.AsQueryable()).Single();
            Assert.Equal(Invitation.OutcomeOf(reply, consent, presence, standIn), row.Outcome);

            void Set(string property, object? value) => typeof(Invitation).GetProperty(property)!.SetValue(invitation, value);
        }

        static IEnumerable<T?> All<T>()
            where T : struct, Enum => [null, .. Enum.GetValues<T>().Select(v => (T?)v)];
    }

    private sealed record Story(TestDistrict District, Guid Meeting, IReadOnlyList<Scope> Links)
    {
        public required Scope Clerk { get; set; }

        public Task<Scope> ClerkAgainAsync() => District.SignInAsync("clerk" + District.Street1.Code);
    }

    /// <summary>A meeting of three units, called by the street, with a link to each holder.</summary>
    private async Task<Story> CallAsync(
        SubstitutePolicy substitutes = SubstitutePolicy.Free,
        bool asksLeave = false,
        QuorumRule quorum = QuorumRule.None
    )
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        if (substitutes != SubstitutePolicy.Free || asksLeave)
            await district.Use<SetAttendance>().RunAsync(district.Admin, new() { Substitutes = substitutes, AsksLeave = asksLeave }, Ct);
        if (quorum != QuorumRule.None)
            await district.Use<SetQuorum>().RunAsync(district.Admin, new() { QuorumRule = quorum, CountsSubstitutes = true }, Ct);
        var committee = await district.CommitteeAsync(district.Street1);
        List<Guid> seats = [];
        foreach (var unit in new[] { "甲校", "乙校", "丙校" })
            seats.Add((await district.MemberAsync(committee, district.Community1, unit, district.Today.AddDays(seats.Count - 30))).Seat);
        var meeting = await district.MeetingAsync(clerk, committee, [.. seats]);
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, meeting, Ct);
        var made = await district.Use<MakeLinks>().RunAsync(clerk, new() { MeetingId = meeting, Only = Addressee.Holder }, Ct);
        return new Story(
            district,
            meeting,
            [.. board.Rows.Select(r => district.Link(made.Single(m => m.InvitationId == r.InvitationId).Token))]
        )
        {
            Clerk = clerk,
        };
    }

    private static Task AnswerAsync(Story story, int n, Reply reply, string? substitute = null) =>
        story.District.Use<AnswerInvitation>().RunAsync(story.Links[n], new() { Reply = reply, SubstituteName = substitute }, Ct);

    private static Task<SeeMeeting.Answer> BoardAsync(Story story, Scope? clerk = null) =>
        story.District.Use<SeeMeetingAsHost>().AskAsync(clerk ?? story.Clerk, story.Meeting, Ct);

    private static async Task DecideAsync(Story story, bool agrees, string? words, int n)
    {
        var row = (await BoardAsync(story)).Rows[n];
        await story
            .District.Use<DecideAnswers>()
            .RunAsync(
                story.Clerk,
                new()
                {
                    MeetingId = story.Meeting,
                    Answers = [new(row.InvitationId, row.RowVersion)],
                    Agrees = agrees,
                    Words = words,
                },
                Ct
            );
    }

    private static async Task StartAsync(Story story)
    {
        story.District.Clock.SetUtcNow((await BoardAsync(story)).Meeting.StartsAt);
        story.Clerk = await story.ClerkAgainAsync();
    }

    private static Task MarkAsync(
        Story story,
        IEnumerable<MarkPresence.Mark> marks,
        PresenceSource source = PresenceSource.Clerk,
        string? reason = null
    ) =>
        story
            .District.Use<MarkPresence>()
            .RunAsync(
                story.Clerk,
                new()
                {
                    MeetingId = story.Meeting,
                    Marks = [.. marks],
                    MarkedFrom = source,
                    Reason = reason,
                },
                Ct
            );

    private static async Task<IEnumerable<CoBuilding.Dashboards.ListToDos.ToDoKind>> ToDosAsync(Story story) =>
        (await story.District.Use<CoBuilding.Dashboards.ListToDos>().AskAsync(story.Clerk, Ct)).Select(t => t.Kind);
}
