using System.Text.Json;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Meetings.Series;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Places.PartyChain;
using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using CoBuilding.Units.Duplicates;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.House;

public class StatementsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task A_list_sends_as_many_statements_for_300_rows_as_for_10()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "U0");
        var meeting = await district.MeetingAsync(district.Admin, committee, member.Seat);
        var plan = await district.PlanAsync(district.Admin, committee);
        await district.Use<EnterTopic>().RunAsync(district.Admin, new() { PlanId = plan, Title = "T0" }, Ct);
        var renewal = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion,
            On = district.Today,
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, renewal, Ct);
        await district
            .Use<BeginSeries>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    Cadence = Cadence.Yearly,
                    Title = "R0",
                    UsualMonth = 12,
                    BegunOn = new(2026, 1, 1),
                },
                Ct
            );
        await district.OrganizationAsync(district.Street1, ChainKind.WorkingCommittee);
        await BulkRows.EverythingAsync(cluster, district, committee, meeting, plan, 1, 9);

        var few = await CountAsync(district, committee, meeting, plan, renewal.RenewalId);
        await BulkRows.EverythingAsync(cluster, district, committee, meeting, plan, 10, 290);
        var many = await CountAsync(district, committee, meeting, plan, renewal.RenewalId);

        Assert.All(few, q => Assert.InRange(q.Value.Rows, 9, 20));
        Assert.All(many, q => Assert.Equal(IsPaged(q.Key) ? ListQuestion.LargestPage : 300, q.Value.Rows));
        Assert.Equal(few.Select(q => (q.Key, q.Value.Statements)), many.Select(q => (q.Key, q.Value.Statements)));
        Assert.All(few, q => Assert.InRange(q.Value.Statements, 1, 11));
    }

    [Fact]
    public async Task Suggestions_of_duplicates_send_as_many_statements_for_300_pairs_as_for_10()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.TwinsAsync(cluster, district, 1, 10);
        var few = await CountAsync();
        await BulkRows.TwinsAsync(cluster, district, 11, 290);
        Assert.Equal(((3, 10), (3, 10)), few); // the door, the count, the page
        Assert.Equal(((3, 100), (3, 100)), await CountAsync());

        async Task<((int, int), (int, int))> CountAsync()
        {
            var (units, people) = (0, 0);
            var forUnits = await StatementCounter.OfAsync(async () =>
                units = (await district.Use<ListUnitDuplicates>().AskAsync(district.Admin, new() { Size = 100 }, Ct)).Rows.Count
            );
            var forPeople = await StatementCounter.OfAsync(async () =>
                people = (await district.Use<ListPersonDuplicates>().AskAsync(district.Admin, new() { Size = 100 }, Ct)).Rows.Count
            );
            return ((forUnits, units), (forPeople, people));
        }
    }

    [Fact]
    public async Task Seats_out_of_step_send_as_many_statements_for_300_as_for_10()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var meeting = await district.MeetingAsync(
            district.Admin,
            committee,
            (await district.MemberAsync(committee, district.Street1, "U0")).Seat
        );
        var plan = await district.PlanAsync(district.Admin, committee);
        var few = await CountAsync(1, 10);
        Assert.Equal((3, 10), few); // the door, the count, the page
        Assert.Equal((3, 100), await CountAsync(11, 290));

        async Task<(int, int)> CountAsync(int from, int count)
        {
            await BulkRows.EverythingAsync(cluster, district, committee, meeting, plan, from, count);
            await BulkRows.OutOfStepAsync(cluster, district, from, count);
            var rows = 0;
            return (
                await StatementCounter.OfAsync(async () =>
                    rows = (await district.Use<ListOutOfStep>().AskAsync(district.Admin, new() { Size = 100 }, Ct)).Rows.Count
                ),
                rows
            );
        }
    }

    [Fact]
    public async Task A_units_own_page_sends_as_many_statements_for_300_rows_as_for_10()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        var member = await district.MemberAsync(committee, district.Street1, "U0");
        var secretary = await district.UnitScopeAsync(member.Unit, member.Person);
        var few = await CountAsync(1, 10);
        Assert.All(few, q => Assert.Equal(10, q.Rows));
        Assert.All(few, q => Assert.InRange(q.Statements, 3, 4)); // the door, the count, the page; for nominations the chain as well
        var many = await CountAsync(11, 290);
        Assert.All(many, q => Assert.Equal(ListQuestion.LargestPage, q.Rows));
        Assert.Equal(few.Select(q => (q.Name, q.Statements)), many.Select(q => (q.Name, q.Statements)));

        async Task<List<(string Name, int Rows, int Statements)>> CountAsync(int from, int count)
        {
            await BulkRows.OwnAsync(cluster, district, committee, member.Unit, member.Seat, from, count);
            return
            [
                await OfAsync(
                    "ListMyUnitInvitations",
                    async () => (await district.Use<ListMyUnitInvitations>().AskAsync(secretary, new() { Size = 100 }, Ct)).Rows.Count
                ),
                await OfAsync(
                    "ListMyUnitTopicCalls",
                    async () => (await district.Use<ListMyUnitTopicCalls>().AskAsync(secretary, new() { Size = 100 }, Ct)).Rows.Count
                ),
                await OfAsync(
                    "ListMyUnitTasks",
                    async () => (await district.Use<ListMyUnitTasks>().AskAsync(secretary, new() { Size = 100 }, Ct)).Rows.Count
                ),
                await OfAsync(
                    "ListMyUnitCountersigns",
                    async () => (await district.Use<ListMyUnitCountersigns>().AskAsync(secretary, new() { Size = 100 }, Ct)).Rows.Count
                ),
                await OfAsync(
                    "ListMyUnitNominations",
                    async () => (await district.Use<ListMyUnitNominations>().AskAsync(secretary, new() { Size = 100 }, Ct)).Rows.Count
                ),
            ];
        }

        static async Task<(string, int, int)> OfAsync(string name, Func<Task<int>> question)
        {
            var rows = 0;
            var statements = await StatementCounter.OfAsync(async () => rows = await question());
            return (name, rows, statements);
        }
    }

    [Fact]
    public async Task The_counter_sees_one_statement_more_per_row()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.UnitsAsync(cluster, district, 1, 5);
        var list = await StatementCounter.OfAsync(() => district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct));
        var guilty = await StatementCounter.OfAsync(async () =>
        {
            var page = await district.Use<ListUnits>().AskAsync(district.Admin, new(), Ct);
            foreach (var row in page.Rows)
                await district.Use<SeeUnit>().AskAsync(district.Admin, row.Id, Ct);
        });
        Assert.Equal(5, list); // the door, the order of names, the count, the ids of the page, its rows
        Assert.Equal(5 + (5 * 6), guilty);
    }

    private static int BodiesIn(IEnumerable<SeeNetwork.Node> nodes) => nodes.Sum(n => n.Bodies.Count + BodiesIn(n.Nodes));

    private static bool IsPaged(string question) =>
        question.StartsWith("List", StringComparison.Ordinal)
        || question.StartsWith("Find", StringComparison.Ordinal)
        || question == nameof(SeeJournal);

    private static async Task<SortedDictionary<string, (int Rows, int Statements)>> CountAsync(
        TestDistrict district,
        Guid committee,
        Guid meeting,
        Guid plan,
        Guid renewal
    )
    {
        SortedDictionary<string, (int, int)> counts = new(StringComparer.Ordinal);
        var admin = district.Admin;
        await Ask(
            "SeePartyChain",
            async () => (await district.Use<SeePartyChain>().AskAsync(admin, district.Street1.Id, null, Ct)).Roots.Single().All().Count()
        );
        await Ask("SeePicture", async () => (await district.Use<SeePicture>().AskAsync(admin, district.Street1.Id, Ct)).Units.Count);
        await Ask("SeeNetwork", async () => BodiesIn((await district.Use<SeeNetwork>().AskAsync(admin, new(null, Whole: true), Ct)).Roots));
        await Ask("ListUnits", async () => (await district.Use<ListUnits>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Ask(
            "ListPeople",
            async () => (await district.Use<ListPeople>().AskAsync(admin, new() { Size = 100, Order = NameOrder.Rank }, Ct)).Rows.Count
        );
        await Ask(
            "ListCommittees",
            async () =>
                (await district.Use<ListCommittees>().AskAsync(admin, new() { Size = 100, Kind = CommitteeKind.BigParty }, Ct)).Rows.Count
        );
        await Ask("SeeRoster", async () => (await district.Use<SeeRoster>().AskAsync(admin, committee, null, null, Ct)).Rows.Count);
        await Ask(
            "ListNominations",
            async () => (await district.Use<ListNominations>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count
        );
        await Ask("ListVacancies", async () => (await district.Use<ListVacancies>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Ask(
            "ListLibraryDocuments",
            async () => (await district.Use<ListLibraryDocuments>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count
        );
        await Ask("SeeRenewal", async () => (await district.Use<SeeRenewal>().AskAsync(admin, renewal, Ct)).Rows.Count);
        await Export("ExportNominationsWorkbook", () => district.Use<ExportNominationsWorkbook>().AskAsync(admin, new(), Ct));
        await Export("ExportNominationFormsPaper", () => district.Use<ExportNominationFormsPaper>().AskAsync(admin, new(), null, Ct));
        await Export("ExportRenewalWorkbook", () => district.Use<ExportRenewalWorkbook>().AskAsync(admin, renewal, Ct));
        await Export("ExportRenewalPaper", () => district.Use<ExportRenewalPaper>().AskAsync(admin, renewal, Ct));
        await Ask("ListPairs", async () => (await district.Use<ListPairs>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Ask("ListMeetings", async () => (await district.Use<ListMeetings>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Ask("ListPlans", async () => (await district.Use<ListPlans>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Ask("ListSeries", async () => (await district.Use<ListSeries>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Export("ExportSeriesWorkbook", () => district.Use<ExportSeriesWorkbook>().AskAsync(admin, new(), Ct));
        await Ask("SeePlan", async () => (await district.Use<SeePlan>().AskAsync(admin, plan, Ct)).Topics.Count);
        await Ask("SeeMeeting", async () => (await district.Use<SeeMeeting>().AskAsync(admin, meeting, Ct)).Rows.Count);
        await Ask("SeeMeetingAsHost", async () => (await district.Use<SeeMeetingAsHost>().AskAsync(admin, meeting, Ct)).Rows.Count);
        await Ask(
            "SeeRecipients",
            async () => (await district.Use<SeeRecipients>().AskAsync(admin, meeting, Ct)).Rows.DistinctBy(r => r.InvitationId).Count()
        );
        await Ask(
            "ListMeetingMessages",
            async () =>
                (await district.Use<ListMeetingMessages>().AskAsync(admin, new() { MeetingId = meeting, Size = 100 }, Ct)).Rows.Count
        );
        await Ask("SeeMinutes", async () => (await district.Use<SeeMinutes>().AskAsync(admin, meeting, Ct)).Units.Count);
        await Ask(
            "ListResolutions",
            async () => (await district.Use<ListResolutions>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count
        );
        await Ask(
            "FindAskableUnits",
            async () =>
                (await district.Use<FindAskableUnits>().AskAsync(admin, new() { CommitteeId = committee, Size = 100 }, Ct)).Rows.Count
        );
        await Ask("ListAccounts", async () => (await district.Use<ListAccounts>().AskAsync(admin, new() { Size = 100 }, Ct)).Rows.Count);
        await Ask(
            "SeeJournal",
            async () =>
                (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Size = 100, Subject = "units" }, Ct)).Rows.Count
        );
        await Export("ExportRosterWorkbook", () => district.Use<ExportRosterWorkbook>().AskAsync(admin, committee, null, null, null, Ct));
        await Export(
            "ExportPartyChainWorkbook",
            () => district.Use<ExportPartyChainWorkbook>().AskAsync(admin, district.Street1.Id, null, Ct)
        );
        await Export("ExportUnitsWorkbook", () => district.Use<ExportUnitsWorkbook>().AskAsync(admin, new(), Ct));
        await Export("ExportCommitteesWorkbook", () => district.Use<ExportCommitteesWorkbook>().AskAsync(admin, new(), Ct));
        await Export("ExportPairsWorkbook", () => district.Use<ExportPairsWorkbook>().AskAsync(admin, new(), Ct));
        await Export("ExportPairsPaper", () => district.Use<ExportPairsPaper>().AskAsync(admin, new(), Ct));
        await Export("ExportMeetingsWorkbook", () => district.Use<ExportMeetingsWorkbook>().AskAsync(admin, new(), Ct));
        await Export("ExportTopicsWorkbook", () => district.Use<ExportTopicsWorkbook>().AskAsync(admin, plan, Ct));
        await Export("ExportRepliesWorkbook", () => district.Use<ExportRepliesWorkbook>().AskAsync(admin, meeting, Ct));
        await Export("ExportResolutionsWorkbook", () => district.Use<ExportResolutionsWorkbook>().AskAsync(admin, new(), Ct));
        await Export("ExportResolutionLedgerPaper", () => district.Use<ExportResolutionLedgerPaper>().AskAsync(admin, new(), Ct));
        await Export("ExportRosterPaper", () => district.Use<ExportRosterPaper>().AskAsync(admin, committee, null, null, null, Ct));
        await Export(
            "ExportAppointmentLettersPaper",
            () => district.Use<ExportAppointmentLettersPaper>().AskAsync(admin, committee, null, null, null, Ct)
        );
        await Export(
            "ExportRosterChangesPaper",
            () => district.Use<ExportRosterChangesPaper>().AskAsync(admin, committee, district.Today.AddYears(-1), null, Ct)
        );
        await Export("ExportUnitsPaper", () => district.Use<ExportUnitsPaper>().AskAsync(admin, new(), Ct));
        await Export("ExportAddressBookPaper", () => district.Use<ExportAddressBookPaper>().AskAsync(admin, new(), Ct));
        await Export("ExportNoticePaper", () => district.Use<ExportNoticePaper>().AskAsync(admin, meeting, Ct));
        await Export("ExportAttendancePaper", () => district.Use<ExportAttendancePaper>().AskAsync(admin, meeting, Ct));
        await Ask(
            "SeeReplies",
            async () => (await district.Use<SeeReplies>().AskAsync(admin, new() { MeetingId = meeting, Size = 100 }, Ct)).Page.Total
        );
        await Ask(
            "SeeRoom",
            async () => (await district.Use<SeeRoom>().AskAsync(admin, new() { MeetingId = meeting, Size = 100 }, Ct)).Board.Page.Total
        );
        await Export("ExportSeatingPaper", () => district.Use<ExportSeatingPaper>().AskAsync(admin, meeting, Ct));
        await Export("ExportPlaceCardsPaper", () => district.Use<ExportPlaceCardsPaper>().AskAsync(admin, meeting, Ct));
        await Export("ExportSignInSheetPaper", () => district.Use<ExportSignInSheetPaper>().AskAsync(admin, meeting, Ct));
        return counts;

        async Task Ask(string name, Func<Task<int>> question)
        {
            var rows = 0;
            var statements = await StatementCounter.OfAsync(async () => rows = await question());
            counts.Add(name, (rows, statements));
        }

        async Task Export(string name, Func<Task> export)
        {
            var statements = await StatementCounter.OfAsync(export);
            var subject =
                name.Contains("Units", StringComparison.Ordinal) || name.Contains("Address", StringComparison.Ordinal) ? "units" : null;
            counts.Add(name, (await RowsOfLastExportAsync(district, subject), statements));
        }
    }

    /// <param name="subject">What was exported, if an export also journals views of numbers.</param>
    private static async Task<int> RowsOfLastExportAsync(TestDistrict district, string? subject)
    {
        var journal = await district
            .Use<SeeJournal>()
            .AskAsync(
                district.Auditor,
                new()
                {
                    Search = nameof(Right.Export),
                    Subject = subject,
                    Size = 1,
                },
                Ct
            );
        return JsonDocument.Parse(journal.Rows[0].After!).RootElement.GetProperty("RowCount").GetInt32();
    }
}
