using CoBuilding.Committees;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Rosters;
using CoBuilding.Units;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Committees.Rosters;

public sealed class CommitteesDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportCommitteesWorkbook>(
            "/committees/export",
            (export, scope, query, ct) => export.AskAsync(scope, Committees(query), ct)
        );
        routes.MapDownload<ExportRosterWorkbook>(
            "/committees/{id:guid}/export",
            (export, scope, query, ct) =>
                export.AskAsync(scope, query.RowId, query.Day("on"), query.Day("known"), query.OneOf<NameOrder>("order"), ct)
        );
        routes.MapDownload<ExportRostersForImportWorkbook>(
            "/committees/rosters/export",
            (export, scope, query, ct) => export.AskAsync(scope, new() { PlaceId = query.Id("place"), WithPast = query.Flag("past") }, ct)
        );
        routes.MapPaper<ExportRosterPaper>(
            "/committees/{id:guid}/papers/roster",
            (export, scope, query, ct) =>
                export.AskAsync(scope, query.RowId, query.Day("on"), query.Day("known"), query.OneOf<NameOrder>("order"), ct),
            print: "/committees/{id:guid}/print"
        );
        routes.MapPaper<ExportAppointmentLettersPaper>(
            "/committees/{id:guid}/papers/letters",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Day("on"), query.Day("known"), query.Id("seat"), ct)
        );
        routes.MapPaper<ExportRosterChangesPaper>(
            "/committees/{id:guid}/papers/changes",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, query.Day("from"), query.Day("until"), ct)
        );
        routes.MapDownload<ExportComparisonWorkbook>(
            "/committees/{id:guid}/compare/export",
            (export, scope, query, ct) => export.AskAsync(scope, Comparison(query), ct)
        );
        routes.MapPrint<PrintedComparison, CompareRosters>(
            "/committees/{id:guid}/compare/print",
            async (see, scope, query, ct) => new { Compared = await see.AskAsync(scope, Comparison(query), ct) }
        );
        routes.MapDownload<ExportUncoveredWorkbook>(
            "/dashboard/uncovered/export",
            (export, scope, query, ct) => export.AskAsync(scope, Uncovered(query), ct)
        );
    }

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

    /// <summary>Two states of the committee in the path.</summary>
    private static CompareRosters.Question Comparison(DownloadQuery query) =>
        new(query.RowId, new(query.Day("then"), query.Day("thenknown")), new(query.Day("now"), query.Day("nowknown")));

    private static ListUncovered.Question Uncovered(DownloadQuery query) => new() { Search = query.Text("q"), KindId = query.Id("kind") };
}
