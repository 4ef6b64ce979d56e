using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Rosters;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Replies;
using CoBuilding.Meetings.Series;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using CoBuilding.Web.Pages.Units;

namespace CoBuilding.Web.Downloads;

/// <summary>The downloads of the office: each uses the question of its page, read from the same query string.</summary>
public static class DownloadsEndpoints
{
    public static void MapDownloads(this WebApplication app)
    {
        app.MapDownload<ExportUnitsWorkbook>("/units/export", (export, scope, query, ct) => export.AskAsync(scope, Units(query), ct));
        app.MapDownload<ExportRostersForImportWorkbook>(
            "/committees/rosters/export",
            (export, scope, query, ct) => export.AskAsync(scope, new() { PlaceId = query.Id("place"), WithPast = query.Flag("past") }, ct)
        );
        app.MapDownload<ExportPeopleWorkbook>(
            "/units/people/export",
            (export, scope, query, ct) => export.AskAsync(scope, new() { PlaceId = query.Id("place"), WithEnded = query.Flag("ended") }, ct)
        );
        app.MapDownload<ExportCommitteesWorkbook>(
            "/committees/export",
            (export, scope, query, ct) => export.AskAsync(scope, Committees(query), ct)
        );
        app.MapDownload<ExportRosterWorkbook>(
            "/committees/{id:guid}/export",
            (export, scope, query, ct) =>
                export.AskAsync(scope, query.RowId, query.Day("on"), query.Day("known"), query.OneOf<NameOrder>("order"), ct)
        );
        app.MapDownload<ExportPairsWorkbook>(
            "/cross-appointments/export",
            (export, scope, query, ct) => export.AskAsync(scope, Pairs(query), ct)
        );
        app.MapDownload<ExportComparisonWorkbook>(
            "/committees/{id:guid}/compare/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.Comparison(), ct)
        );
        app.MapDownload<ExportUncoveredWorkbook>(
            "/dashboard/uncovered/export",
            (export, scope, query, ct) => export.AskAsync(scope, Uncovered(query), ct)
        );
        app.MapDownload<ExportMeetingsWorkbook>(
            "/meetings/export",
            (export, scope, query, ct) => export.AskAsync(scope, Meetings(query), ct)
        );
        app.MapDownload<ExportSeriesWorkbook>(
            "/meetings/series/export",
            (export, scope, query, ct) => export.AskAsync(scope, Series(query), ct)
        );
        app.MapDownload<ExportTopicsWorkbook>(
            "/meetings/plans/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapDownload<DownloadAttachment>(
            "/meetings/attachments/{id:guid}",
            (take, scope, query, ct) => take.AskAsync(scope, query.RowId, ct),
            Right.SeeMeetings
        );
        app.MapDownload<ExportAttendanceRatesWorkbook>(
            "/committees/{id:guid}/attendance/export",
            (export, scope, query, ct) => export.AskAsync(scope, Rates(query, query.RowId, null), ct)
        );
        app.MapDownload<ExportAttendanceRatesWorkbook>(
            "/units/{id:guid}/attendance/export",
            (export, scope, query, ct) => export.AskAsync(scope, Rates(query, null, query.RowId), ct)
        );
        app.MapDownload<ExportRepliesWorkbook>(
            "/meetings/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapDownload<ExportResolutionsWorkbook>(
            "/resolutions/export",
            (export, scope, query, ct) => export.AskAsync(scope, Resolutions(query), ct)
        );
        app.MapDownload<ExportNominationsWorkbook>(
            "/nominations/export",
            (export, scope, query, ct) => export.AskAsync(scope, Nominations(query), ct)
        );
        app.MapDownload<ExportVacanciesWorkbook>(
            "/vacancies/export",
            (export, scope, query, ct) => export.AskAsync(scope, Vacancies(query), ct)
        );
        app.MapDownload<ExportRenewalWorkbook>(
            "/renewals/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapDownload<ExportPartyChainWorkbook>(
            "/places/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Day("on"), ct)
        );
        app.MapDownload<DownloadFile>(
            "/library/{id:guid}/file",
            (take, scope, query, ct) => take.AskAsync(scope, query.Version(), ct),
            Right.ReadLibrary
        );
        app.MapPaper<ExportLibraryDocumentPaper>(
            "/library/{id:guid}/paper",
            (export, scope, query, ct) => export.AskAsync(scope, query.Version(), ct),
            Right.ReadLibrary,
            print: "/library/{id:guid}/print"
        );
        app.MapPapers();
    }

    private static void MapPapers(this WebApplication app)
    {
        app.MapPaper<ExportUnitsPaper>("/units/papers/ledger", (export, scope, query, ct) => export.AskAsync(scope, Units(query), ct));
        app.MapPaper<ExportAddressBookPaper>(
            "/units/papers/address-book",
            (export, scope, query, ct) => export.AskAsync(scope, Units(query), ct)
        );
        app.MapPaper<ExportRosterPaper>(
            "/committees/{id:guid}/papers/roster",
            (export, scope, query, ct) =>
                export.AskAsync(scope, query.RowId, query.Day("on"), query.Day("known"), query.OneOf<NameOrder>("order"), ct),
            print: "/committees/{id:guid}/print"
        );
        app.MapPaper<ExportAppointmentLettersPaper>(
            "/committees/{id:guid}/papers/letters",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Day("on"), query.Day("known"), query.Id("seat"), ct)
        );
        app.MapPaper<ExportRosterChangesPaper>(
            "/committees/{id:guid}/papers/changes",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Day("from"), query.Day("until"), ct)
        );
        app.MapPaper<ExportNominationFormsPaper>(
            "/nominations/papers/forms",
            (export, scope, query, ct) => export.AskAsync(scope, Nominations(query), query.Id("id"), ct)
        );
        app.MapPaper<ExportRenewalPaper>(
            "/renewals/{id:guid}/papers/sheet",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapPaper<ExportPairsPaper>(
            "/cross-appointments/papers/table",
            (export, scope, query, ct) => export.AskAsync(scope, Pairs(query), ct)
        );
        app.MapPaper<ExportNoticePaper>(
            "/meetings/{id:guid}/papers/notice",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapPaper<ExportAgendaPaper>(
            "/meetings/{id:guid}/papers/agenda",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapPaper<ExportAttendancePaper>(
            "/meetings/{id:guid}/papers/attendance",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapPaper<ExportSeatingPaper>(
            "/meetings/{id:guid}/papers/seating",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        app.MapPaper<ExportPlaceCardsPaper>(
            "/meetings/{id:guid}/papers/cards",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct),
            print: "/meetings/{id:guid}/cards"
        );
        app.MapPaper<ExportSignInSheetPaper>(
            "/meetings/{id:guid}/papers/sheet",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct),
            print: "/meetings/{id:guid}/sheet"
        );
        app.MapPaper<ExportMinutesPaper>(
            "/meetings/{id:guid}/papers/minutes",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Id("step"), ct)
        );
        app.MapPaper<ExportResolutionLedgerPaper>(
            "/resolutions/papers/ledger",
            (export, scope, query, ct) => export.AskAsync(scope, Resolutions(query), ct)
        );
        app.MapPaper<ExportReminderSlipPaper>(
            "/resolutions/{id:guid}/papers/reminder",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
    }

    private static SeeAttendanceRates.Question Rates(DownloadQuery query, Guid? committee, Guid? unit) =>
        new()
        {
            CommitteeId = committee,
            UnitId = unit,
            From = query.Day("from"),
            Until = query.Day("until"),
        };

    private static ListUnits.Question Units(DownloadQuery query) =>
        UnitsUrl.Question(
            query.Text("q"),
            query.Text("kind"),
            query.Text("place"),
            query.Text("noliaison"),
            query.Text("ended"),
            query.Text("order")
        );

    private static ListCommittees.Question Committees(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            KindId = query.Id("kind"),
            PlaceId = query.Id("place"),
            OnlyWithVacancies = query.Flag("vacancies"),
            OnlyOutsideQuota = query.Flag("outside"),
            OnlyCounted = query.Flag("counted"),
            State = query.OneOf<CommitteeState>("state"),
        };

    private static ListNominations.Question Nominations(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            State = query.OneOf<NominationState>("state"),
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            WithOver = query.Flag("over"),
        };

    private static ListVacancies.Question Vacancies(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            PlaceId = query.Id("place"),
            Reason = query.OneOf<EndReason>("reason"),
            OnlyWithoutNominee = query.Flag("open"),
        };

    private static ListPairs.Question Pairs(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            PlaceId = query.Id("place"),
            Standing = query.OneOf<UnitStanding>("standing"),
            On = query.Day("on"),
        };

    private static ListSeries.Question Series(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            Cadence = query.OneOf<Cadence>("cadence"),
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            WithStopped = query.Flag("stopped"),
        };

    private static ListUncovered.Question Uncovered(DownloadQuery query) => new() { Search = query.Text("q"), KindId = query.Id("kind") };

    private static ListResolutions.Question Resolutions(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            View = query.OneOf<ResolutionView>("view") ?? ResolutionView.Open,
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            MeetingId = query.Id("meeting"),
            UnitId = query.Id("unit"),
        };

    private static ListMeetings.Question Meetings(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            KindId = query.Id("kind"),
            State = query.OneOf<MeetingState>("state"),
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            From = query.Day("from"),
            Until = query.Day("until"),
        };
}
