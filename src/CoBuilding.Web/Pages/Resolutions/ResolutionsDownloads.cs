using CoBuilding.Resolutions;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Resolutions;

public sealed class ResolutionsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportResolutionsWorkbook>(
            "/resolutions/export",
            (export, scope, query, ct) => export.AskAsync(scope, Resolutions(query), ct)
        );
        routes.MapPaper<ExportResolutionLedgerPaper>(
            "/resolutions/papers/ledger",
            (export, scope, query, ct) => export.AskAsync(scope, Resolutions(query), ct)
        );
        routes.MapPaper<ExportReminderSlipPaper>(
            "/resolutions/{id:guid}/papers/reminder",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
    }

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
}
