using CoBuilding.Meetings.Attendance;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Meetings.Attendance;

public sealed class AttendanceDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportAttendanceRatesWorkbook>(
            "/committees/{id:guid}/attendance/export",
            (export, scope, query, ct) => export.AskAsync(scope, Rates(query, query.RowId, null), ct)
        );
        routes.MapPrint<PrintedRates, SeeAttendanceRates>(
            "/committees/{id:guid}/attendance/print",
            async (see, scope, query, ct) => new { Rates = await see.AskAsync(scope, Rates(query, query.RowId, null), ct) }
        );
        routes.MapDownload<ExportAttendanceRatesWorkbook>(
            "/units/{id:guid}/attendance/export",
            (export, scope, query, ct) => export.AskAsync(scope, Rates(query, null, query.RowId), ct)
        );
        routes.MapPrint<PrintedRates, SeeAttendanceRates>(
            "/units/{id:guid}/attendance/print",
            async (see, scope, query, ct) => new { Rates = await see.AskAsync(scope, Rates(query, null, query.RowId), ct) }
        );
        routes.MapPaper<ExportAttendancePaper>(
            "/meetings/{id:guid}/papers/attendance",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        routes.MapPaper<ExportSeatingPaper>(
            "/meetings/{id:guid}/papers/seating",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        routes.MapPaper<ExportPlaceCardsPaper>(
            "/meetings/{id:guid}/papers/cards",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct),
            print: "/meetings/{id:guid}/cards"
        );
        routes.MapPaper<ExportSignInSheetPaper>(
            "/meetings/{id:guid}/papers/sheet",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct),
            print: "/meetings/{id:guid}/sheet"
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
}
