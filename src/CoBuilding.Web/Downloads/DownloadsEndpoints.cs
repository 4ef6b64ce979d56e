using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Life;
using CoBuilding.Committees.Nominations;
using CoBuilding.Committees.Terms;
using CoBuilding.Committees.Timeline;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Meetings.Series;
using CoBuilding.Meetings.Topics;
using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.Ordering;
using CoBuilding.Web.Pages.Units;

namespace CoBuilding.Web.Downloads;

/// <summary>The files that the office hands out: each answers the question of the page it stands on, read from the same query string.</summary>
public static class DownloadsEndpoints
{
    public static void MapDownloads(this WebApplication app)
    {
        app.MapDownload<ExportUnits>("/units/export", (export, scope, asked, ct) => export.AskAsync(scope, Units(asked), ct));
        app.MapDownload<ExportRosters>("/committees/rosters/export", (export, scope, asked, ct) => export.AskAsync(scope, new() { PlaceId = asked.Row("place"), WithPast = asked.Flag("past") }, ct));
        app.MapDownload<ExportPosts>("/units/people/export", (export, scope, asked, ct) => export.AskAsync(scope, new() { PlaceId = asked.Row("place"), WithEnded = asked.Flag("ended") }, ct));
        app.MapDownload<ExportCommittees>("/committees/export", (export, scope, asked, ct) => export.AskAsync(scope, Committees(asked), ct));
        app.MapDownload<ExportRoster>("/committees/{id:guid}/export", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, asked.Day("on"), asked.Day("known"), asked.OneOf<NameOrder>("order"), ct));
        app.MapDownload<ExportPairs>("/cross-appointments/export", (export, scope, asked, ct) => export.AskAsync(scope, Pairs(asked), ct));
        app.MapDownload<ExportComparison>("/committees/{id:guid}/compare/export", (export, scope, asked, ct) => export.AskAsync(scope, asked.Comparison(), ct));
        app.MapDownload<ExportUncovered>("/dashboard/uncovered/export", (export, scope, asked, ct) => export.AskAsync(scope, Uncovered(asked), ct));
        app.MapDownload<ExportMeetings>("/meetings/export", (export, scope, asked, ct) => export.AskAsync(scope, Meetings(asked), ct));
        app.MapDownload<ExportSeries>("/meetings/series/export", (export, scope, asked, ct) => export.AskAsync(scope, Series(asked), ct));
        app.MapDownload<ExportTopics>("/meetings/plans/{id:guid}/export", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<TakeAttachment>("/meetings/attachments/{id:guid}", (take, scope, asked, ct) => take.AskAsync(scope, asked.Id, ct), Right.SeeMeetings);
        app.MapDownload<ExportRates>("/committees/{id:guid}/attendance/export", (export, scope, asked, ct) => export.AskAsync(scope, Rates(asked, asked.Id, null), ct));
        app.MapDownload<ExportRates>("/units/{id:guid}/attendance/export", (export, scope, asked, ct) => export.AskAsync(scope, Rates(asked, null, asked.Id), ct));
        app.MapDownload<ExportReplies>("/meetings/{id:guid}/export", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportResolutions>("/resolutions/export", (export, scope, asked, ct) => export.AskAsync(scope, Resolutions(asked), ct));
        app.MapDownload<ExportNominations>("/nominations/export", (export, scope, asked, ct) => export.AskAsync(scope, Nominations(asked), ct));
        app.MapDownload<ExportVacancies>("/vacancies/export", (export, scope, asked, ct) => export.AskAsync(scope, Vacancies(asked), ct));
        app.MapDownload<ExportRenewal>("/renewals/{id:guid}/export", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportPartyChain>("/places/{id:guid}/export", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, asked.Day("on"), ct));
        app.MapDownload<TakeFile>("/library/{id:guid}/file", (take, scope, asked, ct) => take.AskAsync(scope, asked.Version(), ct), Right.ReadLibrary);
        app.MapDownload<ExportDocument>("/library/{id:guid}/paper", (export, scope, asked, ct) => export.AskAsync(scope, asked.Version(), ct), Right.ReadLibrary);
        app.MapPapers();
    }

    private static void MapPapers(this WebApplication app)
    {
        app.MapDownload<ExportUnitsPaper>("/units/papers/ledger", (export, scope, asked, ct) => export.AskAsync(scope, Units(asked), ct));
        app.MapDownload<ExportAddressBook>("/units/papers/address-book", (export, scope, asked, ct) => export.AskAsync(scope, Units(asked), ct));
        app.MapDownload<ExportRosterPaper>("/committees/{id:guid}/papers/roster", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, asked.Day("on"), asked.Day("known"), asked.OneOf<NameOrder>("order"), ct));
        app.MapDownload<ExportLetters>("/committees/{id:guid}/papers/letters", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, asked.Day("on"), asked.Day("known"), asked.Row("seat"), ct));
        app.MapDownload<ExportChanges>("/committees/{id:guid}/papers/changes", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, asked.Day("from"), asked.Day("until"), ct));
        app.MapDownload<ExportNominationForms>("/nominations/papers/forms", (export, scope, asked, ct) => export.AskAsync(scope, Nominations(asked), asked.Row("id"), ct));
        app.MapDownload<ExportRenewalSheet>("/renewals/{id:guid}/papers/sheet", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportPairsPaper>("/cross-appointments/papers/table", (export, scope, asked, ct) => export.AskAsync(scope, Pairs(asked), ct));
        app.MapDownload<ExportNotice>("/meetings/{id:guid}/papers/notice", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportAgenda>("/meetings/{id:guid}/papers/agenda", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportAttendance>("/meetings/{id:guid}/papers/attendance", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportSeating>("/meetings/{id:guid}/papers/seating", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportPlaceCards>("/meetings/{id:guid}/papers/cards", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportSignInSheet>("/meetings/{id:guid}/papers/sheet", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
        app.MapDownload<ExportMinutes>("/meetings/{id:guid}/papers/minutes", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, asked.Row("step"), ct));
        app.MapDownload<ExportResolutionLedger>("/resolutions/papers/ledger", (export, scope, asked, ct) => export.AskAsync(scope, Resolutions(asked), ct));
        app.MapDownload<ExportReminderSlip>("/resolutions/{id:guid}/papers/reminder", (export, scope, asked, ct) => export.AskAsync(scope, asked.Id, ct));
    }

    private static SeeRates.Question Rates(Asked asked, Guid? committee, Guid? unit) => new()
    {
        CommitteeId = committee, UnitId = unit, From = asked.Day("from"), Until = asked.Day("until"),
    };

    private static ListUnits.Question Units(Asked asked) =>
        UnitsUrl.Question(asked.Text("q"), asked.Text("kind"), asked.Text("place"), asked.Text("noliaison"), asked.Text("ended"), asked.Text("order"));

    private static ListCommittees.Question Committees(Asked asked) => new()
    {
        Search = asked.Text("q"), KindId = asked.Row("kind"), PlaceId = asked.Row("place"), OnlyWithVacancies = asked.Flag("vacancies"),
        OnlyOutsideQuota = asked.Flag("outside"), OnlyCounted = asked.Flag("counted"), State = asked.OneOf<CommitteeState>("state"),
    };

    private static ListNominations.Question Nominations(Asked asked) => new()
    {
        Search = asked.Text("q"), State = asked.OneOf<NominationState>("state"), PlaceId = asked.Row("place"), CommitteeId = asked.Row("committee"), WithOver = asked.Flag("over"),
    };

    private static ListVacancies.Question Vacancies(Asked asked) => new()
    {
        Search = asked.Text("q"), PlaceId = asked.Row("place"), Reason = asked.OneOf<EndReason>("reason"), OnlyWithoutNominee = asked.Flag("open"),
    };

    private static ListPairs.Question Pairs(Asked asked) => new()
    {
        Search = asked.Text("q"), PlaceId = asked.Row("place"), Standing = asked.OneOf<UnitStanding>("standing"), On = asked.Day("on"),
    };

    private static ListSeries.Question Series(Asked asked) => new()
    {
        Search = asked.Text("q"), Cadence = asked.OneOf<Cadence>("cadence"), PlaceId = asked.Row("place"), CommitteeId = asked.Row("committee"), WithStopped = asked.Flag("stopped"),
    };

    private static ListUncovered.Question Uncovered(Asked asked) => new() { Search = asked.Text("q"), KindId = asked.Row("kind") };

    private static ListResolutions.Question Resolutions(Asked asked) => new()
    {
        Search = asked.Text("q"), View = asked.OneOf<ResolutionView>("view") ?? ResolutionView.Open, PlaceId = asked.Row("place"), CommitteeId = asked.Row("committee"),
        MeetingId = asked.Row("meeting"), UnitId = asked.Row("unit"),
    };

    private static ListMeetings.Question Meetings(Asked asked) => new()
    {
        Search = asked.Text("q"), KindId = asked.Row("kind"), State = asked.OneOf<MeetingState>("state"), PlaceId = asked.Row("place"),
        CommitteeId = asked.Row("committee"), From = asked.Day("from"), Until = asked.Day("until"),
    };
}
