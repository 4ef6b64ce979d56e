using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Meetings.Room;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.Residences;

namespace CoBuilding.Tests.Meetings.Minutes;

public class MinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>A street's committee with two units, at a meeting that is about to begin.</summary>
    private sealed record Scene(
        TestDistrict District,
        Scope Clerk,
        Guid Committee,
        (Guid Seat, Guid Unit, Guid Person) First,
        (Guid Seat, Guid Unit, Guid Person) Second,
        Guid Meeting
    )
    {
        public Task<SeeMinutes.Answer> SeeAsync() => District.Use<SeeMinutes>().AskAsync(Clerk, Meeting, Ct);

        public Task RunAsync<T>(Func<T, Task> action)
            where T : class => action(District.Use<T>());
    }

    /// <summary>The meeting's progress as stored, before and after its hour.</summary>
    private async Task<MeetingState> StageAsync(Scene scene)
    {
        const string Sql = "SELECT minutes_stage FROM meetings WHERE tenant_id = $1 AND id = $2";
        await foreach (var row in World.ReadAsync(cluster, Sql, scene.District.Id, scene.Meeting))
            return Enum.Parse<MeetingState>(row.GetString(0));
        throw new InvalidOperationException("There is no such meeting.");
    }

    private async Task<Scene> SceneAsync()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var committee = await district.CommitteeAsync(district.Street1);
        var first = await district.MemberAsync(committee, district.Community1, "大连湾中学");
        var second = await district.MemberAsync(committee, district.Street1, "大连湾医院");
        return new Scene(district, clerk, committee, first, second, await district.HeldAsync(clerk, committee, first.Seat, second.Seat));
    }

    [Fact]
    public async Task The_shell_is_filled_from_facts_and_nothing_is_typed_twice()
    {
        var scene = await SceneAsync();
        var (district, clerk) = (scene.District, scene.Clerk);
        var board = await district.Use<SeeMeetingAsHost>().AskAsync(clerk, scene.Meeting, Ct);
        var row = board.Rows.Single(r => r.Unit == "大连湾医院");
        await district
            .Use<RecordReply>()
            .RunAsync(
                clerk,
                new()
                {
                    InvitationId = row.InvitationId,
                    Reply = Reply.Substitute,
                    SubstituteName = "李新",
                    ToldBy = "王",
                },
                Ct
            );
        await district
            .Use<MarkPresence>()
            .RunAsync(clerk, new() { MeetingId = scene.Meeting, Marks = [new(row.InvitationId, Presence.Substitute)] }, Ct);
        await district.Use<BeginMinutes>().RunAsync(clerk, new() { MeetingId = scene.Meeting }, Ct);

        var seen = await scene.SeeAsync();
        Assert.Equal("第四季度联席会议", seen.Text.Title);
        Assert.Equal(["大连湾中学 大连湾中学书记", "大连湾医院 李新（代大连湾医院书记）"], seen.Text.Present.Select(p => p.Said));
        Assert.Equal(["研究老旧小区停车难", "通报第三季度事项", null], seen.Text.Items.Select(i => i.Topic));
        Assert.Equal("clerk" + district.Street1.Code, seen.Text.Recorder);
        district.Clock.Advance(TimeSpan.FromHours(1)); // now it has begun
        var list = await district.Use<ListMeetings>().AskAsync(clerk, new() { State = MeetingState.MinutesDrafted }, Ct);
        Assert.Equal(scene.Meeting, Assert.Single(list.Rows).Id);
        Assert.Single((await district.Use<ListMeetings>().AskAsync(clerk, new() { State = MeetingState.Held }, Ct)).Rows);
    }

    [Fact]
    public async Task The_room_is_open_on_the_meetings_day_until_somebody_closes_it_although_minutes_are_being_written()
    {
        var scene = await SceneAsync();
        await scene.RunAsync<OpenMeeting>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct));
        await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        scene.District.Clock.Advance(TimeSpan.FromHours(1));
        var seen = await SeeAsync();
        Assert.Equal((MeetingState.MinutesDrafted, true), (seen.State, seen.IsInRoom));
        await scene.RunAsync<CloseMeeting>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct));
        Assert.False((await SeeAsync()).IsInRoom);

        Task<SeeMeeting.Answer> SeeAsync() => scene.District.Use<SeeMeeting>().AskAsync(scene.Clerk, scene.Meeting, Ct);
    }

    [Fact]
    public async Task A_meeting_has_one_set_of_minutes_and_not_before_it_begins()
    {
        var scene = await SceneAsync();
        await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        await BreaksAsync(
            "Minutes.AlreadyBegun",
            scene.RunAsync<BeginMinutes>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct))
        );
        var coming = await scene.District.MeetingAsync(scene.Clerk, scene.Committee, scene.First.Seat);
        await BreaksAsync(
            "Meetings.NotBegun",
            scene.RunAsync<BeginMinutes>(u => u.RunAsync(scene.Clerk, new() { MeetingId = coming }, Ct))
        );
    }

    [Fact]
    public async Task Two_people_who_write_on_different_items_never_meet_and_on_the_same_one_the_later_is_told()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var other = await scene.District.StaffAsync("colleague", Role.StreetClerk, scene.District.Street1);
        var save = scene.District.Use<SaveMinutesText>();
        var (first, second) = (
            minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id),
            minutes.Items.Single(i => i.Id == minutes.Text.Items[1].Id)
        );
        Assert.Equal(
            first.RowVersion + 1,
            await save.RunAsync(
                scene.Clerk,
                new()
                {
                    ItemId = first.Id,
                    ExpectedVersion = first.RowVersion,
                    Said = "甲写的",
                },
                Ct
            )
        );
        Assert.Equal(
            second.RowVersion + 1,
            await save.RunAsync(
                other,
                new()
                {
                    ItemId = second.Id,
                    ExpectedVersion = second.RowVersion,
                    Said = "乙写的",
                },
                Ct
            )
        );
        var stale = await Assert.ThrowsAsync<Stale>(() =>
            save.RunAsync(
                other,
                new()
                {
                    ItemId = first.Id,
                    ExpectedVersion = first.RowVersion,
                    Said = "乙也写",
                },
                Ct
            )
        );
        Assert.Equal("clerk" + scene.District.Street1.Code, stale.Changes[0].Who);
        Assert.Equal(["甲写的", "乙写的"], (await scene.SeeAsync()).Text.Items.Take(2).Select(i => i.Said));
    }

    [Fact]
    public async Task The_same_text_saved_again_changes_nothing_and_what_is_typed_never_stands_in_the_journal()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var item = minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id);
        var again = new SaveMinutesText.Form
        {
            ItemId = item.Id,
            ExpectedVersion = item.RowVersion,
            Said = minutes.Text.Items[0].Said,
            Consensus = Consensus.Agreed,
        };
        Assert.Equal(item.RowVersion, await scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, again, Ct));
        var journal = await scene
            .District.Use<SeeJournal>()
            .AskAsync(scene.District.Auditor, new() { Subject = "minutes_items", Size = 100 }, Ct);
        Assert.Contains(journal.Rows, r => r.Action == "changed" && r.After!.Contains("Said", StringComparison.Ordinal));
        Assert.DoesNotContain(journal.Rows, r => r.After!.Contains("车位", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Votes_are_counted_only_where_the_district_says_so()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var item = minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id);
        var form = new SaveMinutesText.Form
        {
            ItemId = item.Id,
            ExpectedVersion = item.RowVersion,
            Said = "表决",
            VotesFor = 8,
            VotesAbstained = 1,
        };
        await BreaksAsync("Minutes.VotesAreNotCounted", scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, form, Ct));
        await scene
            .District.Use<SetMinutesSetting>()
            .RunAsync(scene.District.Admin, new() { CountersignWorkdays = 5, CountsVotes = true }, Ct);
        await scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, form with { OperationId = Guid.CreateVersion7() }, Ct);
        Assert.Equal(8, (await scene.SeeAsync()).Text.Items[0].VotesFor);
    }

    [Fact]
    public async Task Silence_within_the_term_is_no_objection_and_is_never_stored_as_an_answer()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        Assert.Equal(new DateOnly(2026, 11, 30), sent.LastDay); // five workdays after Monday
        Assert.All(sent.Units, u => Assert.Equal(CountersignStanding.Waiting, u.Standing));
        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = scene.District.Today,
        };
        await BreaksAsync("Minutes.UnitsStillAsked", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));

        scene.District.Clock.Advance(TimeSpan.FromDays(8)); // Tuesday, the day after the term
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        var over = await scene.District.Use<SeeMinutes>().AskAsync(clerk, scene.Meeting, Ct);
        Assert.All(over.Units, u => Assert.Equal((CountersignStanding.Silent, null), (u.Standing, u.AnsweredAt)));
        await scene
            .District.Use<IssueMinutes>()
            .RunAsync(clerk, issue with { OperationId = Guid.CreateVersion7(), IssuedOn = scene.District.Today }, Ct);
        var issued = await scene.District.Use<SeeMinutes>().AskAsync(clerk, scene.Meeting, Ct);
        Assert.Equal((MinutesState.Issued, 1, MeetingState.Issued), (issued.State, issued.Version, issued.MeetingState));
    }

    [Fact]
    public async Task A_units_comments_wait_for_the_host_who_answers_or_takes_the_minutes_back()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var own = Assert.Single((await scene.District.Use<ListMyUnitCountersigns>().AskAsync(secretary, new(), Ct)).Rows);
        Assert.True(own.IsOpen);
        await scene
            .District.Use<CountersignMinutes>()
            .RunAsync(
                secretary,
                new()
                {
                    CountersignId = own.CountersignId,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明晚间时段",
                },
                Ct
            );
        var seen = await scene.SeeAsync();
        var unit = seen.Units.Single(u => u.CountersignId == own.CountersignId);
        Assert.Equal(
            (CountersignStanding.Comments, ReplySource.Holder, "大连湾中学书记"),
            (unit.Standing, unit.ReplySource, unit.Answered!.Actor)
        );
        await Assert.ThrowsAsync<NotFound>(() =>
            scene
                .District.Use<CountersignMinutes>()
                .RunAsync(
                    secretary,
                    new() { CountersignId = seen.Units.Single(u => u != unit).CountersignId, Answer = CountersignAnswer.NoObjection },
                    Ct
                )
        ); // another unit's

        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = scene.District.Today,
        };
        await BreaksAsync("Minutes.CommentsWait", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));
        await scene
            .District.Use<SettleComments>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    CountersignId = unit.CountersignId,
                    ExpectedVersion = unit.RowVersion,
                    Settlement = "见第二项",
                },
                Ct
            );
        Assert.Equal("见第二项", (await scene.District.Use<SeeCountersign>().AskAsync(secretary, unit.CountersignId, Ct)).Settlement);
        await scene
            .District.Use<CountersignMinutes>()
            .RunAsync(
                secretary,
                new()
                {
                    CountersignId = own.CountersignId,
                    Answer = CountersignAnswer.Comments,
                    Comments = "仍请写明",
                },
                Ct
            );
        Assert.True((await scene.SeeAsync()).HasComments); // other comments want another answer

        await scene
            .District.Use<TakeBackMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = sent.MinutesId!.Value,
                    ExpectedVersion = sent.RowVersion,
                    Reason = "补写时段",
                },
                Ct
            );
        var back = await scene.SeeAsync();
        Assert.Equal((MinutesState.Drafting, MeetingState.MinutesDrafted), (back.State, await StageAsync(scene)));
        await BreaksAsync(
            "Minutes.NotCountersigning",
            scene.RunAsync<CountersignMinutes>(u =>
                u.RunAsync(secretary, new() { CountersignId = own.CountersignId, Answer = CountersignAnswer.NoObjection }, Ct)
            )
        );
        await scene
            .District.Use<SendMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = sent.MinutesId!.Value,
                    ExpectedVersion = back.RowVersion,
                    Workdays = 2,
                },
                Ct
            );
        var again = await scene.SeeAsync();
        Assert.All(again.Units, u => Assert.Equal(CountersignStanding.Waiting, u.Standing)); // new rows in each round
        Assert.Equal(
            [MinutesAction.Begun, MinutesAction.Sent, MinutesAction.TakenBack, MinutesAction.Sent],
            again.Steps.Select(s => s.Kind)
        );
        Assert.All(again.Steps, s => Assert.Equal("clerk" + scene.District.Street1.Code, s.Who));
    }

    [Fact]
    public async Task A_unit_countersigns_by_link_and_the_link_ends_with_its_term_and_its_office()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        Assert.Equal(4, links.Count); // holder and liaison officer of two units
        Assert.Equal((true, true), (sent.Units.All(u => !u.WasReached), (await scene.SeeAsync()).Units.All(u => u.WasReached)));
        var link = scene.District.Link(links.Single(l => l.Unit == "大连湾中学" && l.Addressee == Addressee.LiaisonOfficer).Token);
        var read = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾中学", true, "各单位同意错时开放车位。"), (read.Unit, read.IsOpen, read.Text.Items[0].Said));
        await scene.District.Use<CountersignMinutes>().RunAsync(link, new() { Answer = CountersignAnswer.NoObjection }, Ct);
        var unit = (await scene.SeeAsync()).Units.Single(u => u.Name == "大连湾中学");
        Assert.Equal(
            (CountersignStanding.NoObjection, "大连湾中学联络员", "大连湾中学书记"),
            (unit.Standing, unit.Answered!.Actor, unit.Answered.Principal)
        );

        await scene.District.PersonAsync(scene.First.Unit, "新联络员", liaison: true);
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct));
        var holder = scene.District.Link(links.Single(l => l.Unit == "大连湾中学" && l.Addressee == Addressee.Holder).Token);
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeInvitation>().AskAsync(holder, null, Ct)); // for one right alone
        scene.District.Clock.Advance(TimeSpan.FromDays(8));
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<SeeCountersign>().AskAsync(holder, null, Ct));
    }

    [Fact]
    public async Task Issued_minutes_are_frozen_and_a_correction_is_a_new_version_with_its_reason()
    {
        var scene = await SceneAsync();
        var issued = await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        Assert.Equal(("第4期", scene.District.Today), (issued.Text.DocumentNumber, issued.Text.IssuedOn));
        var item = issued.Items.Single(i => i.Id == issued.Text.Items[0].Id);
        await BreaksAsync(
            "Minutes.NotDrafting",
            scene.RunAsync<SaveMinutesText>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        ItemId = item.Id,
                        ExpectedVersion = item.RowVersion,
                        Said = "改",
                    },
                    Ct
                )
            )
        );

        // Attendance is changed afterwards: the issued text stays, and corrections of other parts do not include it.
        var board = await scene.District.Use<SeeMeetingAsHost>().AskAsync(scene.Clerk, scene.Meeting, Ct);
        await scene
            .District.Use<MarkPresence>()
            .RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Marks = [new(board.Rows[0].InvitationId, Presence.Absent)] }, Ct);
        Assert.Equal(2, (await scene.SeeAsync()).Text.Present.Count);

        await scene
            .District.Use<CorrectMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ItemId = item.Id,
                    ExpectedVersion = item.RowVersion,
                    Said = "同意，自十二月起。",
                    Consensus = Consensus.Agreed,
                    Reason = "漏写日期",
                },
                Ct
            );
        var corrected = await scene.SeeAsync();
        Assert.Equal((2, "同意，自十二月起。", "第4期"), (corrected.Version, corrected.Text.Items[0].Said, corrected.Text.DocumentNumber));
        Assert.Equal("漏写日期", corrected.Steps[^1].Reason);
        Assert.Equal(2, corrected.Text.Present.Count);
    }

    [Fact]
    public async Task The_head_is_corrected_by_itself_and_attendance_only_where_that_is_asked()
    {
        var scene = await SceneAsync();
        var issued = await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        await MarkAsync(scene, scene.First.Seat, Presence.Absent);
        var form = new CorrectMinutesHead.Form
        {
            MinutesId = issued.MinutesId!.Value,
            ExpectedVersion = issued.RowVersion,
            Chair = "李主任",
            Reason = "主持人写错",
        };
        await scene.District.Use<CorrectMinutesHead>().RunAsync(scene.Clerk, form, Ct);
        var head = await scene.SeeAsync();
        Assert.Equal(
            (2, "李主任", 2, "各单位同意错时开放车位。"),
            (head.Version, head.Text.Chair, head.Text.Present.Count, head.Text.Items[0].Said)
        );
        await scene
            .District.Use<CorrectMinutesHead>()
            .RunAsync(
                scene.Clerk,
                form with
                {
                    OperationId = Guid.CreateVersion7(),
                    ExpectedVersion = head.RowVersion,
                    AsMarked = true,
                    Reason = "到会名单有误",
                },
                Ct
            );
        Assert.Equal("大连湾医院 大连湾医院书记", Assert.Single((await scene.SeeAsync()).Text.Present).Said);
    }

    [Fact]
    public async Task What_is_issued_is_what_was_countersigned_and_facts_that_moved_are_said_before()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        foreach (var unit in sent.Units)
            await scene.RunAsync<RecordCountersign>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        CountersignId = unit.CountersignId,
                        ExpectedVersion = unit.RowVersion,
                        Answer = CountersignAnswer.NoObjection,
                        ToldBy = "王",
                    },
                    Ct
                )
            );
        Assert.Null((await scene.SeeAsync()).Moved);
        await MarkAsync(scene, scene.First.Seat, Presence.Absent);
        Assert.Single((await scene.SeeAsync()).Moved!.Present);
        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = scene.District.Today,
        };
        await BreaksAsync("Minutes.FactsMoved", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));
        await scene.RunAsync<IssueMinutes>(u =>
            u.RunAsync(scene.Clerk, issue with { OperationId = Guid.CreateVersion7(), AsSent = true }, Ct)
        );
        var issued = await scene.SeeAsync();
        Assert.Equal((MinutesState.Issued, 2), (issued.State, issued.Text.Present.Count));
    }

    [Fact]
    public async Task Minutes_are_not_issued_on_a_day_before_the_meeting()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        scene.District.Clock.Advance(TimeSpan.FromDays(8));
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        var issue = new IssueMinutes.Form
        {
            MinutesId = sent.MinutesId!.Value,
            ExpectedVersion = sent.RowVersion,
            IssuedOn = sent.Meeting.Day.AddDays(-1),
        };
        await BreaksAsync("Minutes.BeforeMeeting", scene.RunAsync<IssueMinutes>(u => u.RunAsync(clerk, issue, Ct)));
        await scene.RunAsync<IssueMinutes>(u =>
            u.RunAsync(clerk, issue with { OperationId = Guid.CreateVersion7(), IssuedOn = sent.Meeting.Day }, Ct)
        );
    }

    [Fact]
    public async Task What_units_objected_to_is_read_while_the_minutes_are_changed()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var unit = sent.Units.Single(u => u.Name == "大连湾中学");
        await scene.RunAsync<RecordCountersign>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    CountersignId = unit.CountersignId,
                    ExpectedVersion = unit.RowVersion,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明时段",
                    ToldBy = "王",
                },
                Ct
            )
        );
        await TakeBackAsync(scene);
        var back = await scene.SeeAsync();
        var (answered, silent) = (back.Units.Single(u => u.Name == unit.Name), back.Units.Single(u => u.Name != unit.Name));
        Assert.Equal((CountersignStanding.Comments, "请写明时段"), (answered.Standing, answered.Comments));
        Assert.Equal(CountersignStanding.Unasked, silent.Standing);
        // An answer during recalling gets a conflict.
        Assert.Equal((unit.RowVersion + 2, unit.RowVersion + 1), (answered.RowVersion, silent.RowVersion));
    }

    [Fact]
    public async Task A_units_revoked_links_lead_nowhere_in_any_round_and_new_ones_do()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await LinksAsync();
        await scene.RunAsync<RevokeCountersignLinks>(u =>
            u.RunAsync(scene.Clerk, new() { CountersignId = sent.Units.Single(c => c.Name == "大连湾中学").CountersignId }, Ct)
        );
        foreach (var link in links)
            Assert.Equal(link.Unit != "大连湾中学", await OpensAsync(link));
        foreach (var link in await LinksAsync())
            Assert.True(await OpensAsync(link));

        await TakeBackAsync(scene);
        var back = await scene.SeeAsync();
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = back.MinutesId!.Value,
                    ExpectedVersion = back.RowVersion,
                    Workdays = 10,
                },
                Ct
            )
        );
        foreach (var link in links)
            Assert.Equal(link.Unit != "大连湾中学", await OpensAsync(link));

        Task<IReadOnlyList<MakeCountersignLinks.Made>> LinksAsync() =>
            scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        async Task<bool> OpensAsync(MakeCountersignLinks.Made link) =>
            await Record.ExceptionAsync(() => scene.District.Use<SeeCountersign>().AskAsync(scene.District.Link(link.Token), null, Ct))
                is not NotFound;
    }

    [Fact]
    public async Task A_link_of_an_earlier_round_leads_to_the_present_one_and_a_word_is_on_the_text_that_was_read()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        var link = scene.District.Link(links.First(l => l.Unit == "大连湾中学").Token);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var first = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        await scene.RunAsync<CountersignMinutes>(u =>
            u.RunAsync(link, new() { Answer = CountersignAnswer.NoObjection, CountersignRound = first.CountersignRound }, Ct)
        );
        await TakeBackAsync(scene);
        var revised = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        Assert.Equal((MinutesState.Drafting, false), (revised.State, revised.IsOpen));

        var back = await scene.SeeAsync();
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = back.MinutesId!.Value,
                    ExpectedVersion = back.RowVersion,
                    Workdays = 10,
                },
                Ct
            )
        );
        var (byLink, byId) = (
            await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct),
            await scene.District.Use<SeeCountersign>().AskAsync(secretary, first.CountersignId, Ct)
        );
        Assert.All(
            [byLink, byId],
            asked => Assert.Equal((2, true, true, null), (asked.CountersignRound, asked.IsThisRound, asked.IsOpen, asked.Given))
        );
        await BreaksAsync(
            "Minutes.WasRevised",
            scene.RunAsync<CountersignMinutes>(u =>
                u.RunAsync(link, new() { Answer = CountersignAnswer.NoObjection, CountersignRound = first.CountersignRound }, Ct)
            )
        );
        scene.District.Clock.Advance(TimeSpan.FromDays(8)); // beyond the first term, within the second
        await scene.RunAsync<CountersignMinutes>(u =>
            u.RunAsync(link, new() { Answer = CountersignAnswer.NoObjection, CountersignRound = 2 }, Ct)
        );
        Assert.Equal(CountersignStanding.NoObjection, (await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct)).Standing);
    }

    [Fact]
    public async Task A_unit_that_moved_away_after_the_meeting_is_still_asked_and_named()
    {
        var scene = await SceneAsync();
        var version = (await scene.District.Use<SeeUnit>().AskAsync(scene.District.Admin, scene.First.Unit, Ct)).RowVersion;
        var elsewhere = new MoveUnit.Form
        {
            UnitId = scene.First.Unit,
            ExpectedVersion = version,
            PlaceId = scene.District.Street2.Id,
            On = scene.District.Today,
        };
        var drafted = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        await scene.RunAsync<MoveUnit>(u => u.RunAsync(scene.District.Admin, elsewhere, Ct));
        Assert.Contains("大连湾中学 大连湾中学书记", (await scene.SeeAsync()).Text.Present.Select(p => p.Said));
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(scene.Clerk, new() { MinutesId = drafted.MinutesId!.Value, ExpectedVersion = drafted.RowVersion }, Ct)
        );
        Assert.Contains("大连湾中学", (await scene.SeeAsync()).Units.Select(u => u.Name));
        var links = await scene
            .District.Use<MakeCountersignLinks>()
            .RunAsync(scene.Clerk, new() { MinutesId = drafted.MinutesId!.Value }, Ct);
        Assert.Contains(links, l => l.Unit == "大连湾中学");
    }

    [Fact]
    public async Task A_unit_may_take_its_comments_back_by_phone_and_who_told_it_is_kept()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var id = Assert.Single((await scene.District.Use<ListMyUnitCountersigns>().AskAsync(secretary, new(), Ct)).Rows).CountersignId;
        await scene.RunAsync<CountersignMinutes>(u =>
            u.RunAsync(
                secretary,
                new()
                {
                    CountersignId = id,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明时段",
                },
                Ct
            )
        );
        await scene.RunAsync<SettleComments>(async u =>
            await u.RunAsync(
                scene.Clerk,
                new()
                {
                    CountersignId = id,
                    ExpectedVersion = (await UnitAsync()).RowVersion,
                    Settlement = "见第二项",
                },
                Ct
            )
        );
        await RecordAsync(CountersignAnswer.Comments, "请写明时段", "张");
        var told = await UnitAsync();
        Assert.Equal(("张", "见第二项"), (told.ToldBy, told.Settlement)); // the same comments have been answered
        await RecordAsync(CountersignAnswer.NoObjection, null, "李");
        var withdrawn = await UnitAsync();
        Assert.Equal(
            (CountersignStanding.NoObjection, "李", null, null),
            (withdrawn.Standing, withdrawn.ToldBy, withdrawn.Comments, withdrawn.Settlement)
        );

        async Task<SeeMinutes.Unit> UnitAsync() => (await scene.SeeAsync()).Units.Single(u => u.CountersignId == id);

        async Task RecordAsync(CountersignAnswer answer, string? comments, string toldBy) =>
            await scene
                .District.Use<RecordCountersign>()
                .RunAsync(
                    scene.Clerk,
                    new()
                    {
                        CountersignId = id,
                        ExpectedVersion = (await UnitAsync()).RowVersion,
                        Answer = answer,
                        Comments = comments,
                        ToldBy = toldBy,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task A_meeting_whose_minutes_were_begun_is_neither_moved_nor_put_off_nor_cancelled()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var (meeting, version) = (minutes.Meeting, minutes.Meeting.RowVersion);
        var change = new ChangeMeeting.Form
        {
            MeetingId = meeting.Id,
            ExpectedVersion = version,
            Day = meeting.Day.AddDays(1),
            Start = new(9, 0),
            End = new(11, 0),
            Venue = meeting.Venue,
            ReplyByDay = meeting.Day,
            ReplyByTime = new(9, 0),
        };
        await BreaksAsync("Meetings.IsWrittenUp", scene.RunAsync<ChangeMeeting>(u => u.RunAsync(scene.Clerk, change, Ct)));
        await BreaksAsync(
            "Meetings.IsWrittenUp",
            scene.RunAsync<PostponeMeeting>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        MeetingId = meeting.Id,
                        ExpectedVersion = version,
                        Reason = "停电",
                    },
                    Ct
                )
            )
        );
        await BreaksAsync(
            "Meetings.IsWrittenUp",
            scene.RunAsync<CancelMeeting>(u =>
                u.RunAsync(
                    scene.Clerk,
                    new()
                    {
                        MeetingId = meeting.Id,
                        ExpectedVersion = version,
                        Reason = "停电",
                    },
                    Ct
                )
            )
        );
    }

    [Fact]
    public async Task A_saving_that_is_repeated_after_its_acknowledgment_was_lost_made_one_version()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var sent = new SaveMinutesText.Form
        {
            ItemId = minutes.Items[1].Id,
            ExpectedVersion = minutes.Items[1].RowVersion,
            Said = "重试",
        };
        await scene.RunAsync<SaveMinutesText>(u => u.RunAsync(scene.Clerk, sent, Ct));
        await Assert.ThrowsAsync<AlreadyDone>(() => scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, sent, Ct));
        Assert.Equal(sent.Next, (await scene.SeeAsync()).Items[1].RowVersion);
    }

    [Fact]
    public async Task Items_of_the_same_topic_are_told_apart_and_all_hosts_are_named()
    {
        var scene = await SceneAsync();
        var community = await scene.District.CommitteeAsync(scene.District.Community1, CoBuilding.Committees.CommitteeKind.Consultation);
        var (plan, joining) = (
            await scene.District.PlanAsync(scene.Clerk, scene.Committee),
            await scene.District.PlanAsync(scene.Clerk, community)
        );
        await scene.RunAsync<CoBuilding.Meetings.Plans.MergePlans>(u =>
            u.RunAsync(
                scene.Clerk,
                new()
                {
                    PlanId = joining,
                    ExpectedVersion = 1,
                    IntoId = plan,
                },
                Ct
            )
        );
        var start = TimeOnly.FromDateTime(scene.District.Clock.GetUtcNow().ToChina()).AddMinutes(10);
        var form = scene.District.MeetingForm(scene.Committee, scene.First.Seat) with
        {
            PlanId = plan,
            Day = scene.District.Today,
            Start = start,
            End = start.AddHours(1),
            ReplyByDay = scene.District.Today,
            ReplyByTime = start.AddMinutes(-5),
            Agenda = [new() { Topic = "停车" }, new() { Topic = "停车" }],
        };
        await scene.RunAsync<DraftMeeting>(u => u.RunAsync(scene.Clerk, form, Ct));
        await scene.RunAsync<SendNotice>(u => u.RunAsync(scene.Clerk, new() { MeetingId = form.MeetingId }, Ct));
        var minutes = await scene.District.MinutesAsync(scene.Clerk, form.MeetingId);
        var agenda = (await scene.District.Use<SeeMeeting>().AskAsync(scene.Clerk, form.MeetingId, Ct)).Agenda;
        Assert.Equal([agenda[0].Id, agenda[1].Id, null], minutes.Text.Items.Select(i => i.AgendaItemId));
        Assert.Equal(2, minutes.Text.Hosts.Split('、').Length);
        Assert.StartsWith(
            minutes.Text.Hosts,
            LibreOfficeReader.WordsOf(
                (await scene.District.Use<ExportMinutes>().AskAsync(scene.District.Admin, form.MeetingId, null, Ct)).Bytes
            )[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Saving_the_chair_freezes_no_list_of_guests_and_kept_text_holds_no_words_of_a_language()
    {
        var scene = await SceneAsync();
        var guest = new InviteGuest.Form
        {
            MeetingId = scene.Meeting,
            GuestName = "郑列席",
            UnitName = "区交通局",
        };
        await scene.RunAsync<InviteGuest>(u => u.RunAsync(scene.Clerk, guest, Ct));
        await scene.RunAsync<MarkPresence>(u =>
            u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Guests = [new(guest.GuestId, Presence.Present)] }, Ct)
        );
        await MarkAsync(scene, scene.First.Seat, Presence.Substitute);
        var drafted = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        Assert.Equal((null, "区交通局 郑列席"), (drafted.Text.Observers, drafted.Text.SatIn));
        await scene.RunAsync<SendMinutes>(u =>
            u.RunAsync(scene.Clerk, new() { MinutesId = drafted.MinutesId!.Value, ExpectedVersion = drafted.RowVersion }, Ct)
        );

        var sent = await scene.SeeAsync();
        Assert.Equal("大连湾中学 代会人员（代大连湾中学书记）", sent.Text.Present[0].Said);
        var language = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        Assert.Equal("大连湾中学 a substitute (for 大连湾中学书记)", sent.Text.Present[0].Said);
        System.Globalization.CultureInfo.CurrentUICulture = language;
        Assert.Null(sent.Moved);
    }

    [Fact]
    public async Task A_meeting_is_archived_when_its_minutes_are_issued_and_everything_agreed_is_closed()
    {
        var scene = await SceneAsync();
        await BreaksAsync("Minutes.NotIssuedToArchive", ArchiveAsync());
        await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        var resolution = await scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.First.Unit, scene.Meeting);
        Assert.Equal(MeetingState.FollowingUp, await StageAsync(scene));
        await BreaksAsync("Minutes.ResolutionsAreOpen", ArchiveAsync());
        await scene
            .District.Use<CoBuilding.Meetings.Resolutions.CloseResolution>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    ResolutionId = resolution,
                    ExpectedVersion = 1,
                    Outcome = CoBuilding.Meetings.Resolutions.ResolutionOutcome.Done,
                },
                Ct
            );
        await ArchiveAsync();
        Assert.Equal(MeetingState.Archived, await StageAsync(scene));

        Task ArchiveAsync() => scene.District.Use<ArchiveMeeting>().RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct);
    }

    private static async Task MarkAsync(Scene scene, Guid seat, Presence presence)
    {
        var row = (await scene.District.Use<SeeMeetingAsHost>().AskAsync(scene.Clerk, scene.Meeting, Ct)).Rows.Single(r =>
            r.SeatId == seat
        );
        await scene
            .District.Use<MarkPresence>()
            .RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Marks = [new(row.InvitationId, presence)] }, Ct);
    }

    private static async Task TakeBackAsync(Scene scene)
    {
        var sent = await scene.SeeAsync();
        await scene
            .District.Use<TakeBackMinutes>()
            .RunAsync(
                scene.Clerk,
                new()
                {
                    MinutesId = sent.MinutesId!.Value,
                    ExpectedVersion = sent.RowVersion,
                    Reason = "补写时段",
                },
                Ct
            );
    }

    private static async Task BreaksAsync(string key, Task action) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<RuleBroken>(() => action)).Key);
}
