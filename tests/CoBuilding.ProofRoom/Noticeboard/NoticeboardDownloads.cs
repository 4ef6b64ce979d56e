using CoBuilding.Web.Downloads;
using Microsoft.AspNetCore.Routing;

namespace CoBuilding.ProofRoom.Noticeboard;

public sealed class NoticeboardDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapDownload<ExportNoticesWorkbook>("/notices/export", (export, scope, _, ct) => export.AskAsync(scope, ct));
}
