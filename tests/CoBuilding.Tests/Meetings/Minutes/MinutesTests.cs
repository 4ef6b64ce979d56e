using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Minutes;

public class MinutesTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>A street's committee with two units, at a meeting that is about to begin.</summary>
    private sealed record Scene(TestDistrict District, Scope Clerk, Guid Committee, (Guid Seat, Guid Unit, Guid Person) First, (Guid Seat, Guid Unit, Guid Person) Second, Guid Meeting)
    {
        public Task<SeeMinutes.Answer> SeeAsync() => District.Use<SeeMinutes>().AskAsync(Clerk, Meeting, Ct);

        public Task RunAsync<T>(Func<T, Task> deed) where T : class => deed(District.Use<T>());
    }

    private async Task<Scene> SceneAsync()
    {
        var district = await TestDistrict.FoundAsync(cluster);
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
        var board = await district.Use<SeeReplyBoard>().AskAsync(clerk, scene.Meeting, Ct);
        var row = board.Rows.Single(r => r.Unit == "大连湾医院");
        await district.Use<RecordReply>().RunAsync(clerk, new() { InvitationId = row.InvitationId, Reply = Reply.Substitute, SubstituteName = "李新", ToldBy = "王" }, Ct);
        await district.Use<MarkPresence>().RunAsync(clerk, new() { MeetingId = scene.Meeting, Marks = [new(row.InvitationId, Presence.Substitute)] }, Ct);
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
    public async Task A_meeting_has_one_set_of_minutes_and_not_before_it_begins()
    {
        var scene = await SceneAsync();
        await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        await BreaksAsync("Minutes.AlreadyBegun", scene.RunAsync<BeginMinutes>(u => u.RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct)));
        var coming = await scene.District.MeetingAsync(scene.Clerk, scene.Committee, scene.First.Seat);
        await BreaksAsync("Meetings.NotBegun", scene.RunAsync<BeginMinutes>(u => u.RunAsync(scene.Clerk, new() { MeetingId = coming }, Ct)));
    }

    [Fact]
    public async Task Two_people_who_write_on_different_items_never_meet_and_on_the_same_one_the_later_is_told()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var other = await scene.District.StaffAsync("colleague", Role.StreetClerk, scene.District.Street1);
        var save = scene.District.Use<SaveMinutesText>();
        var (first, second) = (minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id), minutes.Items.Single(i => i.Id == minutes.Text.Items[1].Id));
        Assert.Equal(first.Seen + 1, await save.RunAsync(scene.Clerk, new() { ItemId = first.Id, Seen = first.Seen, Said = "甲写的" }, Ct));
        Assert.Equal(second.Seen + 1, await save.RunAsync(other, new() { ItemId = second.Id, Seen = second.Seen, Said = "乙写的" }, Ct));
        var stale = await Assert.ThrowsAsync<Stale>(() => save.RunAsync(other, new() { ItemId = first.Id, Seen = first.Seen, Said = "乙也写" }, Ct));
        Assert.Equal("clerk" + scene.District.Street1.Code, stale.Changes[0].Who);
        Assert.Equal(["甲写的", "乙写的"], (await scene.SeeAsync()).Text.Items.Take(2).Select(i => i.Said));
    }

    [Fact]
    public async Task The_same_text_saved_again_changes_nothing_and_what_is_typed_never_stands_in_the_journal()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var item = minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id);
        var again = new SaveMinutesText.Form { ItemId = item.Id, Seen = item.Seen, Said = minutes.Text.Items[0].Said, Consensus = Consensus.Agreed };
        Assert.Equal(item.Seen, await scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, again, Ct));
        var journal = await scene.District.Use<SeeJournal>().AskAsync(scene.District.Auditor, new() { Subject = "minutes_items", Size = 100 }, Ct);
        Assert.Contains(journal.Rows, r => r.Deed == "changed" && r.After!.Contains("Said", StringComparison.Ordinal));
        Assert.DoesNotContain(journal.Rows, r => r.After!.Contains("车位", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Votes_are_counted_only_where_the_district_says_so()
    {
        var scene = await SceneAsync();
        var minutes = await scene.District.MinutesAsync(scene.Clerk, scene.Meeting);
        var item = minutes.Items.Single(i => i.Id == minutes.Text.Items[0].Id);
        var form = new SaveMinutesText.Form { ItemId = item.Id, Seen = item.Seen, Said = "表决", VotesFor = 8, VotesAbstained = 1 };
        await BreaksAsync("Minutes.VotesAreNotCounted", scene.District.Use<SaveMinutesText>().RunAsync(scene.Clerk, form, Ct));
        await scene.District.Use<SetMinutesSetting>().RunAsync(scene.District.Admin, new() { CountersignWorkdays = 5, CountsVotes = true }, Ct);
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
        var issue = new IssueMinutes.Form { MinutesId = sent.MinutesId!.Value, Seen = sent.Seen, IssuedOn = scene.District.Today };
        await BreaksAsync("Minutes.UnitsStillAsked", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));

        scene.District.Clock.Advance(TimeSpan.FromDays(8)); // Tuesday, the day after the term
        var clerk = await scene.District.SignInAsync("clerk" + scene.District.Street1.Code);
        var over = await scene.District.Use<SeeMinutes>().AskAsync(clerk, scene.Meeting, Ct);
        Assert.All(over.Units, u => Assert.Equal((CountersignStanding.Silent, null), (u.Standing, u.AnsweredAt)));
        await scene.District.Use<IssueMinutes>().RunAsync(clerk, issue with { OperationId = Guid.CreateVersion7(), IssuedOn = scene.District.Today }, Ct);
        var issued = await scene.District.Use<SeeMinutes>().AskAsync(clerk, scene.Meeting, Ct);
        Assert.Equal((MinutesState.Issued, 1, MeetingState.Issued), (issued.State, issued.Version, issued.MeetingState));
    }

    [Fact]
    public async Task A_units_comments_wait_for_the_host_who_answers_or_takes_the_minutes_back()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var secretary = await scene.District.UnitScopeAsync(scene.First.Unit, scene.First.Person);
        var own = Assert.Single((await scene.District.Use<ListOwnCountersigns>().AskAsync(secretary, new(), Ct)).Rows);
        Assert.True(own.IsOpen);
        await scene.District.Use<CountersignMinutes>().RunAsync(secretary, new() { CountersignId = own.CountersignId, Answer = CountersignAnswer.Comments, Comments = "请写明晚间时段" }, Ct);
        var seen = await scene.SeeAsync();
        var unit = seen.Units.Single(u => u.CountersignId == own.CountersignId);
        Assert.Equal((CountersignStanding.Comments, ReplySource.Holder, "大连湾中学书记"), (unit.Standing, unit.ReplySource, unit.Answered!.Actor));
        await Assert.ThrowsAsync<NotFound>(() => scene.District.Use<CountersignMinutes>().RunAsync(secretary, new()
        {
            CountersignId = seen.Units.Single(u => u != unit).CountersignId, Answer = CountersignAnswer.NoObjection,
        }, Ct)); // another unit's

        var issue = new IssueMinutes.Form { MinutesId = sent.MinutesId!.Value, Seen = sent.Seen, IssuedOn = scene.District.Today };
        await BreaksAsync("Minutes.CommentsWait", scene.RunAsync<IssueMinutes>(u => u.RunAsync(scene.Clerk, issue, Ct)));
        await scene.District.Use<SettleComments>().RunAsync(scene.Clerk, new() { CountersignId = unit.CountersignId, Seen = unit.Seen, Settlement = "见第二项" }, Ct);
        Assert.Equal("见第二项", (await scene.District.Use<SeeCountersign>().AskAsync(secretary, unit.CountersignId, Ct)).Settlement);
        await scene.District.Use<CountersignMinutes>().RunAsync(secretary, new() { CountersignId = own.CountersignId, Answer = CountersignAnswer.Comments, Comments = "仍请写明" }, Ct);
        Assert.True((await scene.SeeAsync()).HasComments); // other comments want another answer

        await scene.District.Use<TakeBackMinutes>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value, Seen = sent.Seen, Reason = "补写时段" }, Ct);
        var back = await scene.SeeAsync();
        Assert.Equal((MinutesState.Drafting, MeetingState.MinutesDrafted), (back.State, back.Meeting.WrittenUp));
        await BreaksAsync("Minutes.NotCountersigning", scene.RunAsync<CountersignMinutes>(u => u.RunAsync(secretary, new() { CountersignId = own.CountersignId, Answer = CountersignAnswer.NoObjection }, Ct)));
        await scene.District.Use<SendMinutes>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value, Seen = back.Seen, Workdays = 2 }, Ct);
        var again = await scene.SeeAsync();
        Assert.All(again.Units, u => Assert.Equal(CountersignStanding.Waiting, u.Standing)); // each round asks anew; the word of before stays in its own row
        Assert.Equal([MinutesDeed.Begun, MinutesDeed.Sent, MinutesDeed.TakenBack, MinutesDeed.Sent], again.Steps.Select(s => s.Kind));
        Assert.All(again.Steps, s => Assert.Equal("clerk" + scene.District.Street1.Code, s.Who));
    }

    [Fact]
    public async Task A_unit_countersigns_by_link_and_the_link_ends_with_its_term_and_its_office()
    {
        var scene = await SceneAsync();
        var sent = await scene.District.SentMinutesAsync(scene.Clerk, scene.Meeting);
        var links = await scene.District.Use<MakeCountersignLinks>().RunAsync(scene.Clerk, new() { MinutesId = sent.MinutesId!.Value }, Ct);
        Assert.Equal(4, links.Count); // holder and liaison officer of two units
        var link = scene.District.Link(links.Single(l => l.Unit == "大连湾中学" && l.Addressee == Addressee.LiaisonOfficer).Token);
        var read = await scene.District.Use<SeeCountersign>().AskAsync(link, null, Ct);
        Assert.Equal(("大连湾中学", true, "各单位同意错时开放车位。"), (read.Unit, read.IsOpen, read.Text.Items[0].Said));
        await scene.District.Use<CountersignMinutes>().RunAsync(link, new() { Answer = CountersignAnswer.NoObjection }, Ct);
        var unit = (await scene.SeeAsync()).Units.Single(u => u.Name == "大连湾中学");
        Assert.Equal((CountersignStanding.NoObjection, "大连湾中学联络员", "大连湾中学书记"), (unit.Standing, unit.Answered!.Actor, unit.Answered.Principal));

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
        await BreaksAsync("Minutes.NotDrafting", scene.RunAsync<SaveMinutesText>(u => u.RunAsync(scene.Clerk, new() { ItemId = item.Id, Seen = item.Seen, Said = "改" }, Ct)));

        // Who came is marked differently afterwards: what was issued stays.
        var board = await scene.District.Use<SeeReplyBoard>().AskAsync(scene.Clerk, scene.Meeting, Ct);
        await scene.District.Use<MarkPresence>().RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting, Marks = [new(board.Rows[0].InvitationId, Presence.Absent)] }, Ct);
        Assert.Equal(2, (await scene.SeeAsync()).Text.Present.Count);

        await scene.District.Use<CorrectMinutes>().RunAsync(scene.Clerk, new() { ItemId = item.Id, Seen = item.Seen, Said = "同意，自十二月起。", Consensus = Consensus.Agreed, Reason = "漏写日期" }, Ct);
        var corrected = await scene.SeeAsync();
        Assert.Equal((2, "同意，自十二月起。", "第4期"), (corrected.Version, corrected.Text.Items[0].Said, corrected.Text.DocumentNumber));
        Assert.Equal("漏写日期", corrected.Steps[^1].Reason);
    }

    [Fact]
    public async Task A_meeting_is_archived_when_its_minutes_are_issued_and_everything_agreed_is_closed()
    {
        var scene = await SceneAsync();
        await BreaksAsync("Minutes.NotIssuedToArchive", ArchiveAsync());
        await scene.District.IssuedMinutesAsync(scene.Clerk, scene.Meeting);
        var resolution = await scene.District.ResolutionAsync(scene.Clerk, scene.Committee, scene.First.Unit, scene.Meeting);
        Assert.Equal(MeetingState.FollowingUp, (await scene.SeeAsync()).Meeting.WrittenUp);
        await BreaksAsync("Minutes.ResolutionsAreOpen", ArchiveAsync());
        await scene.District.Use<CoBuilding.Meetings.Resolutions.CloseResolution>().RunAsync(scene.Clerk, new()
        {
            ResolutionId = resolution, Seen = 1, Outcome = CoBuilding.Meetings.Resolutions.ResolutionOutcome.Done,
        }, Ct);
        await ArchiveAsync();
        Assert.Equal(MeetingState.Archived, (await scene.SeeAsync()).Meeting.WrittenUp);

        Task ArchiveAsync() => scene.District.Use<ArchiveMeeting>().RunAsync(scene.Clerk, new() { MeetingId = scene.Meeting }, Ct);
    }

    private static async Task BreaksAsync(string key, Task deed) => Assert.Equal(key, (await Assert.ThrowsAsync<RuleBroken>(() => deed)).Key);
}
