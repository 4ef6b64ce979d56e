using System.Text;
using CoBuilding.Access;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Records;
using CoBuilding.Contracts;
using CoBuilding.Dashboards;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.ProofRoom.Noticeboard;
using CoBuilding.Tests.House;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.ProofRoom.Tests;

/// <summary>Each of the room's contributions appears in the list that the portal makes of all rooms'.</summary>
[Collection<ComposedPortal>]
public class ContributionsTests(TestCluster cluster)
{
    private const string Title = "本周六上午停水检修";

    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_to_do_is_listed_by_the_statements_that_are_sent_anyway()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var notice = await HangAsync(district, n => n.HangsUntil = district.Today.AddDays(2));
        await HangAsync(district, n => n.Title = "下月体检安排");

        var all = district.Use<ListToDos>();
        var toDo = Assert.Single((await all.AskAsync(clerk, Ct)).First, t => t.Kind == NoticeToDos.NoticeEnds);
        Assert.Equal((notice, Title, "东街道", false), (toDo.SubjectId, toDo.Title, toDo.Host, toDo.IsOverdue));

        var others = new ListToDos(district.Use<Door>(), district.Use<IEnumerable<IToDos>>().Where(t => t is not NoticeToDos));
        Assert.DoesNotContain((await others.AskAsync(clerk, Ct)).First, t => t.Kind == NoticeToDos.NoticeEnds);
        Assert.Equal(
            await StatementCounter.OfAsync(() => others.AskAsync(clerk, Ct)),
            await StatementCounter.OfAsync(() => all.AskAsync(clerk, Ct))
        );
    }

    [Fact]
    public async Task The_dashboard_has_its_figure_and_what_waits()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var notice = await HangAsync(district, n => n.HangsUntil = district.Today.AddDays(2));
        var down = await HangAsync(district, n => n.Title = "下月体检安排");
        await district.Use<TakeDownNotices>().RunAsync(district.Admin, new() { Chosen = [new(down, 1)] }, Ct);

        var board = await district.Use<SeeDashboard>().AskAsync(district.Admin, Ct);
        Assert.Equal(new(1, 2), Assert.Single(board.Figures, f => f.Key == HangingNoticesFigure.TextKey).Ratio);
        Assert.Equal(
            new(NoticeEndsMatters.TextKey, notice, Title, "东街道", 1, district.Today.AddDays(2)),
            Assert.Single(board.Matters, a => a.Key == NoticeEndsMatters.TextKey)
        );
    }

    [Fact]
    public async Task A_new_draft_s_agenda_begins_with_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        await HangAsync(district, n => n.CommitteeId = committee);

        var form = district.MeetingForm(committee, member.Seat);
        await district.Use<DraftMeeting>().RunAsync(district.Admin, form, Ct);
        Assert.Equal(
            ["公告栏有关事项", .. form.Agenda.Select(l => l.Topic)],
            (await district.Use<SeeMeeting>().AskAsync(district.Admin, form.MeetingId, Ct)).Topics
        );
    }

    [Fact]
    public async Task It_counts_as_a_request_to_its_unit()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "甲单位");
        await district.Use<SetMeetingWarningSetting>().RunAsync(district.Admin, new() { MostRequests = 1, NoticeDays = 3 }, Ct);
        var form = district.MeetingForm(committee, member.Seat);
        await district.Use<DraftMeeting>().RunAsync(district.Admin, form, Ct);
        Assert.DoesNotContain(await CheckAsync(), w => w.Doubt == CheckMeeting.Doubt.OftenAsked);

        await HangAsync(district, n => n.UnitId = member.Unit);
        var often = Assert.Single(await CheckAsync(), w => w.Doubt == CheckMeeting.Doubt.OftenAsked);
        Assert.Equal(("甲单位", 2), (often.Who, often.Count));

        Task<IReadOnlyList<CheckMeeting.Warning>> CheckAsync() => district.Use<CheckMeeting>().AskAsync(district.Admin, form.MeetingId, Ct);
    }

    [Fact]
    public async Task It_ends_with_its_body()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        await HangAsync(district, n => n.CommitteeId = committee);
        await HangAsync(district, n => n.Title = "下月体检安排");
        var form = new DissolveCommittee.Form
        {
            CommitteeId = committee,
            ExpectedVersion = 1,
            On = district.Today,
            Reason = "区划调整",
        };
        await district.Use<DissolveCommittee>().RunAsync(district.Admin, form, Ct);

        var rows = (await district.Use<ListNotices>().AskAsync(district.Admin, new(), Ct)).Rows;
        Assert.Equal(
            [("下月体检安排", NoticeState.Hanging), (Title, NoticeState.TakenDown)],
            rows.Select(r => (r.Title, r.State)).OrderBy(r => r.State)
        );
    }

    [Fact]
    public async Task Who_looks_after_it_keeps_the_number_and_the_page_of_that_person_says_so()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var unit = await district.UnitAsync(district.Street1);
        var (keeper, former) = (await district.PersonAsync(unit, "王看护"), await district.PersonAsync(unit, "李离任"));
        await HangAsync(
            district,
            n =>
            {
                n.CommitteeId = committee;
                n.PersonId = keeper;
            }
        );
        foreach (var post in (await district.Use<SeeUnit>().AskAsync(district.Admin, unit, Ct)).Posts)
            await district.Use<EndPost>().RunAsync(district.Admin, new() { PostId = post.PostId, On = district.Today.AddDays(-100) }, Ct);
        await district.Use<PurgeMobiles>().RunAsync(Scope.ForClock(district.Id), new(), Ct);

        var seen = await district.Use<SeePerson>().AskAsync(district.Admin, keeper, Ct);
        Assert.NotNull(seen.Mobile);
        Assert.Null((await district.Use<SeePerson>().AskAsync(district.Admin, former, Ct)).Mobile);
        var held = Assert.Single(seen.Seats);
        Assert.Equal(("Noticeboard.LooksAfter", committee, Title, true), (held.KindKey, held.CommitteeId, held.Title, held.IsCurrent));
    }

    [Fact]
    public async Task It_keeps_duplicates_from_being_merged()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (unit, twin) = (await district.UnitAsync(district.Street1), await district.UnitAsync(district.Street1, "一中"));
        var (person, other) = (await district.PersonAsync(unit, "王看护"), await district.PersonAsync(unit, "王看护"));
        var notice = await HangAsync(
            district,
            n =>
            {
                n.UnitId = twin;
                n.PersonId = other;
            }
        );
        await RuleAssert.BrokenAsync("Noticeboard.UnitHasNotices", MergeUnitsAsync);
        await RuleAssert.BrokenAsync("Noticeboard.PersonHasNotices", MergePeopleAsync);
        await district.Use<TakeDownNotices>().RunAsync(district.Admin, new() { Chosen = [new(notice, 1)] }, Ct);
        await MergeUnitsAsync();
        await MergePeopleAsync();

        Task MergeUnitsAsync() =>
            district
                .Use<MergeUnits>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        DuplicateId = twin,
                        ExpectedVersion = 1,
                        SurvivorId = unit,
                    },
                    Ct
                );

        Task MergePeopleAsync() =>
            district
                .Use<MergePeople>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        DuplicateId = other,
                        ExpectedVersion = 1,
                        SurvivorId = person,
                    },
                    Ct
                );
    }

    [Fact]
    public async Task Its_last_day_is_in_the_calendar()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var clerk = await district.ClerkAsync(district.Street1);
        var notice = await HangAsync(district);
        var entries = await district.Use<SeeCalendar>().AskAsync(clerk, Ct);
        Assert.Equal((notice, Title, "东街道"), (entries.Single().Id, entries.Single().Title, entries.Single().Host));
        Assert.Contains(
            Title,
            Encoding.UTF8.GetString(Calendar.Feed(entries).Bytes).Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Empty(await district.Use<SeeCalendar>().AskAsync(await district.ClerkAsync(district.Street2), Ct));
    }

    [Fact]
    public async Task Its_message_is_written_when_it_is_claimed()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district
            .Use<SetSmsChannel>()
            .RunAsync(district.Admin, new() { Url = "http://127.0.0.1:9/sms", Body = """{"mobile":"{mobile}","text":"{text}"}""" }, Ct);
        var person = await district.PersonAsync(await district.UnitAsync(district.Street1), "王看护");
        await HangAsync(district, n => n.PersonId = person);

        var claimed = await district.Use<ClaimMessage>().RunAsync(Scope.ForClock(district.Id), new(), Ct);
        Assert.Equal(
            ("13812345678", "请您关注公告“本周六上午停水检修”，张贴至2026年11月28日。"),
            (claimed?.Rendered?.To, claimed?.Rendered?.Text)
        );
    }

    private static async Task<Guid> HangAsync(TestDistrict district, Action<HangNotice.Form>? change = null)
    {
        var form = HangNoticeTests.Notice(district, district.Street1);
        change?.Invoke(form);
        await district.Use<HangNotice>().RunAsync(district.Admin, form, Ct);
        return form.NoticeId;
    }
}
