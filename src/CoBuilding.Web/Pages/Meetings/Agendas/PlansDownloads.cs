using CoBuilding.Access;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Meetings.Agendas;

public sealed class PlansDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportTopicsWorkbook>(
            "/meetings/plans/{id:guid}/export",
            (export, scope, query, ct) => export.AskAsync(scope, query.RowId, ct)
        );
        routes.MapDownload<DownloadAttachment>(
            "/meetings/attachments/{id:guid}",
            (take, scope, query, ct) => take.AskAsync(scope, query.RowId, ct),
            Right.SeeMeetings
        );
    }
}
